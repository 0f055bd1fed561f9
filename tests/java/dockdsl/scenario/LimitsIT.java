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

    @Test
    void manyLoginsAtOnceGetInThoughSshdHangsUpOnSome() {
        sshd("MaxStartups 3:50:5");
        StringBuilder hosts = new StringBuilder(Desk.inventory(lab, "web", HOST));
        for (int n = 2; n <= 16; n++) {
            hosts.append(Desk.inventory(lab, "more", HOST).replace("'" + HOST + "'", "'" + HOST + "-" + n + "'"));
        }
        desk.write("hosts.groovy", hosts.toString());
        declare(1, "");

        Desk.Outcome status = desk.dockdsl("status", "--forks", "16", "-i", "hosts.groovy");

        assertThat(status.exitCode()).as(status.toString()).isZero();
        assertThat(status.err()).as(status.toString()).doesNotContain("unreachable", "closed");
    }

    @Test
    void anSshdThatFreezesWhileHealthIsWaitedForIsNamedAndTheNextRunHeals() {
        declare(
                1,
                "healthcheck { command 'test -e /ready'; interval '1s'; retries 100 }; rollout { healthyWithin '2m' }");
        try (EngineEvents events = EngineEvents.of(lab, HOST)) {
            Desk.Running run = desk.start("apply", "--yes", "-i", "hosts.groovy");
            assertThat(events.await("container start app1", run)).isTrue();
            lab.fault(HOST, "sshd-freeze");

            Desk.Outcome outcome = run.end();

            assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(4);
            assertThat(outcome.err()).contains(HOST);
            Desk.Outcome again = apply();
            assertThat(again.exitCode()).as(again.toString()).isEqualTo(4);
        } finally {
            lab.fault(HOST, "sshd-thaw");
        }
        declare(1, "");
        converges();
    }

    @Test
    void aNetworkThatIsCutInTheMiddleOfALayerCostsNothingThatRunsAndTheNextRunHeals() {
        declare(1, "stopTimeout 0");
        converges();
        String before = life();
        lab.ssh(HOST, "docker rmi -f " + lab.fact("LAB_REGISTRY") + "/redis:7.0.15 || true");
        declareRedis();
        String registry = lab.fact("LAB_REGISTRY").split(":")[0];
        String some = "iptables -%s INPUT -s " + registry + " -p tcp --sport 5000 -m quota --quota 3000000 -j ACCEPT";
        String rest = "iptables -%s INPUT -s " + registry + " -p tcp --sport 5000 -j DROP";
        lab.ssh(HOST, some.formatted("A") + " && " + rest.formatted("A"));
        try {
            Desk.Running run = desk.start("apply", "--yes", "-i", "hosts.groovy");
            lab.ssh(HOST, "until iptables -vxnL INPUT | grep DROP | grep -qv '^ *0 '; do sleep 0.2; done");
            lab.fault(HOST, "drop");

            Desk.Outcome outcome = run.end();

            assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(4);
            assertThat(outcome.err()).contains("redis:7.0.15", "on web1", "the connection was lost", "Run again");
        } finally {
            lab.fault(HOST, "undrop");
            lab.ssh(HOST, some.formatted("D") + "; " + rest.formatted("D"));
        }
        assertThat(life()).isEqualTo(before);
        converges();
        assertThat(lab.docker(HOST, "ps", "--format", "{{.Names}} {{.Image}}"))
                .isEqualTo("app1 " + lab.fact("LAB_REGISTRY") + "/redis:7.0.15");
    }

    @Test
    void packetsThatAreDroppedWhileOneRunWaitsForHealthAndOneForTheLockEndBothInTime() {
        declare(
                1,
                "healthcheck { command 'test -e /ready'; interval '1s'; retries 200 }; rollout { healthyWithin '4m' }");
        try (EngineEvents events = EngineEvents.of(lab, HOST)) {
            Desk.Running first = desk.start("apply", "--yes", "-i", "hosts.groovy");
            assertThat(events.await("container start app1", first)).isTrue();
            Desk.Running second = desk.start("apply", "--yes", "-i", "hosts.groovy", "--lock-wait", "4m");
            assertThat(second.tells("waits for another run")).isTrue();
            lab.fault(HOST, "drop");
            long start = System.nanoTime();

            Desk.Outcome ofHealth = first.end();
            Desk.Outcome ofLock = second.end();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(2));
            assertThat(ofHealth.exitCode()).as(ofHealth.toString()).isEqualTo(4);
            assertThat(ofHealth.err()).contains("container app1", "on web1", "the connection was lost");
            assertThat(ofLock.exitCode()).as(ofLock.toString()).isEqualTo(4);
            assertThat(ofLock.err()).contains("host web1 (", "lock", "not answered for 30 s");
        } finally {
            lab.fault(HOST, "undrop");
        }
        declare(1, "");
        converges();
    }

    @Test
    void aDiskThatIsFullNeverCostsWhatRuns() {
        lab.ssh(
                HOST,
                "systemctl stop docker.socket docker; mount -t tmpfs -o size=24m none /var/lib/docker; "
                        + "systemctl reset-failed docker; systemctl start docker");
        try {
            declare(1, "");
            converges();
            String before = life();
            declareRedis();

            Desk.Outcome outcome = apply();

            assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(2);
            assertThat(outcome.err()).contains("no space left on device", "redis:7.0.15", HOST);
            assertThat(life()).isEqualTo(before);
        } finally {
            lab.ssh(
                    HOST,
                    "docker ps -aq | xargs -r docker rm -f; systemctl stop docker.socket docker; "
                            + "umount -l /var/lib/docker; systemctl reset-failed docker; systemctl start docker");
        }
    }

    @Test
    void fiftyContainersOnOneHost() {
        declare(50, "stopTimeout 0");

        converges();

        assertThat(lab.docker(HOST, "ps", "-q").lines()).hasSize(50);
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
        Desk.Outcome outcome = desk.dockdsl("apply", "--yes", "-i", "hosts.groovy", "--lock-wait", "90s");
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as(outcome.toString())
                .isLessThan(BOUND);
        return outcome;
    }

    private static String life() {
        return lab.docker(HOST, "inspect", "-f", "{{.Id}} {{.State.StartedAt}}", "app1");
    }

    private static void sshd(String... settings) {
        lab.ssh(HOST, "printf '" + String.join("\\n", settings) + "\\n' > " + SETTINGS + " && " + RESTART);
    }

    /** The same with another image. */
    private void declareRedis() {
        desk.write("site.groovy", Desk.contents(folder.resolve("site.groovy")).replace("hello:1", "redis:7.0.15"));
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
