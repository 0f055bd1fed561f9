package dockdsl.secret.kv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dockdsl.docker.JsonReader;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.value.SecretOrigin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server that gives the answers of Vault's documentation, and some that Vault never gives. */
class KeyValueStoreTest {
    private static final String VERSION_1 = """
            {"request_id": "1", "lease_id": "", "renewable": false, "lease_duration": 2764800, "data": {"password": "hunter2!", "port": 5432}}""";
    private static final String VERSION_2 = """
            {"data": {"data": {"password": "hunter2!", "deep": {"a": 1}}, "metadata": {"created_time": "2026-03-22T02:24:06Z", "version": 2}}}""";

    private record Answer(int status, String body, Map<String, String> headers) {}

    @TempDir
    private Path home;

    private final Map<String, Answer> answers = new HashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Map<String, String> environment = new HashMap<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        environment.put("VAULT_ADDR", "http://127.0.0.1:" + server.getAddress().getPort() + "/");
        environment.put("VAULT_TOKEN", "hvs.token");
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestMethod() + " " + path + " token="
                + exchange.getRequestHeaders().getFirst("X-Vault-Token") + " namespace="
                + exchange.getRequestHeaders().getFirst("X-Vault-Namespace") + " " + sent);
        Answer answer = answers.getOrDefault(path, new Answer(404, "{\"errors\":[]}", Map.of()));
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void says(String path, int status, String body) {
        answers.put("/v1/" + path, new Answer(status, body, Map.of()));
    }

    private KeyValueStore store() {
        return new KeyValueStore(environment, home, JsonReader::parse);
    }

    private static SecretOrigin.KeyValue field(String path, String field) {
        return new SecretOrigin.KeyValue(path, field, Optional.empty(), Optional.empty());
    }

    private String fetch(String path, String field) {
        return store().apply(field(path, field)).revealText();
    }

    @Test
    void readsBothVersionsOfTheEngine() {
        says("kv/shop", 200, VERSION_1);
        says("secret/data/shop", 200, VERSION_2);
        assertThat(fetch("kv/shop", "password")).isEqualTo("hunter2!");
        assertThat(fetch("/v1/kv/shop", "port")).isEqualTo("5432");
        assertThat(fetch("secret/data/shop", "password")).isEqualTo("hunter2!");
        assertThat(asked).allMatch(request -> request.contains("token=hvs.token"));
    }

    @Test
    void readsASecretOnceHoweverManyFieldsAreAskedFor() {
        says("kv/shop", 200, VERSION_1);
        KeyValueStore store = store();
        store.apply(field("kv/shop", "password"));
        store.apply(field("kv/shop", "port"));
        assertThat(asked).hasSize(1);
    }

    @Test
    void namesTheNamespaceOfTheFileBeforeThatOfTheEnvironment() {
        environment.put("VAULT_NAMESPACE", "outer");
        says("kv/shop", 200, VERSION_1);
        fetch("kv/shop", "password");
        store().apply(new SecretOrigin.KeyValue("kv/shop", "password", Optional.empty(), Optional.of("team")));
        assertThat(asked.getFirst()).contains("namespace=outer");
        assertThat(asked.getLast()).contains("namespace=team");
    }

    @Test
    void logsInWithARole() {
        environment.remove("VAULT_TOKEN");
        environment.putAll(Map.of("VAULT_ROLE_ID", "role", "VAULT_SECRET_ID", "id"));
        says("auth/approle/login", 200, "{\"auth\": {\"client_token\": \"hvs.role\", \"policies\": [\"default\"]}}");
        says("kv/shop", 200, VERSION_1);
        assertThat(fetch("kv/shop", "password")).isEqualTo("hunter2!");
        assertThat(asked.getFirst()).endsWith("{\"role_id\":\"role\",\"secret_id\":\"id\"}");
        assertThat(asked.getLast()).contains("token=hvs.role");
    }

    @Test
    void unwrapsATokenOnce() {
        environment.remove("VAULT_TOKEN");
        environment.put("VAULT_WRAPPED_TOKEN", "hvs.once");
        says("sys/wrapping/unwrap", 200, "{\"auth\": {\"client_token\": \"hvs.inner\"}}");
        says("kv/shop", 200, VERSION_1);
        says("kv/other", 200, VERSION_1);
        KeyValueStore store = store();
        store.apply(field("kv/shop", "password"));
        store.apply(field("kv/other", "password"));
        assertThat(asked).hasSize(3);
        assertThat(asked.getFirst()).startsWith("POST /v1/sys/wrapping/unwrap token=hvs.once");
        assertThat(asked.getLast()).contains("token=hvs.inner");
    }

    @Test
    void unwrapsTheSecretIdOfARole() {
        environment.remove("VAULT_TOKEN");
        environment.putAll(Map.of("VAULT_WRAPPED_TOKEN", "hvs.once", "VAULT_ROLE_ID", "role"));
        says("sys/wrapping/unwrap", 200, "{\"data\": {\"secret_id\": \"inner\"}}");
        says("auth/approle/login", 200, "{\"auth\": {\"client_token\": \"hvs.role\"}}");
        says("kv/shop", 200, VERSION_1);
        assertThat(fetch("kv/shop", "password")).isEqualTo("hunter2!");
        assertThat(asked.get(1)).endsWith("{\"role_id\":\"role\",\"secret_id\":\"inner\"}");
    }

    @Test
    void sayWhatASpentTokenMeans() {
        environment.remove("VAULT_TOKEN");
        environment.put("VAULT_WRAPPED_TOKEN", "hvs.once");
        says("sys/wrapping/unwrap", 400, "{\"errors\": [\"wrapping token is not valid or does not exist\"]}");
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> fetch("kv/shop", "password"))
                .withMessageContaining("wrapping token is not valid")
                .satisfies(failure -> assertThat(failure.remedy()).contains("somebody else has"));
    }

    @Test
    void takesTheTokenThatVaultsOwnLoginLeft() throws IOException {
        environment.remove("VAULT_TOKEN");
        Files.writeString(home.resolve(".vault-token"), "hvs.kept\n");
        says("kv/shop", 200, VERSION_1);
        fetch("kv/shop", "password");
        assertThat(asked.getFirst()).contains("token=hvs.kept");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | {\"errors\":[\"1 error occurred: permission denied\"]} | denies kv/shop (1 error occurred: permission denied) | vault token lookup",
                "404 | {\"errors\":[]} | has no kv/shop | data/",
                "404 | {\"errors\":[],\"warnings\":[\"Invalid path for a versioned K/V secrets engine.\"]} | keeps versions | kv('kv/data/shop'",
                "404 | {\"data\":{\"data\":null,\"metadata\":{\"deletion_time\":\"2026-01-01T00:00:00Z\"}}} | its version was deleted | Check the path",
                "503 | {\"errors\":[\"Vault is sealed\"]} | is sealed or down for maintenance (Vault is sealed) | vault operator unseal",
                "429 | {} | is a standby | VAULT_ADDR",
                "500 | <html>{broken | answers with 500 | log",
                "200 | <html>hello | not as Vault does | VAULT_ADDR",
                "200 | [1, 2] | not as Vault does | VAULT_ADDR",
                "200 | {\"data\": 7} | not as Vault does | VAULT_ADDR",
                "200 | {} | has no field 'password' | It has: .",
                "200 | {\"data\": {\"pasword\": \"hunter2!\"}} | has no field 'password' | Did you mean `pasword`?",
                "200 | {\"data\": {\"password\": [\"hunter2!\"]}} | is no single value | Keep text",
                "200 | {\"data\": {\"password\": null}} | has no field | It has"
            })
    void teachesWhatEachRefusalMeans(int status, String body, String what, String remedy) {
        says("kv/shop", status, body);
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> fetch("kv/shop", "password"))
                .satisfies(failure -> {
                    assertThat(failure.getMessage()).contains(what).doesNotContain("hunter2!", "hvs.");
                    assertThat(failure.remedy()).contains(remedy).doesNotContain("hunter2!", "hvs.");
                });
    }

    @Test
    void carriesTheTokenNowhereElse() throws IOException {
        answers.put(
                "/v1/kv/shop", new Answer(307, "", Map.of("Location", environment.get("VAULT_ADDR") + "v1/kv/other")));
        says("kv/other", 200, VERSION_1);
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> fetch("kv/shop", "password"))
                .withMessageContaining("sends elsewhere: http://127.0.0.1");
        assertThat(asked).hasSize(1);
    }

    @Test
    void anAnswerWithoutEndIsNotReadToItsEnd() {
        says("kv/shop", 200, "{\"data\": {\"password\": \"" + "x".repeat(2 << 20) + "\"}}");
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> fetch("kv/shop", "password"))
                .withMessageContaining("can't be asked");
    }

    @Test
    void anAnswerThatDripsIsNotWaitedForToItsEnd() {
        server.createContext("/v1/slow", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            try {
                over.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        environment.put("VAULT_CLIENT_TIMEOUT", "1s");
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> fetch("slow", "password"))
                .withMessageContaining("within 1s");
    }

    @Test
    void saysThatNobodyListens() {
        server.stop(0);
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> fetch("kv/shop", "password"))
                .withMessageContaining("the connection is refused");
    }

    @Test
    void aTokenThatIsNoneIsNotToldInTheError() {
        environment.put("VAULT_TOKEN", "hvs.a\nb");
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> fetch("kv/shop", "password"))
                .withMessageContaining("characters that can't be in one")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("hvs."));
    }

    @Test
    void saysHowToLogIn() {
        environment.remove("VAULT_TOKEN");
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> fetch("kv/shop", "password"))
                .satisfies(failure -> assertThat(failure.remedy()).contains("vault login", "VAULT_ROLE_ID"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "vault.example.com", "ftp://vault", "http://", "http://a b"})
    void saysThatItIsNoAddress(String address) {
        environment.put("VAULT_ADDR", address);
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> fetch("kv/shop", "password"))
                .satisfies(failure -> assertThat(failure.remedy()).contains("https://vault.example.com:8200"));
    }

    @Test
    void saysThatTheAuthorityIsNone() throws IOException {
        environment.put(
                "VAULT_CACERT",
                Files.writeString(home.resolve("ca.pem"), "no certificate").toString());
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> fetch("kv/shop", "password"))
                .withMessageContaining("VAULT_CACERT");
    }
}
