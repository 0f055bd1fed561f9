package dockdsl.secret.age;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.value.Secret;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.RSAPrivateKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** A private key of SSH as {@code ssh-keygen} writes it, which age takes as an identity. */
final class SshKeyFile {
    private static final String BEGIN = "-----BEGIN OPENSSH PRIVATE KEY-----";
    private static final String END = "-----END OPENSSH PRIVATE KEY-----";
    private static final String MAGIC = "openssh-key-v1\0";
    private static final int SEED = 32;

    private SshKeyFile() {}

    static boolean isIn(Secret text) {
        return text.revealText().stripLeading().startsWith(BEGIN);
    }

    /**
     * The identity in a file.
     *
     * @param what it is, for messages: {@code The identity ~/.ssh/id_ed25519}
     * @throws NothingToWorkOn when it is encrypted, damaged, or of a type that age has no use for
     */
    static RecipientStanzaReader read(Secret text, String what) {
        try {
            return read(ByteBuffer.wrap(body(text.revealText().strip())), what);
        } catch (GeneralSecurityException | RuntimeException damaged) {
            if (damaged instanceof NothingToWorkOn told) {
                throw told;
            }
            throw new NothingToWorkOn(what + " is damaged.", "Take it from a backup.", damaged);
        }
    }

    private static byte[] body(String text) {
        return Base64.getMimeDecoder().decode(text.substring(BEGIN.length(), text.indexOf(END)));
    }

    private static RecipientStanzaReader read(ByteBuffer file, String what) throws GeneralSecurityException {
        byte[] magic = new byte[MAGIC.length()];
        file.get(magic);
        String cipher = text(file);
        if (!Arrays.equals(magic, MAGIC.getBytes(StandardCharsets.US_ASCII)) || !cipher.equals("none")) {
            throw new NothingToWorkOn(
                    what + " is encrypted.",
                    "Decrypt the file with `age --decrypt`, which asks for the passphrase, or encrypt it for an identity of"
                            + " `age-keygen` as well.");
        }
        string(file); // the key derivation's name
        string(file); // and its options
        file.getInt(); // the number of keys, which is always one
        byte[] publicKey = string(file);
        return reader(publicKey, ByteBuffer.wrap(string(file)), what);
    }

    private static RecipientStanzaReader reader(byte[] publicKey, ByteBuffer secrets, String what)
            throws GeneralSecurityException {
        secrets.getLong(); // twice the same number, to know a wrong passphrase by
        String type = text(secrets);
        return switch (type) {
            case "ssh-ed25519" -> {
                string(secrets);
                yield new SshEd25519(publicKey, Arrays.copyOf(string(secrets), SEED));
            }
            case "ssh-rsa" -> {
                BigInteger modulus = number(secrets);
                number(secrets);
                yield new SshRsa(
                        publicKey,
                        KeyFactory.getInstance("RSA").generatePrivate(new RSAPrivateKeySpec(modulus, number(secrets))));
            }
            default ->
                throw new NothingToWorkOn(
                        what + " is a key of the type " + type + ".", "age takes ssh-ed25519 and ssh-rsa only.");
        };
    }

    private static BigInteger number(ByteBuffer bytes) {
        return new BigInteger(string(bytes));
    }

    private static String text(ByteBuffer bytes) {
        return new String(string(bytes), StandardCharsets.US_ASCII);
    }

    private static byte[] string(ByteBuffer bytes) {
        byte[] string = new byte[bytes.getInt()];
        bytes.get(string);
        return string;
    }
}
