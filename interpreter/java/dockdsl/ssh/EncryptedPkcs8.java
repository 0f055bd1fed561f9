package dockdsl.ssh;

import dockdsl.value.Secret;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Opens {@code BEGIN ENCRYPTED PRIVATE KEY}, which MINA leaves to BouncyCastle. */
record EncryptedPkcs8(KeyText key) {
    private static final String BEGIN = "-----BEGIN ENCRYPTED PRIVATE KEY-----";

    static boolean isIn(KeyText key) {
        return key.text().contains(BEGIN);
    }

    /** The same key, not encrypted. */
    KeyText opened(Secret passphrase) throws IOException, GeneralSecurityException {
        var encrypted = new EncryptedPrivateKeyInfo(body());
        var parameters = encrypted.getAlgParameters();
        var password = new PBEKeySpec(passphrase.revealText().toCharArray());
        // The parameters' text is the name of the whole scheme, such as PBEWithHmacSHA256AndAES_256.
        var secret = SecretKeyFactory.getInstance(parameters.toString()).generateSecret(password);
        var cipher = Cipher.getInstance(parameters.toString());
        cipher.init(Cipher.DECRYPT_MODE, secret, parameters);
        return pem(encrypted.getKeySpec(cipher).getEncoded());
    }

    private byte[] body() {
        var start = key.text().indexOf(BEGIN) + BEGIN.length();
        return Base64.getMimeDecoder()
                .decode(key.text().substring(start, key.text().indexOf("-----END", start)));
    }

    private static KeyText pem(byte[] der) {
        return new KeyText("-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END PRIVATE KEY-----\n");
    }
}
