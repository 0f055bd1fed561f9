package dockdsl.lab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority of our own for certificates of servers, made with openssl. */
public final class OwnAuthority {
    private static final String PASSWORD = "changeit";
    private static final String KEY = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes";

    private final Path folder;
    private final String name;

    private OwnAuthority(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** @param folder that its files are made in */
    public static OwnAuthority in(Path folder, String name) throws IOException, InterruptedException {
        OwnAuthority authority = new OwnAuthority(folder, name);
        authority.openssl(
                "req -x509 " + KEY + " -days 2 -subj /CN=" + name + " -keyout " + name + ".key -out " + name + ".pem");
        return authority;
    }

    /** Its own certificate, as text. */
    public Path file() {
        return folder.resolve(name + ".pem");
    }

    /** What a server needs that has a certificate of it. @param alternative such as {@code IP:127.0.0.1} */
    public SSLContext server(String alternative) throws IOException, InterruptedException, GeneralSecurityException {
        String own = name + "-" + alternative.replaceAll("[^a-z0-9]", "");
        Files.writeString(folder.resolve(own + ".ext"), "subjectAltName=" + alternative);
        openssl("req " + KEY + " -subj /CN=server -keyout " + own + ".key -out " + own + ".csr");
        openssl("x509 -req -in " + own + ".csr -CA " + name + ".pem -CAkey " + name + ".key -CAcreateserial -days 2"
                + " -extfile " + own + ".ext -out " + own + ".pem");
        openssl("pkcs12 -export -in " + own + ".pem -inkey " + own + ".key -passout pass:" + PASSWORD + " -out " + own
                + ".p12");
        return context(folder.resolve(own + ".p12"));
    }

    private static SSLContext context(Path keyStore) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(keyStore)) {
            keys.load(file, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private void openssl(String words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(("openssl " + words).split(" "))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("openssl " + words + ": " + said);
        }
    }
}
