package dockdsl.secret.kv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dockdsl.docker.JsonReader;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.value.SecretOrigin;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS to a real server, with authorities of our own. */
class TlsTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    static Path folder;

    private HttpsServer server;

    @BeforeAll
    static void makeAuthorities() throws Exception {
        for (String name : List.of("ours", "theirs")) {
            openssl("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=" + name
                    + " -keyout " + name + ".key -out " + name + ".pem");
        }
        certify("here", "IP:127.0.0.1");
        certify("elsewhere", "DNS:vault.example.com");
    }

    /** A server's certificate of our authority. */
    private static void certify(String name, String alternative) throws Exception {
        Files.writeString(folder.resolve(name + ".ext"), "subjectAltName=" + alternative);
        openssl("req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=" + name + " -keyout " + name
                + ".key -out " + name + ".csr");
        openssl("x509 -req -in " + name + ".csr -CA ours.pem -CAkey ours.key -CAcreateserial -days 2 -extfile " + name
                + ".ext -out " + name + ".pem");
        openssl("pkcs12 -export -in " + name + ".pem -inkey " + name + ".key -passout pass:" + PASSWORD + " -out "
                + name + ".p12");
    }

    private static void openssl(String words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(("openssl " + words).split(" "))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void trustsTheAuthorityThatIsNamed() throws Exception {
        serve("here");
        assertThat(fetch("ours")).isEqualTo("hunter2!");
    }

    @Test
    void trustsOneOfSeveralAuthorities() throws Exception {
        serve("here");
        Files.writeString(
                folder.resolve("both.pem"),
                Files.readString(folder.resolve("theirs.pem")) + Files.readString(folder.resolve("ours.pem")));
        assertThat(fetch("both")).isEqualTo("hunter2!");
    }

    @Test
    void trustsNoOther() throws Exception {
        serve("here");
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> fetch("theirs"))
                .withMessageContaining("its certificate is not trusted; VAULT_CACERT names the file of its authority");
    }

    @Test
    void trustsNobodyWhereNothingIsNamed() throws Exception {
        serve("here");
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> fetch(Map.of()))
                .withMessageContaining("its certificate is not trusted");
    }

    @Test
    void takesNoCertificateOfAnotherName() throws Exception {
        serve("elsewhere");
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> fetch("ours"))
                .withMessageContaining("its certificate is trusted, but for another name than this");
    }

    private void serve(String name) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(folder.resolve(name + ".p12"))) {
            keys.load(file, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            byte[] body = "{\"data\": {\"password\": \"hunter2!\"}}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    private String fetch(String authority) {
        return fetch(Map.of("VAULT_CACERT", folder.resolve(authority + ".pem").toString()));
    }

    private String fetch(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("VAULT_ADDR", "https://127.0.0.1:" + server.getAddress().getPort());
        environment.put("VAULT_TOKEN", "hvs.token");
        return new KeyValueStore(environment, folder, JsonReader::parse)
                .apply(new SecretOrigin.KeyValue("kv/shop", "password", Optional.empty(), Optional.empty()))
                .revealText();
    }
}
