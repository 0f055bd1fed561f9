package dockdsl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.lab.Lab;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs that meet, and runs that are cut off at any moment: nothing is lost, nothing is left, the next one puts it right. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class InterruptionIT {
    private static final String HOST = "web1";
    private static final int MOST_EVENTS = 60;

    /** It takes some seconds until it counts as well. */
    private static final String SLOW = "healthcheck { command 'sh', '-c', 'exit 0'; interval '5s' }";

    private static Lab lab;

    @TempDir
    private Path folder;

    private Desk desk;
    private int version;

    @BeforeAll
    static void bringUp() {
        lab = Lab.upWithRegistry("lock", "web1", "web2");
    }

    @BeforeEach
    void startWithAContainerThatHasData() {
        desk = Desk.at(folder, lab);
        desk.write("hosts.groovy", Desk.inventory(lab, "web", HOST));
        desk.write("both.groovy", Desk.inventory(lab, "web", HOST, "web2"));
        for (String host : List.of(HOST, "web2")) {
            lab.removeContainers(host);
        }
        nextVersion();
        assertThat(apply())
                .satisfies(outcome ->
                        assertThat(outcome.exitCode()).as(outcome.toString()).isZero());
        lab.docker(HOST, "exec", "app", "sh", "-c", "echo precious >/data/kept");
    }

    @AfterEach
    void mendTheNetwork() {
        lab.fault(HOST, "undrop");
    }

    @Test
    void ofTwoRunsAtOnceOneWorksAndTheOtherIsToldAboutIt() {
        nextVersion(SLOW);
        Desk.Running one = desk.start("apply", "--yes", "-i", "both.groovy");
        Desk.Running other = desk.start("apply", "--yes", "-i", "both.groovy");

        List<Desk.Outcome> outcomes = List.of(one.end(), other.end());

        assertThat(outcomes)
                .extracting(Desk.Outcome::exitCode)
                .as(outcomes.toString())
                .containsExactlyInAnyOrder(0, 75);
        String told = outcomes.get(outcomes.getFirst().exitCode() == 75 ? 0 : 1).err();
        assertThat(told)
                .containsPattern(
                        "Locked by another run on web[12] \\(\\S+@\\S+ since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC,"
                                + " apply of site scenario\\)")
                .contains("--lock-wait");
        assertThat(mode()).isEqualTo("MODE=" + version);
    }

    @Test
    void aRunThatWaitsGoesOnWhenTheOtherHasEnded() {
        nextVersion(SLOW);
        Desk.Running one = desk.start("apply", "--yes", "-i", "both.groovy");
        Desk.Running other = desk.start("apply", "--yes", "-i", "both.groovy", "--lock-wait", "1m");

        List<Desk.Outcome> outcomes = List.of(one.end(), other.end());

        assertThat(outcomes.get(1).exitCode()).as(outcomes.toString()).isZero();
        assertThat(mode()).isEqualTo("MODE=" + version);
        assertThat(apply().out()).contains("changed=0");
    }

    @Test
    void aRunThatIsKilledLeavesNoLock() {
        nextVersion();
        cutOffAtEvent(1, Desk.Running::kill);

        long start = System.nanoTime();
        Desk.Outcome next = desk.dockdsl("apply", "--yes", "-i", "hosts.groovy", "--lock-wait", "10s");

        assertThat(next.exitCode()).as(next.toString()).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void aRunThatIsInterruptedSaysSoAndTheNextOneHeals() {
        for (int event : new int[] {1, 4, 7}) {
            nextVersion();
            Cut cut = cutOffAtEvent(event, Desk.Running::interrupt);

            assertThat(cut.outcome().exitCode()).as(cut.toString()).isEqualTo(99);
            assertThat(cut.outcome().err()).contains("Interrupted").contains("dockdsl apply");
            heals(cut);
        }
    }

    @Test
    void aRunThatIsKilledAtAnyEventIsHealedByTheNext() {
        List<String> failures = new ArrayList<>();
        boolean cutOff = true;
        int cuts = 0;
        for (int event = 1; cutOff && event < MOST_EVENTS; event++) {
            nextVersion();
            Cut cut = cutOffAtEvent(event, Desk.Running::kill);
            cutOff = cut.early();
            cuts += cutOff ? 1 : 0;
            try {
                heals(cut);
            } catch (AssertionError e) {
                failures.add("after event " + event + " " + cut + ":\n" + e.getMessage());
                startWithAContainerThatHasData();
            }
        }
        assertThat(failures).as("with " + cuts + " cuts").isEmpty();
        assertThat(cuts).isGreaterThanOrEqualTo(15);
    }

    @Test
    void aRunWhoseNetworkIsCutIsHealedByTheNext() {
        for (int event : new int[] {2, 5, 8}) {
            nextVersion();
            Cut cut = cutOffAtEvent(event, run -> lab.fault(HOST, "drop"));
            lab.fault(HOST, "undrop");

            heals(cut);
        }
    }

    /** The old or the new container is there with its data; one run mends everything; the next has nothing to do. */
    private void heals(Cut cut) {
        List<String> left = names();
        assertThat(left).as(cut.toString()).anyMatch(name -> name.matches("app|app\\.dockdsl-old"));

        Desk.Outcome healing = desk.dockdsl("apply", "--yes", "-i", "hosts.groovy", "--lock-wait", "90s");

        String story = cut + "\nleft: " + left + "\nthe next run: " + healing;
        assertThat(healing.exitCode()).as(story).isZero();
        assertThat(names()).as(story).containsExactlyInAnyOrder("app", "other");
        assertThat(running()).as(story).containsExactlyInAnyOrder("app", "other");
        assertThat(mode()).as(story).isEqualTo("MODE=" + version);
        assertThat(lab.docker(HOST, "exec", "app", "cat", "/data/kept"))
                .as(story)
                .isEqualTo("precious");
        assertThat(apply().out()).as(story).contains("changed=0").doesNotContain("changed=1");
    }

    private Cut cutOffAtEvent(int event, Consumer<Desk.Running> cut) {
        try (EngineEvents events = EngineEvents.of(lab, HOST)) {
            Desk.Running run = desk.start("apply", "--yes", "-i", "hosts.groovy");
            boolean early = events.await(event, run);
            if (early) {
                cut.accept(run);
            }
            return new Cut(early, events.seen(), run.end());
        }
    }

    private record Cut(boolean early, List<String> events, Desk.Outcome outcome) {}

    private void nextVersion() {
        nextVersion("");
    }

    private void nextVersion(String settings) {
        version++;
        desk.write("site.groovy", """
                site 'scenario'

                volume 'data'

                container('app') {
                    on 'web'
                    image '%1$s/hello:1'
                    env MODE: '%2$d'
                    publish '8081:80'
                    volume 'data', at: '/data'
                    check http('/', status: 200)
                    %3$s
                }

                container('other') {
                    on 'web'
                    image '%1$s/hello:1'
                    env MODE: '%2$d'
                }
                """.formatted(lab.fact("LAB_REGISTRY"), version, settings));
    }

    private Desk.Outcome apply() {
        return desk.dockdsl("apply", "--yes", "-i", "hosts.groovy");
    }

    private static String mode() {
        return lab.docker(HOST, "inspect", "-f", "{{range .Config.Env}}{{println .}}{{end}}", "app")
                .lines()
                .filter(line -> line.startsWith("MODE="))
                .findFirst()
                .orElse("");
    }

    private static List<String> names() {
        return lab.docker(HOST, "ps", "-a", "--format", "{{.Names}}").lines().toList();
    }

    private static List<String> running() {
        return lab.docker(HOST, "ps", "--format", "{{.Names}}").lines().toList();
    }
}
