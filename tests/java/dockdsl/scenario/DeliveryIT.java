package dockdsl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.lab.Lab;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What comes into containers before they start, as it is seen in them. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DeliveryIT {
    private static final String HOST = "web1";
    private static final String DOLLAR = "pa$1wor$D";
    private static final String PEM = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIA==
            -----END PRIVATE KEY-----
            """;
    private static final String VARIABLE = "in the environment: $HOME 'quoted' \"twice\" \\n";
    private static final String READS_ALL = """
            secret 'dollar', 'empty', 'raw'
            secret 'pem', at: 'tls/key.pem', mode: '0440', owner: '0:998'
            file 'conf', at: '/etc/app'
            file content: 'text', at: '/etc/app.conf', mode: '0640', owner: '999:0'""";

    private static Lab lab;

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeAll
    static void bringUp() {
        lab = Lab.upWithRegistry("delivery", HOST);
    }

    @BeforeEach
    void startWithAnEmptyHost() throws IOException {
        lab.removeContainers(HOST);
        lab.ssh(HOST, "rm -rf /var/lib/dockdsl");
        desk = Desk.at(folder, lab);
        desk.write("hosts.groovy", Desk.inventory(lab, "web", HOST));
        desk.write("conf/app/settings", "one\r\ntwo");
        Files.createSymbolicLink(folder.resolve("conf/current"), Path.of("app/settings"));
        for (Map.Entry<String, byte[]> value : values().entrySet()) {
            value(value.getKey(), value.getValue());
        }
        site("1", READS_ALL);
        succeeds(apply());
    }

    @Test
    void everyByteIsThereForAUserWhoIsNotRootWithAReadOnlyRoot() {
        SequencedMap<String, byte[]> expected = expected();

        assertThat(inApp("sha256sum", expected.sequencedKeySet())).isEqualTo(sums(expected));
        assertThat(lab.docker(
                        HOST,
                        "exec",
                        "app",
                        "/bin/busybox",
                        "stat",
                        "-c",
                        "%n %a %u:%g",
                        "/run/secrets/dollar",
                        "/run/secrets/tls/key.pem",
                        "/etc/app/app/settings",
                        "/etc/app.conf"))
                .isEqualTo("""
                        /run/secrets/dollar 400 999:998
                        /run/secrets/tls/key.pem 440 0:998
                        /etc/app/app/settings 644 0:0
                        /etc/app.conf 640 999:0""");
        assertThat(lab.tryDocker(HOST, "exec", "app", "/bin/ls", "/run/dockdsl/files")
                        .exitCode())
                .as("the whole is for root only")
                .isNotZero();

        lab.docker(HOST, "restart", "-t", "1", "app");

        assertThat(inApp("sha256sum", expected.sequencedKeySet())).isEqualTo(sums(expected));
        assertThat(apply().out()).contains("changed=0");
    }

    @Test
    void anotherValueReplacesItsUserAndIsNowhereToBeSeen() throws IOException {
        String app = id("app");
        String other = id("other");
        value("dollar", "an0ther$$value".getBytes(StandardCharsets.UTF_8));

        Desk.Outcome outcome = apply();

        assertThat(succeeds(outcome).out())
                .contains("secret dollar has another value")
                .doesNotContain("an0ther");
        assertThat(id("app")).isNotEqualTo(app);
        assertThat(id("other")).isEqualTo(other);
        assertThat(inApp("cat", List.of("/run/secrets/dollar"))).isEqualTo("an0ther$$value");
        assertThat(lab.docker(HOST, "inspect", "app")).doesNotContain("an0ther").doesNotContain("wor$D");
        assertThat(lab.docker(HOST, "inspect", "-f", "{{json .Config.Labels}}", "other"))
                .contains("variable")
                .doesNotContain("quoted");
        assertThat(lab.docker(HOST, "inspect", "-f", "{{index .Config.Env 0}}", "other"))
                .contains(VARIABLE);
        String remembered = lab.ssh(HOST, "cat $(find /var/lib/dockdsl -type f)");
        assertThat(remembered)
                .contains("variable")
                .contains("dollar")
                .doesNotContain("quoted")
                .doesNotContain("an0ther")
                .doesNotContain("wor$D")
                .doesNotContain("PRIVATE KEY");
    }

    @Test
    void aContainerThatGoesBackKeepsItsSecretsAndTheSiteLeavesNothing() throws IOException {
        String first = release();
        value("dollar", "rotated".getBytes(StandardCharsets.UTF_8));
        site("2", READS_ALL);
        succeeds(apply());

        assertThat(succeeds(rollback("app")).out()).contains("with what is declared now as secret dollar");

        assertThat(lab.docker(HOST, "inspect", "-f", "{{.Config.Image}}", "app"))
                .contains("hello:1");
        assertThat(inApp("cat", List.of("/run/secrets/dollar", "/etc/app.conf")))
                .isEqualTo("rotatedtext");

        site("2", "secret 'dollar'");
        succeeds(apply());
        String before = id("app");
        Desk.Outcome refused = rollback("--to", first, "app");

        assertThat(refused.exitCode()).as(refused.toString()).isEqualTo(2);
        assertThat(refused.out() + refused.err())
                .contains("file /etc/app.conf")
                .contains("secret pem")
                .contains("does not declare for it any more");
        assertThat(id("app")).isEqualTo(before);

        succeeds(desk.dockdsl(environment(), "destroy", "--yes", "-i", "hosts.groovy", "site.groovy"));

        assertThat(lab.docker(HOST, "volume", "ls", "-q", "--filter", "name=dockdsl-files"))
                .isBlank();
    }

    private static SequencedMap<String, byte[]> values() {
        SequencedMap<String, byte[]> values = new LinkedHashMap<>();
        values.put("dollar", DOLLAR.getBytes(StandardCharsets.UTF_8));
        values.put("pem", PEM.getBytes(StandardCharsets.UTF_8));
        values.put("raw", new byte[] {0, -1, 10, 13, 0, -128, 10});
        values.put("empty", new byte[0]);
        return values;
    }

    private static SequencedMap<String, byte[]> expected() {
        SequencedMap<String, byte[]> expected = new LinkedHashMap<>();
        values().forEach((name, value) ->
                expected.put("/run/secrets/" + (name.equals("pem") ? "tls/key.pem" : name), value));
        expected.put("/etc/app/current", "one\r\ntwo".getBytes(StandardCharsets.UTF_8));
        expected.put("/etc/app.conf", "text".getBytes(StandardCharsets.UTF_8));
        return expected;
    }

    private static String sums(SequencedMap<String, byte[]> files) {
        return files.entrySet().stream()
                .map(file -> sum(file.getValue()) + "  " + file.getKey())
                .collect(Collectors.joining("\n"));
    }

    private static String sum(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String inApp(String tool, Iterable<String> files) {
        return lab.docker(HOST, "exec", "app", "/bin/busybox", "sh", "-c", tool + " " + String.join(" ", files));
    }

    private void value(String secret, byte[] bytes) throws IOException {
        Files.createDirectories(folder.resolve("secrets"));
        Files.write(folder.resolve("secrets").resolve(secret), bytes);
    }

    private void site(String version, String settings) {
        desk.write("site.groovy", """
                site 'delivery'
                ['dollar', 'pem', 'raw', 'empty'].each { name -> secret name, from: file("secrets/$name") }
                secret 'variable', from: env('VARIABLE')

                container('app') {
                    on 'web'
                    image '%s/hello:%s'
                    env PORT: '8080'
                    user '999:998'
                    readOnly true
                    %s
                }

                container('other') {
                    on 'web'
                    image '%s/hello:1'
                    secret 'variable', asEnv: 'A_PASSWORD'
                }
                """.formatted(lab.fact("LAB_REGISTRY"), version, settings, lab.fact("LAB_REGISTRY")));
    }

    private static Map<String, String> environment() {
        return Map.of("VARIABLE", VARIABLE);
    }

    private Desk.Outcome apply() {
        return desk.dockdsl(environment(), "apply", "--yes", "-i", "hosts.groovy", "site.groovy");
    }

    private Desk.Outcome rollback(String... arguments) {
        String[] words = new String[arguments.length + 4];
        System.arraycopy(new String[] {"rollback", "--yes", "-i", "hosts.groovy"}, 0, words, 0, 4);
        System.arraycopy(arguments, 0, words, 4, arguments.length);
        return desk.dockdsl(environment(), words);
    }

    private static Desk.Outcome succeeds(Desk.Outcome outcome) {
        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        return outcome;
    }

    private String release() {
        String history = succeeds(desk.dockdsl("history", "-i", "hosts.groovy", "site.groovy"))
                .out();
        return history.lines()
                .map(String::strip)
                .filter(line -> line.matches("[0-9].*"))
                .map(line -> line.split("\\s+")[0])
                .findFirst()
                .orElseThrow(() -> new AssertionError(history));
    }

    private static String id(String container) {
        return lab.docker(HOST, "inspect", "-f", "{{.Id}}", container).strip();
    }
}
