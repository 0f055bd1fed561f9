package dockdsl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.lab.Lab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passwords of registries, of SSH and of sudo, and secrets of containers are where they belong and nowhere else, whatever a run does and however loud it is. */
class NeverSeenIT {
    private static final String HOST = "web1";
    private static final String WRONG = "wrong-Cl4re-Me4dow-71";
    private static final String INNER = "inner-W4ter-Mill-58";
    private static final String LOGIN = "login-Br0ken-Lantern-13";
    private static final String ROOT = "root-S1lver-Anvil-47";

    /** As a variable it is seen by whoever may look into the container, and by nobody else. */
    private static final String EXPOSED = "exposed-H0llow-Oak-92";

    private static final String CONTROL = "control-Gr4ss-Hopper-29";

    /** Keeps what it saw of each process on the host: its arguments and its environment. */
    private static final String SAMPLER = """
            cat >/root/sampler <<'END'
            while [ ! -e /tmp/seen.stop ]; do
              cat /proc/[0-9]*/cmdline /proc/[0-9]*/environ 2>/dev/null | tr '\\0' '\\n' | sort -u - /tmp/seen >/tmp/seen.new
              mv /tmp/seen.new /tmp/seen
              sleep 0.02
            done
            END
            : >/tmp/seen
            setsid sh /root/sampler </dev/null >/dev/null 2>&1 &""";

    /** One who logs in with a password, and of whom sudo wants another one: root's. */
    private static final String CAROL = """
            id carol >/dev/null 2>&1 || useradd -m -s /bin/bash carol
            printf 'carol:%s\\nroot:%s\\n' | chpasswd
            printf 'carol ALL=(ALL:ALL) ALL\\nDefaults:carol rootpw\\n' >/etc/sudoers.d/carol
            printf 'Match User carol\\nPasswordAuthentication yes\\n' >/etc/ssh/sshd_config.d/carol.conf
            systemctl reset-failed ssh && systemctl restart ssh""".formatted(LOGIN, ROOT);

    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();
    private String inspected = "";

    @Test
    void aPasswordIsInNoOutputNoProcessNoFileAndNoImage() throws Exception {
        Lab lab = Lab.upWithRegistry("trust", HOST);
        String password = lab.fact("LAB_REGISTRY_PASSWORD");
        Desk desk = Desk.at(folder, lab);
        desk.write("hosts.groovy", """
                secret 'root', from: env('SUDO_PASSWORD')
                group('web') {
                    host '%s', address: '%s', user: 'carol', password: env('SSH_PASSWORD'), sudoPassword: secret('root')
                }
                """.formatted(HOST, lab.address(HOST)));
        lab.ssh(HOST, CAROL);
        lab.removeContainers(HOST);
        lab.ssh(HOST, "docker images -q | sort -u | xargs -r docker rmi -f; rm -rf /var/lib/dockdsl /tmp/seen*");
        lab.ssh(HOST, SAMPLER);
        Set<String> seenHere;
        try (ArgumentsHere here = new ArgumentsHere()) {
            runEverything(lab, desk, password);
            seenHere = here.seen();
        } finally {
            lab.ssh(HOST, "touch /tmp/seen.stop");
        }
        String seenThere = lab.ssh(HOST, "cat /tmp/seen; rm -f /tmp/seen*");

        assertThat(seenThere)
                .as("the sampler looks")
                .contains("argument-" + CONTROL)
                .contains("VARIABLE=" + CONTROL);
        assertThat(seenHere).as("the sampler looks").anyMatch(line -> line.contains(CONTROL));
        String left = String.join("\n", filesHere()) + lab.ssh(HOST, "docker info; cat /etc/docker/*");
        assertThat(seenThere).as("the one that may be seen there").contains(EXPOSED);
        List<String> secrets = List.of(password, WRONG, INNER, LOGIN, ROOT, EXPOSED);
        for (String secret : secrets) {
            for (String spelling : spellings(secret)) {
                assertThat(told)
                        .as("what was told")
                        .filteredOn(text -> text.contains(spelling))
                        .isEmpty();
                assertThat(seenHere)
                        .as("arguments here")
                        .filteredOn(line -> line.contains(spelling))
                        .isEmpty();
                assertThat(left).as("what is left").doesNotContain(spelling);
                if (!secret.equals(EXPOSED)) {
                    assertThat(seenThere).as("arguments and environments there").doesNotContain(spelling);
                    assertThat(inspected).as("what the engine shows").doesNotContain(spelling);
                }
            }
        }
        assertThat(filesThereWith(lab, Set.of(CONTROL))).as("the search finds").contains("/dockdsl/trust/ledger.jsonl");
        Set<String> all = new LinkedHashSet<>();
        secrets.forEach(secret -> all.addAll(spellings(secret)));
        assertThat(filesThereWith(lab, all)).isBlank();
    }

