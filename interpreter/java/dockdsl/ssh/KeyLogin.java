package dockdsl.ssh;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.sshd.client.auth.AbstractUserAuthFactory;
import org.apache.sshd.client.auth.pubkey.PublicKeyIdentity;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKey;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.signature.SignatureFactoriesManager;

/** Logs in with the keys of {@link KeyOffers}, in their order. */
final class KeyLogin extends UserAuthPublicKey {
    private final KeyRing ring;
    private final List<Path> defaults;

    private KeyLogin(KeyRing ring, List<Path> defaults) {
        super(Algorithms.SIGNATURES);
        this.ring = ring;
        this.defaults = defaults;
    }

    @Override
    protected Iterator<PublicKeyIdentity> createPublicKeyIterator(
            ClientSession session, SignatureFactoriesManager manager) {
        return new KeyOffers(Attempt.of(session), ring, defaults);
    }

    /** Makes one login per session. */
    static final class Factory extends AbstractUserAuthFactory {
        private final KeyRing ring;
        private final List<Path> defaults;

        Factory(KeyRing ring, List<Path> defaults) {
            super(UserAuthPublicKeyFactory.NAME);
            this.ring = ring;
            this.defaults = defaults;
        }

        @Override
        public KeyLogin createUserAuth(ClientSession session) {
            return new KeyLogin(ring, defaults);
        }

        @Override
        public String toString() {
            return getName();
        }
    }
}
