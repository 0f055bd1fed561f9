package dockdsl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.lab.Lab;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Hosts that allow little, or answer nothing: a run ends in time, says why, and the next one heals. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LimitsIT {
    private static final String HOST = "web1";
    private static final String SETTINGS = "/etc/ssh/sshd_config.d/limits.conf";
    private static final String RESTART = "systemctl reset-failed ssh && systemctl restart ssh";
    private static final Duration BOUND = Duration.ofMinutes(3);

    private static Lab lab;

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeAll
    static void bringUp() {
        lab = Lab.upWithRegistry("limits", HOST);
    }

    @BeforeEach
    void startWithAnEmptyHost() {
        desk = Desk.at(folder, lab);
        desk.write("hosts.groovy", Desk.inventory(lab, "web", HOST));
        lab.ssh(HOST, "docker ps -aq | xargs -r docker rm -f -v");
    }

    @AfterEach
    void liftTheLimits() {
        lab.ssh(
                HOST,
                "kill -CONT $(pidof dockerd); if [ -e " + SETTINGS + " ]; then rm " + SETTINGS + "; " + RESTART
                        + "; fi");
    }

    @Test
    void twoSessionsWithoutForwardingOfSocketsAreEnough() {
        sshd("MaxSessions 2", "AllowStreamLocalForwarding no");
        declare(3, "");

        converges();
    }

    @Test
    void aSessionTooFewIsSaidAtOnce() {
        sshd("MaxSessions 1", "AllowStreamLocalForwarding no");
        declare(1, "");

        Desk.Outcome outcome = apply();

        assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(2);
        assertThat(outcome.err() + outcome.out()).contains("MaxSessions").contains("sshd_config");
    }

    @Test
    void checksNeedNoForwarding() {
        sshd("AllowTcpForwarding no", "MaxSessions 2", "AllowStreamLocalForwarding no");
        declare(2, "check http('/', status: 200); check tcp(80)");

        converges();
    }

    @Test
    void withoutForwardingAndWithoutBashACheckFailsAtOnceAndSaysWhatToDo() {
        sshd("AllowTcpForwarding no");
        declare(1, "check http('/', status: 200, within: '4m')");
        lab.ssh(HOST, "usermod -s /bin/sh root && mv /usr/bin/bash /usr/bin/bash.away");
        try {
            Desk.Outcome outcome = apply();

            assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(2);
            assertThat(outcome.err() + outcome.out()).contains("AllowTcpForwarding", "web1", "app1", "site.groovy:");
        } finally {
            lab.ssh(HOST, "mv /usr/bin/bash.away /usr/bin/bash && usermod -s /bin/bash root");
        }
    }

    @Test
    void anEngineThatIsFrozenIsNamedAndTheNextRunHeals() {
        declare(1, "");
        lab.ssh(HOST, "kill -STOP $(pidof dockerd)");

        Desk.Outcome outcome = apply();

        assertThat(outcome.exitCode()).as(outcome.toString()).isNotZero();
        assertThat(outcome.err() + outcome.out()).contains("engine").contains(HOST);
        lab.ssh(HOST, "kill -CONT $(pidof dockerd)");
        converges();
    }

    @Test
    void anEngineThatRestartsInTheMiddleIsHealedByTheNextRun() {
        declare(6, "");
        try (EngineEvents events = EngineEvents.of(lab, HOST)) {
            Desk.Running run = desk.start("apply", "--yes", "-i", "hosts.groovy");
            assertThat(events.await(3, run)).isTrue();
            lab.ssh(HOST, "systemctl reset-failed docker; systemctl restart docker");
            run.end();
        }
        converges();
    }

    /** One run does everything, the next has nothing to do. */
    private void converges() {
        Desk.Outcome first = apply();
        assertThat(first.exitCode()).as(first.toString()).isZero();
        Desk.Outcome second = apply();
        assertThat(second.out()).as(second.toString()).contains("changed=0").doesNotContain("changed=1");
    }

    private Desk.Outcome apply() {
        long start = System.nanoTime();
        Desk.Outcome outcome = desk.dockdsl("apply", "--yes", "-i", "hosts.groovy");
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as(outcome.toString())
                .isLessThan(BOUND);
        return outcome;
    }

    private static void sshd(String... settings) {
        lab.ssh(HOST, "printf '" + String.join("\\n", settings) + "\\n' > " + SETTINGS + " && " + RESTART);
    }

    private void declare(int containers, String settings) {
        desk.write("site.groovy", """
                site 'limits'

                (1..%d).each { n ->
                    container("app$n") {
                        on 'web'
                        image '%s/hello:1'
                        %s
                    }
                }
                """.formatted(containers, lab.fact("LAB_REGISTRY"), settings));
    }
}
