package dockdsl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.docker.JsonReader;
import dockdsl.lab.Lab;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do with containers by hand between two deployments, on real hosts. */
class OperationsIT {
    private static final Lab LAB = Lab.upWithRegistry("operations", "web1", "web2");
    private static final String LINES_ARE_GONE = "\033[2A\r\033[J";

    private static final String SITE = """
            site 'ops'
            network 'backend'
            container('app') {
                on 'web'
                image '10.213.0.1:5000/debian:12'
                command 'sh', '-c', 'echo started %1$s; echo oops >&2; exec sleep infinity'
                env VERSION: '%1$s'
                networks 'backend'
                init true
                stopTimeout '1s'
            }
            container('second') {
                on 'web1'
                image '10.213.0.1:5000/debian:12'
                command 'sh', '-c', 'sleep 0.2; echo second; exec sleep infinity'
                dependsOn 'app'
                init true
                instances 2
                stopTimeout '1s'
            }
            """;

    @TempDir
    private static Path folder;

    private static Desk desk;

    private static void writeSite(String version) {
        String hosts = Desk.inventory(LAB, "web", "web1", "web2");
        desk.write(
                "site.groovy", SITE.formatted(version).replace("network 'backend'\n", "network 'backend'\n" + hosts));
    }

    @BeforeAll
    static void sitDown() {
        desk = Desk.at(folder, LAB);
        writeSite("1");
        Desk.Outcome outcome = desk.dockdsl("apply", "-y");
        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
    }

    @Test
    void logsOfAllHostsComeInOneOrderAndErrorsOnStandardError() {
        Desk.Outcome outcome = desk.dockdsl("logs", "-n", "2", "--grep", "^(started|sec|oops)");
        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        assertThat(outcome.out().lines().map(line -> line.replaceFirst(" +\\|", " |")))
                .contains("web1/second | second", "web1/second-2 | second", "web2/app | started 1");
        assertThat(outcome.err().lines().map(line -> line.replaceFirst(" +\\|", " |")))
                .containsOnly("web1/app | oops", "web2/app | oops");
    }

    @Test
    void logsAreFollowedThroughARestartAndAReplacement() {
        Desk.Running logs = desk.start("logs", "-f", "-n", "2", "app@web1");
        try {
            await(() -> Desk.contents(logs.out()).contains("started"));
            LAB.docker("web1", "restart", "-t", "1", "app");
            await(() -> count(Desk.contents(logs.out()), "started 1") == 2);
            writeSite("2");
            assertThat(desk.dockdsl("apply", "-y", "-l", "web1").exitCode()).isZero();
            await(() -> Desk.contents(logs.out()).contains("web1/app | started 2"));
            Desk.Outcome outcome = logs.interrupt().end();
            assertThat(outcome.exitCode()).isEqualTo(130);
            assertThat(outcome.out().lines()).containsOnly("web1/app | started 1", "web1/app | started 2");
            assertThat(outcome.err().lines()).containsOnly("web1/app | oops").hasSize(3);
        } finally {
            logs.interrupt();
            writeSite("1");
        }
    }

    @Test
    void aHostThatIsLostWhileItsLogsAreFollowedIsToldAndComeBackTo() {
        Desk.Running logs = desk.start("logs", "-f", "-n", "2", "app");
        try {
            await(() -> Desk.contents(logs.out()).lines().count() == 2);
            LAB.trySsh("web2", "pkill -f '^sshd: root'");
            await(() -> Desk.contents(logs.err()).contains("host web2: is back"));
            LAB.docker("web1", "restart", "-t", "1", "app");
            LAB.docker("web2", "restart", "-t", "1", "app");
            await(() -> Desk.contents(logs.out()).lines().count() == 4);
        } finally {
            logs.interrupt();
        }
        Desk.Outcome outcome = logs.end();
        assertThat(outcome.exitCode()).isEqualTo(130);
        assertThat(outcome.out().lines())
                .as("none is lost and none comes twice")
                .containsExactlyInAnyOrder(
                        "web1/app | started 1", "web2/app | started 1", "web1/app | started 1", "web2/app | started 1");
        assertThat(outcome.err())
                .containsPattern(
                        "host web2 \\(\\S+:\\d+\\): the connection was lost\n    It is tried again until it is back")
                .doesNotContain("host web1", "journalctl");
    }

    @Test
    void logsWithNothingToShowSaySo() {
        Desk.Outcome outcome = desk.dockdsl("logs", "--grep", "nothing like that", "--since", "1s");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .isEqualTo(
                        "Nothing to show: the containers have written no line that matches `--grep nothing like that`"
                                + " in that time.\n");
    }

