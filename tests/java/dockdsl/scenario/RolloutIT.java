package dockdsl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.lab.Lab;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Changes that come over several hosts, and go back from them. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class RolloutIT {
    private static final List<String> HOSTS = List.of("web1", "web2", "web3");
    private static final String GOES_WRONG_ON_WEB3 = "command host.name == 'web3' ? ['false'] : ['/bin/serve']";

    /** Tries every address of the name, as most clients do. */
    private static final String ASKS_ALL_THE_TIME = """
            import socket, time
            while True:
                try:
                    with socket.create_connection(("app", 80), 2) as connection:
                        connection.sendall(b"GET / HTTP/1.0\\r\\n\\r\\n")
                        print("ok" if connection.recv(4).startswith(b"HTTP") else "lost")
                except OSError as e:
                    print("lost", e)
                time.sleep(0.01)
            """;

    private static Lab lab;

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeAll
    static void bringUp() {
        lab = Lab.upWithRegistry("rollout", "web1", "web2", "web3");
    }

    @BeforeEach
    void startWithTheFirstVersionEverywhere() {
        desk = Desk.at(folder, lab);
        desk.write("hosts.groovy", Desk.inventory(lab, "web", "web1", "web2", "web3"));
        for (String host : HOSTS) {
            lab.removeContainers(host);
        }
        site("1", "");
        succeeds(apply());
    }

    @Test
    void hostsAreChangedBatchByBatch() {
        site("2", "rollout { batch 1, 2 }");

        succeeds(apply());

        assertThat(startOf("web1")).isLessThan(startOf("web2")).isLessThan(startOf("web3"));
        assertThat(desk.dockdsl("plan", "-i", "hosts.groovy").out()).contains("Nothing to change");
    }

    @Test
    void aFailureLeavesTheHostsBehindItUntouched() {
        Map<String, String> before = states();
        site("2", "rollout { batch 1 }; " + GOES_WRONG_ON_WEB3.replace("web3", "web2"));

        Desk.Outcome outcome = apply();

        assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(2);
        assertThat(mode("web1")).isEqualTo("MODE=2");
        assertThat(states().get("web3")).isEqualTo(before.get("web3"));
        assertThat(idOf("web2")).isEqualTo(before.get("web2").split(" ")[0]);
    }

    @Test
    void aRollbackBringsBackTheVeryContainers() {
        Map<String, String> before = states();
        site("2", "rollout { batch 1; onFailure rollback }; " + GOES_WRONG_ON_WEB3.replace("web3", "web2"));

        Desk.Outcome outcome = apply();

        assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(2);
        assertThat(outcome.out()).contains("rescued=1");
        for (String host : HOSTS) {
            assertThat(idOf(host)).as(host).isEqualTo(before.get(host).split(" ")[0]);
            assertThat(names(host)).as(host).containsExactly("app");
        }
        assertThat(states().get("web3")).isEqualTo(before.get("web3"));
    }

    @Test
    void aRollbackThatIsKilledIsHealedByTheNextRun() {
        site("2", "rollout { batch 2; onFailure rollback }; " + GOES_WRONG_ON_WEB3);
        try (EngineEvents events = EngineEvents.of(lab, "web1")) {
            Desk.Running run = desk.start("apply", "--yes", "-i", "hosts.groovy");
            while (events.await(events.seen().size() + 1, run) && !isGoingBack(events.seen())) {}
            run.kill().end();
        }

        site("3", "");
        succeeds(desk.dockdsl("apply", "--yes", "-i", "hosts.groovy", "--lock-wait", "30s"));

        for (String host : HOSTS) {
            assertThat(names(host)).as(host).containsExactly("app");
            assertThat(mode(host)).as(host).isEqualTo("MODE=3");
        }
        assertThat(apply().out()).contains("changed=0").doesNotContain("changed=1");
    }

    /** The new container got the name, and then lost it again. */
    private static boolean isGoingBack(List<String> events) {
        return events.stream().filter(event -> event.contains(" rename ")).count() >= 3;
    }

    @Test
    void hooksRunOnThisMachineOnTheHostAndInTheContainer() {
        site("2", """
                hooks {
                    beforeSwitch local('echo "$DOCKDSL_HOST $DOCKDSL_CONTAINER" >> seen.txt')
                    beforeStop   inContainer('echo "$DOCKDSL_SITE" > /www/drained'), onHost('cp', '/etc/hostname', '/tmp/a b')
                    afterStart   onHost('id -un > /tmp/who; echo "$DOCKDSL_IMAGE" > /tmp/image', sudo: true)
                }
                drain '100ms'
                """);

        succeeds(apply());

        assertThat(folder.resolve("seen.txt")).content().contains("web1 app", "web2 app", "web3 app");
        assertThat(lab.ssh("web1", "cat '/tmp/a b' /tmp/who /tmp/image").lines())
                .contains("web1", "root", lab.fact("LAB_REGISTRY") + "/hello:1");
    }

    @Test
    void aHookThatFailsAfterTheStartBringsTheOldContainerBack() {
        Map<String, String> before = states();
        site("2", "hooks { afterStart inContainer('exit 7') }");

        Desk.Outcome outcome = apply();

        assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(2);
        assertThat(outcome.err()).contains("the hook afterStart inContainer('exit 7') ended with 7");
        HOSTS.forEach(host -> assertThat(idOf(host)).isEqualTo(before.get(host).split(" ")[0]));
    }

    @Test
    void whatIsNotEssentialFailsWithoutTheRun() {
        site("2", "essential false; command 'false'");

        Desk.Outcome outcome = apply();

        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        assertThat(outcome.out()).contains("ignored=1");
    }

    @Test
    void aContainerThatStartsFirstAnswersAllTheTime() {
        site(
                "1",
                "command 'sh', '-c', 'httpd -p 80 -h /www; trap \"sleep 1; exit 0\" TERM; while :; do sleep 0.1; done'");
        succeeds(apply());
        lab.docker(
                "web1",
                "run",
                "-d",
                "--name",
                "client",
                "--network",
                "dockdsl-scenario",
                "--entrypoint",
                "python3",
                lab.fact("LAB_REGISTRY") + "/identidock/dnmonster:1.0",
                "-uc",
                ASKS_ALL_THE_TIME);

        site(
                "2",
                "rollout { order startFirst }; "
                        + "command 'sh', '-c', 'httpd -p 80 -h /www; trap \"sleep 1; exit 0\" TERM; while :; do sleep 0.1; done'");
        succeeds(apply());

        List<String> answers = lab.docker("web1", "logs", "client").lines().toList();
        lab.docker("web1", "rm", "-f", "client");
        assertThat(answers).hasSizeGreaterThan(100).allMatch("ok"::equals);
        assertThat(mode("web1")).isEqualTo("MODE=2");
    }

    private void site(String version, String settings) {
        desk.write("site.groovy", """
                site 'scenario'

                container('app') {
                    on 'web'
                    image '%1$s/hello:1'
                    env MODE: '%2$s'
                    %3$s
                }
                """.formatted(lab.fact("LAB_REGISTRY"), version, settings));
    }

    private Desk.Outcome apply() {
        return desk.dockdsl("apply", "--yes", "-i", "hosts.groovy");
    }

    private static void succeeds(Desk.Outcome outcome) {
        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
    }

    /** The Id and the start of every host's container. */
    private static Map<String, String> states() {
        Map<String, String> states = new LinkedHashMap<>();
        HOSTS.forEach(host -> states.put(host, idOf(host) + " " + startOf(host)));
        return states;
    }

    private static String idOf(String host) {
        return lab.docker(host, "inspect", "-f", "{{.Id}}", "app").strip();
    }

    private static String startOf(String host) {
        return lab.docker(host, "inspect", "-f", "{{.State.StartedAt}}", "app").strip();
    }

    private static String mode(String host) {
        return lab.docker(host, "inspect", "-f", "{{range .Config.Env}}{{println .}}{{end}}", "app")
                .lines()
                .filter(line -> line.startsWith("MODE="))
                .findFirst()
                .orElse("");
    }

    private static List<String> names(String host) {
        return lab.docker(host, "ps", "-a", "--format", "{{.Names}}").lines().toList();
    }
}