    private void runEverything(Lab lab, Desk desk, String password) {
        String image = lab.fact("LAB_REGISTRY_LOGIN") + "/hello";
        desk.write("site.groovy", site(lab, image + ":1"));
        Map<String, String> right = environment(password);
        Map<String, String> wrong = environment(WRONG);

        run(0, desk, right, "check -vvv");
        run(1, desk, wrong, "apply --yes --json -vvv");
        run(0, desk, right, "plan -vvv");
        run(0, desk, right, "apply --yes -vvv");
        assertThat(told.getLast()).contains("FINE: ");
        assertThat(lab.docker(HOST, "cp", "one:/run/secrets/inner", "-")).contains(INNER);
        desk.write("site.groovy", site(lab, image + ":none"));
        run(1, desk, right, "apply --yes --json -vvv");
        desk.write("site.groovy", site(lab, image + ":2"));
        run(0, desk, right, "apply --yes -vvv");
        run(0, desk, right, "rollback --yes -vvv");
        assertThat(lab.docker(HOST, "inspect", "-f", "{{.Config.Image}}", "one"))
                .contains("hello");
        run(0, desk, right, "lock -vvv");
        run(0, desk, right, "status --json -vvv");
        run(0, desk, right, "history -vvv");
        tell(
                0,
                desk.dockdsl(
                        right,
                        "exec",
                        "-vvv",
                        "--sudo",
                        "-i",
                        "hosts.groovy",
                        "web",
                        "--",
                        "VARIABLE=" + CONTROL + " sh -c 'sleep 2; env' argument-" + CONTROL));
        inspected =
                lab.ssh(HOST, "docker inspect one; docker history --no-trunc $(docker inspect -f '{{.Image}}' one)");
        assertThat(inspected).contains(CONTROL);
        run(0, desk, right, "destroy --yes -vvv");
    }

    private static Map<String, String> environment(String registryPassword) {
        return Map.of(
                "REGISTRY_PASSWORD",
                registryPassword,
                "INNER",
                INNER,
                "EXPOSED",
                EXPOSED,
                "SSH_PASSWORD",
                LOGIN,
                "SUDO_PASSWORD",
                ROOT);
    }

    private static String site(Lab lab, String image) {
        return """
                site 'trust'
                secret 'registry_password', from: env('REGISTRY_PASSWORD')
                secret 'inner', from: env('INNER')
                secret 'exposed', from: env('EXPOSED')
                registry '%s', username: '%s', password: secret('registry_password')
                container('one') { on 'web'; image '%s'; labels control: '%s'; secret 'inner'; secret 'exposed', asEnv: 'EXPOSED' }
                """.formatted(lab.fact("LAB_REGISTRY_LOGIN"), lab.fact("LAB_REGISTRY_USER"), image, CONTROL);
    }

    private void run(int expected, Desk desk, Map<String, String> environment, String line) {
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        words.addAll(List.of("-i", "hosts.groovy", "site.groovy"));
        tell(expected, desk.dockdsl(environment, words.toArray(String[]::new)));
    }

    private void tell(int expected, Desk.Outcome outcome) {
        told.add(outcome.toString());
        if (expected == 0) {
            assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        } else {
            assertThat(outcome.exitCode()).as(outcome.toString()).isNotZero();
        }
    }

    /** As it is, and the part of its base64 that no neighbour changes, wherever it begins. */
    private static Set<String> spellings(String secret) {
        Set<String> spellings = new LinkedHashSet<>(Set.of(secret));
        for (String before : List.of("", "x", "xx")) {
            String encoded = Base64.getEncoder().encodeToString((before + secret).getBytes(StandardCharsets.UTF_8));
            spellings.add(encoded.substring(before.isEmpty() ? 0 : 4, (before + secret).length() / 3 * 4));
        }
        return spellings;
    }

    private List<String> filesHere() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> contents = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.add(file + "\n" + Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            return contents;
        }
    }

    /** Each pattern is broken by quotes, so that it stands in no command line. */
    private static String filesThereWith(Lab lab, Set<String> texts) {
        String broken = texts.stream()
                .map(text -> text.substring(0, 2) + "''" + text.substring(2))
                .collect(Collectors.joining(" "));
        return lab.ssh(HOST, """
                printf '%%s\\n' %s >/run/patterns
                journalctl -a --no-pager 2>/dev/null | grep -aFf /run/patterns
                grep -rlaFf /run/patterns /etc /home /root /run/lock /run/log /tmp /var/lib/dockdsl /var/log /var/tmp
                rm -f /run/patterns""".formatted(broken));
    }

    /** The arguments of each process of this machine, as long as it is open. */
    private static final class ArgumentsHere implements AutoCloseable {
        private static final long PAUSE_NANOS = 10_000_000;

        private final Set<String> seen = new LinkedHashSet<>();
        private volatile boolean over;
        private final Thread looking = Thread.ofPlatform().start(this::look);

        private void look() {
            while (!over) {
                LockSupport.parkNanos(PAUSE_NANOS);
                try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
                    processes
                            .filter(process -> Character.isDigit(
                                    process.getFileName().toString().charAt(0)))
                            .forEach(this::read);
                } catch (IOException impossible) {
                    throw new UncheckedIOException(impossible);
                }
            }
        }

        private void read(Path process) {
            try {
                seen.add(Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1));
            } catch (IOException gone) {
                return;
            }
        }

        Set<String> seen() {
            over = true;
            try {
                looking.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return seen;
        }

        @Override
        public void close() {
            seen();
        }
    }
}