    @Test
    void aNameThatNobodyHasIsToldWithThoseThatAre() {
        Desk.Outcome outcome = desk.dockdsl("logs", "ap");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("neither a container of the site 'ops' nor a host")
                .contains("`app`");
    }

    @Test
    void oneTerminalIsNotForSeveralContainers() {
        Desk.Outcome outcome = desk.shell("python3 $RESOURCES/operations/keys.py dockdsl exec -it second -- sh", "");
        assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(64);
        assertThat(outcome.out()).contains("second@web1, second-2@web1");
    }

    @Test
    void keysAndSizesPassToAContainer() {
        assertIsOurTerminal("dockdsl exec -it second-2 -- bash --norc");
        assertThat(LAB.docker("web1", "exec", "second-2", "sh", "-c", "grep -cs ^bash /proc/[0-9]*/cmdline || true"))
                .doesNotContain(":1");
    }

    @Test
    void keysAndSizesPassToALoginOnAHost() {
        assertIsOurTerminal("dockdsl ssh web2");
    }

    private static void assertIsOurTerminal(String command) {
        Desk.Outcome outcome = desk.shell("python3 $RESOURCES/operations/keys.py " + command, """
                wait #
                type stty size\\n
                wait 30 100
                size 40 120
                type while [ "$(stty size)" != "40 120" ]; do sleep 0.1; done; echo re''sized\\n
                wait resized
                type sleep 4711\\n
                wait 4711
                type \\x03
                type echo rc=$?\\n
                wait rc=130
                type exit 7\\n
                """);
        assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(7);
    }

    @Test
    void bytesPassAsTheyAreAndTheEndOfInputToo() {
        Desk.Outcome outcome = desk.shell("""
                head -c 1000000 /dev/urandom >bytes
                dockdsl exec second-2 -- cat <bytes | cmp - bytes || exit 1
                dockdsl ssh web1 -- cat <bytes | cmp - bytes || exit 2
                dockdsl exec second-2 -- sh -c 'cat >/dev/null; echo over; echo apart >&2; exit 3' <bytes
                """, "");
        assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(3);
        assertThat(outcome.out()).isEqualTo("over\n");
        assertThat(outcome.err()).isEqualTo("apart\n");
    }

    @Test
    void severalContainersAreGatheredAsHostsAre() {
        Desk.Outcome outcome = desk.dockdsl(
                "exec",
                "-b",
                "--env-var",
                "X=y z",
                "-w",
                "/tmp",
                "-u",
                "nobody",
                "app",
                "--",
                "sh",
                "-c",
                "pwd; id -un; echo $X");
        assertThat(outcome.out()).isEqualTo("""
                ---------------
                web[1-2]/app (2)
                ---------------
                /tmp
                nobody
                y z
                """);
    }

    @Test
    void ctrlCLeavesNothingBehindInContainers() {
        Desk.Running exec = desk.start("exec", "app", "--", "sleep", "4242");
        String running =
                "for p in /proc/[0-9]*; do tr '\\0' ' ' <$p/cmdline 2>/dev/null | grep -x 'sleep 4242 '; done; true";
        await(() -> LAB.docker("web2", "exec", "app", "sh", "-c", running).contains("4242"));
        assertThat(exec.interrupt().end().exitCode()).isEqualTo(99);
        await(() -> !LAB.docker("web1", "exec", "app", "sh", "-c", running).contains("4242")
                && !LAB.docker("web2", "exec", "app", "sh", "-c", running).contains("4242"));
    }

    @Test
    void filesAndFoldersArriveAsTheyAreOnHostsAndInContainersAndComeBack() {
        Desk.Outcome outcome = desk.shell("""
                set -e
                mkdir -p tree/sub/empty && head -c 300000 /dev/urandom >tree/bytes && echo x >'tree/sub/a b' && chmod 640 tree/bytes
                chmod 700 tree/sub && ln -s ../bytes tree/sub/link
                dockdsl cp tree web:/var/tmp/arrived && dockdsl cp web:/var/tmp/arrived/. back && dockdsl cp tree app:/opt
                dockdsl cp tree app:/opt && dockdsl cp app:/opt/tree/. inside && dockdsl cp app@web2:/opt/tree/bytes one
                diff -r --no-dereference tree back/web1 && diff -r --no-dereference tree back/web2
                diff -r --no-dereference tree inside/web1/app && cmp tree/bytes one
                stat -c %a back/web1/bytes back/web2/sub inside/web2/app/sub one
                dockdsl exec web -- 'ls -A /var/tmp/arrived; rm -r /var/tmp/arrived' | sort
                dockdsl exec app@web1 -- ls -A /opt
                """, "");
        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        assertThat(outcome.out()).endsWith("""
                640
                700
                700
                640
                web1: bytes
                web1: sub
                web2: bytes
                web2: sub
                tree
                """);
    }

