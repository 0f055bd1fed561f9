package dockdsl.ssh;

import java.util.Iterator;
import org.apache.sshd.client.auth.AbstractUserAuthFactory;
import org.apache.sshd.client.auth.pubkey.PublicKeyIdentity;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKey;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.signature.SignatureFactoriesManager;

/**
 * Logs in with the keys of {@link KeyOffers}, in their order.
 *
 * <p>A key at hand signs without asking first whether the host wants it: that saves a round trip and the few milliseconds
 * by which sshd delays every answer that is not a success.
 */
final class KeyLogin extends UserAuthPublicKey {
    private final KeyRing ring;

    private KeyLogin(KeyRing ring) {
        super(Algorithms.SIGNATURES);
        this.ring = ring;
    }

    @Override
    protected Iterator<PublicKeyIdentity> createPublicKeyIterator(
            ClientSession session, SignatureFactoriesManager manager) {
        return new KeyOffers(Attempt.of(session), ring);
    }

    @Override
    protected boolean sendAuthDataRequest(ClientSession session, String service) throws Exception {
        if (currentAlgorithms.isEmpty() && keys instanceof KeyOffers offers && offers.nextCanSignAtOnce()) {
            current = offers.next();
            chosenAlgorithm = KeyUtils.getKeyType(current.getKeyIdentity().getPublic());
            sendSigned(session, service);
            return true;
        }
        return super.sendAuthDataRequest(session, service);
    }

    private void sendSigned(ClientSession session, String service) throws Exception {
        var key = current.getKeyIdentity().getPublic();
        var request = session.createBuffer(SshConstants.SSH_MSG_USERAUTH_REQUEST);
        request.putString(session.getUsername());
        request.putString(service);
        request.putString(getName());
        request.putBoolean(true);
        request.putString(chosenAlgorithm);
        request.putPublicKey(key);
        appendSignature(session, service, getName(), session.getUsername(), chosenAlgorithm, key, null, request);
        setCancellable(false);
        session.writePacket(request);
    }

    /** Makes one login per session. */
    static final class Factory extends AbstractUserAuthFactory {
        private final KeyRing ring;

        Factory(KeyRing ring) {
            super(UserAuthPublicKeyFactory.NAME);
            this.ring = ring;
        }

        @Override
        public KeyLogin createUserAuth(ClientSession session) {
            return new KeyLogin(ring);
        }

        @Override
        public String toString() {
            return getName();
        }
    }
}
