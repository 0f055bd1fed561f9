package dockdsl.ssh;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What a private key file tells without its passphrase. */
record KeyText(String text) {
    private static final String OPENSSH = "-----BEGIN OPENSSH PRIVATE KEY-----";
    private static final String MAGIC = "openssh-key-v1\0";

    boolean isOpenSsh() {
        return text.contains(OPENSSH);
    }

    boolean isEncrypted() {
        return isOpenSsh()
                ? opened().map(Header::encrypted).orElse(false)
                : text.contains("Proc-Type: 4,ENCRYPTED") || text.contains("BEGIN ENCRYPTED PRIVATE KEY");
    }

    /** The public key in base64; only OpenSSH's own format has it in the clear. */
    Optional<String> publicKey() {
        return opened().map(Header::publicKey);
    }

    /** Nobody may see the key. */
    @Override
    public String toString() {
        return "***";
    }

    private Optional<Header> opened() {
        if (!isOpenSsh()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Header.read(ByteBuffer.wrap(body())));
        } catch (RuntimeException garbled) {
            return Optional.empty();
        }
    }

    private byte[] body() {
        var start = text.indexOf(OPENSSH) + OPENSSH.length();
        return Base64.getMimeDecoder().decode(text.substring(start, text.indexOf("-----END", start)));
    }

    private record Header(boolean encrypted, String publicKey) {
        static Header read(ByteBuffer bytes) {
            var magic = new byte[MAGIC.length()];
            bytes.get(magic);
            var cipher = new String(string(bytes), StandardCharsets.US_ASCII);
            string(bytes); // the key derivation's name
            string(bytes); // and its options
            bytes.getInt(); // the number of keys, which is always one
            return new Header(!cipher.equals("none"), Base64.getEncoder().encodeToString(string(bytes)));
        }

        private static byte[] string(ByteBuffer bytes) {
            var string = new byte[bytes.getInt()];
            bytes.get(string);
            return string;
        }
    }
}
