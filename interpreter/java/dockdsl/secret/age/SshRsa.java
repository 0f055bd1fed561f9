package dockdsl.secret.age;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/**
 * An RSA key of SSH as an identity of age.
 *
 * @param publicKey as it stands in the file
 */
record SshRsa(byte[] publicKey, PrivateKey key) implements RecipientStanzaReader {
    private static final byte[] LABEL = "age-encryption.org/v1/ssh-rsa".getBytes(StandardCharsets.US_ASCII);

    @Override
    public FileKey getFileKey(Iterable<RecipientStanza> stanzas) throws GeneralSecurityException {
        return SshStanza.open(stanzas, "ssh-rsa", publicKey, stanza -> new FileKey(opened(stanza.getBody())));
    }

    private byte[] opened(byte[] wrapped) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                key,
                new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, new PSource.PSpecified(LABEL)));
        return cipher.doFinal(wrapped);
    }

    @Override
    public String toString() {
        return "***";
    }
}