    @Test
    void whatIsCutOffWhileItIsCopiedLeavesNothing() {
        desk.shell("truncate -s 2G big", "");
        Desk.Running copy = desk.start("cp", "big", "web1:/var/tmp/big");
        await(() -> LAB.ssh("web1", "ls -A /var/tmp").contains(".dockdsl-"));
        copy.kill().end();
        await(() -> !LAB.ssh("web1", "ls -A /var/tmp").contains(".dockdsl-"));
        assertThat(LAB.ssh("web1", "ls -A /var/tmp")).doesNotContain("big");
    }

    @Test
    void onATerminalACopyShowsHowFarItIsAndThenWhatArrived() {
        desk.shell("truncate -s 2G large", "");
        try (Typist typist = desk.typing("cp", "large", "web1:/var/tmp/large")) {
            String screen =
                    typist.awaits(" of 2.1 GB").awaits("web1: copied 1 file").end();
            assertThat(screen)
                    .containsPattern("web1  [\\d.]+ [MG]B\r?\n[\\d.]+ [MG]B of 2.1 GB")
                    .contains(LINES_ARE_GONE + "web1: copied 1 file, 2.1 GB", "exit code 0");
        } finally {
            LAB.ssh("web1", "rm -f /var/tmp/large");
        }
    }

    @Test
    void ofAnEngineThatDoesNotRunItIsSaidWhatToDoAndNothingOfItsContainers() {
        LAB.ssh("web2", "systemctl stop docker.socket docker");
        try {
            Desk.Outcome outcome = desk.dockdsl("status");
            assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(2);
            assertThat(outcome.err()).contains("host web2: its engine does not run", "`dockdsl bootstrap`");
            assertThat(outcome.out())
                    .containsPattern("web1 +app .*running")
                    .doesNotContain("missing")
                    .doesNotContainPattern("web2 +app");
        } finally {
            LAB.ssh("web2", "systemctl start docker");
            await(() -> LAB.docker("web2", "ps", "-a").contains("app"));
            LAB.docker("web2", "start", "app");
        }
    }

    @Test
    void processesAndWhatContainersUseAreShown() {
        assertThat(desk.dockdsl("top", "app").out().lines())
                .filteredOn(line -> line.endsWith(" sleep infinity") && !line.contains("docker-init"))
                .hasSize(2)
                .allMatch(line -> line.matches("web[12] +app +root .*"));
        Desk.Outcome stats = desk.dockdsl("stats", "app@web2", "second-2", "--json");
        assertThat(stats.exitCode()).as(stats.toString()).isZero();
        assertThat(JsonReader.parse(stats.out()).trees("containers"))
                .extracting(use -> use.text("host") + "/" + use.text("container"))
                .containsExactly("web1/second-2", "web2/app");
        assertThat(desk.dockdsl(Map.of("COLUMNS", "60"), "stats").out()).contains("web1", "app");
    }

    @Test
    void aContainerThatRunsOnceHasTheSettingsAndLeavesNothing() {
        Desk.Outcome outcome = desk.shell("""
                head -c 300000 /dev/urandom >bytes
                dockdsl run second --env-var MORE=x -- sh -c 'echo $MORE; cat | md5sum; exit 9' <bytes; echo $?
                md5sum <bytes
                dockdsl run app@web2 -- sh -c 'echo version $VERSION; cat /etc/hostname' </dev/null
                """, "");
        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        List<String> lines = outcome.out().lines().toList();
        assertThat(lines)
                .hasSize(6)
                .startsWith("x")
                .contains("9")
                .element(4)
                .asString()
                .startsWith("version ");
        assertThat(lines.get(1)).isEqualTo(lines.get(3));
        assertThat(LAB.docker("web1", "ps", "-a")).doesNotContain("second.run-");
        assertThat(desk.dockdsl("status").out()).doesNotContain(".run-");
    }

    @Test
    void aContainerThatRunsOnceIsGoneWhenItIsInterruptedOrItsConnectionIsLost() {
        Desk.Running interrupted = desk.start("run", "app@web1", "--", "sleep", "1000");
        Desk.Running killed = desk.start("run", "app@web2", "--", "sleep", "1000");
        await(() -> LAB.docker("web1", "ps").contains("app.run-")
                && LAB.docker("web2", "ps").contains("app.run-"));
        assertThat(interrupted.interrupt().end().exitCode()).isEqualTo(99);
        killed.kill();
        await(() -> !LAB.docker("web1", "ps", "-a").contains("app.run-")
                && !LAB.docker("web2", "ps", "-a").contains("app.run-"));
    }

    private static long count(String text, String part) {
        return text.lines().filter(line -> line.contains(part)).count();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it does not come").isLessThan(end);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
