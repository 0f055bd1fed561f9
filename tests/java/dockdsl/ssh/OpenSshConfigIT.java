package dockdsl.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Asks {@code ssh -G} about every configuration of {@code tests/resources/ssh}, too, and compares. */
class OpenSshConfigIT {
    private static final Path CASES = Path.of("tests/resources/ssh");
    private static final LocalUser ME =
            new LocalUser(System.getProperty("user.name"), Path.of(System.getProperty("user.home")), Map.of());

    /** What both tell; a default that only {@code ssh -G} spells out stands beside its keyword. */
    private static final Map<String, String> TOLD = Map.ofEntries(
            Map.entry("user", ME.name()),
            Map.entry("port", "22"),
            Map.entry("identitiesonly", "no"),
            Map.entry("stricthostkeychecking", "ask"),
            Map.entry("hashknownhosts", "no"),
            Map.entry("preferredauthentications", ""),
            Map.entry("pubkeyauthentication", "true"),
            Map.entry("passwordauthentication", "yes"),
            Map.entry("kbdinteractiveauthentication", "yes"),
            Map.entry("hostkeyalias", ""),
            Map.entry("proxyjump", ""),
            Map.entry("proxycommand", ""));

    @BeforeAll
    static void needsSsh() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/ssh")), "needs the program ssh");
    }

    static Stream<Path> cases() throws IOException {
        return Files.list(CASES)
                .filter(file -> file.toString().endsWith(".conf"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everySettingIsTheSame(Path file) throws Exception {
        for (var host : hosts(file)) {
            assertThat(ours(file, host)).as(host).isEqualTo(theirs(file, host));
        }
    }

    private static List<String> hosts(Path file) throws IOException {
        var first = Files.readAllLines(file).getFirst();
        assertThat(first).startsWith("# hosts: ");
        return List.of(first.substring("# hosts: ".length()).split(" "));
    }

    private static Map<String, String> ours(Path file, String host) {
        var said = SshConfig.read(List.of(file), ME).about(host, Optional.empty(), List.of());
        var told = new TreeMap<String, String>();
        TOLD.forEach((keyword, usual) ->
                told.put(keyword, spelled(keyword, said.first(keyword).orElse(usual))));
        told.put("hostname", said.hostName().toLowerCase(Locale.ROOT));
        said.all("identityfile").forEach(key -> told.merge("identityfile", key, OpenSshConfigIT::joined));
        return told;
    }

    private static Map<String, String> theirs(Path file, String host) throws Exception {
        var told = new TreeMap<String, String>();
        TOLD.forEach((keyword, usual) -> told.put(keyword, spelled(keyword, usual)));
        for (var line : answer(file, host)) {
            var keyword = line.split(" ")[0];
            var value = line.substring(Math.min(line.length(), keyword.length() + 1));
            if (keyword.equals("identityfile")) {
                told.merge(keyword, value, OpenSshConfigIT::joined);
            } else if (TOLD.containsKey(keyword) || keyword.equals("hostname")) {
                told.put(keyword, spelled(keyword, value));
            }
        }
        if (told.getOrDefault("identityfile", "").startsWith("~/.ssh/id_rsa")) {
            told.remove("identityfile");
        }
        return told;
    }

    private static List<String> answer(Path file, String host) throws Exception {
        var ssh = new ProcessBuilder("ssh", "-G", "-F", file.toString(), host)
                .redirectErrorStream(true)
                .start();
        var told = new String(ssh.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(ssh.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(ssh.exitValue()).as(told).isZero();
        return told.lines().toList();
    }

    private static String joined(String some, String more) {
        return some + "\n" + more;
    }

    /** One spelling for what means the same. */
    private static String spelled(String keyword, String value) {
        var small = value.toLowerCase(Locale.ROOT);
        return switch (keyword.startsWith("proxy") && small.equals("none") ? "" : small) {
            case "yes", "true" -> "yes";
            case "no", "false" -> "no";
            case "off" -> keyword.equals("stricthostkeychecking") ? "no" : value;
            case "" -> "";
            default -> value.replace("ssh://", "");
        };
    }
}
