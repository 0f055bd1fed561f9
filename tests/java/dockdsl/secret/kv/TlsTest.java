package dockdsl.secret.kv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dockdsl.docker.JsonReader;
import dockdsl.lab.OwnAuthority;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.value.SecretOrigin;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS to a real server, with authorities of our own. */
class TlsTest {
    @TempDir
    static Path folder;

    private static OwnAuthority ours;

    private HttpsServer server;

    @BeforeAll
    static void makeAuthorities() throws Exception {
        ours = OwnAuthority.in(folder, "ours");
        OwnAuthority.in(folder, "theirs");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void trustsTheAuthorityThatIsNamed() throws Exception {
        serve(ours.server("IP:127.0.0.1"));
        assertThat(fetch("ours")).isEqualTo("hunter2!");
    }

    @Test
    void trustsOneOfSeveralAuthorities() throws Exception {
        serve(ours.server("IP:127.0.0.1"));
        Files.writeString(
                folder.resolve("both.pem"),
                Files.readString(folder.resolve("theirs.pem")) + Files.readString(folder.resolve("ours.pem")));
        assertThat(fetch("both")).isEqualTo("hunter2!");
    }

    @Test
    void trustsNoOther() throws Exception {
        serve(ours.server("IP:127.0.0.1"));
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> fetch("theirs"))
                .withMessageContaining("its certificate is not trusted; VAULT_CACERT names the file of its authority");
    }

    @Test
    void trustsNobodyWhereNothingIsNamed() throws Exception {
        serve(ours.server("IP:127.0.0.1"));
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> fetch(Map.of()))
                .withMessageContaining("its certificate is not trusted");
    }

    @Test
    void takesNoCertificateOfAnotherName() throws Exception {
        serve(ours.server("DNS:vault.example.com"));
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> fetch("ours"))
                .withMessageContaining("its certificate is trusted, but for another name than this");
    }

    private void serve(SSLContext context) throws Exception {
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
