package dockdsl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.lab.Lab;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What hosts remember of releases, how they go back to them, and which images they keep for that. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class MemoryIT {
    private static final List<String> HOSTS = List.of("web1", "web2");

    /** Images that no registry has, so that whatever comes back can only be what the host kept. */
    private static final String START = """
            rm -rf /var/lib/dockdsl /home/*/.local/state/dockdsl
            docker ps -aq | xargs -r docker rm -f -v >/dev/null
            docker image inspect "$hello" >/dev/null 2>&1 || docker pull -q "$hello" >/dev/null
            for version in 1 2 3; do
              docker image inspect app:$version >/dev/null 2>&1 ||
                printf 'FROM %s\\nENV VERSION=%s\\n' "$hello" $version | docker build -q -t app:$version - >/dev/null
            done
            """;

    private static Lab lab;

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeAll
    static void bringUp() {
        lab = Lab.upWithRegistry("memory", "web1", "web2");
    }

    @BeforeEach
    void startWithoutAPast() {
        desk = Desk.at(folder, lab);
        desk.write("hosts.groovy", Desk.inventory(lab, "web", "web1", "web2"));
        for (String host : HOSTS) {
            lab.ssh(host, "hello=" + lab.fact("LAB_REGISTRY") + "/hello:1\n" + START);
        }
    }

    @Test
    void aSecondMachineSeesWhatTheFirstOneReleased() {
        release(1);
        release(2);
        release(3);

        Desk.Outcome history = desk.dockdsl(secondHome(), "history", "-i", "hosts.groovy", "--json");

        assertThat(history.exitCode()).as(history.toString()).isZero();
        assertThat(history.out()).contains("app:1", "app:2", "app:3");
    }

    private Map<String, String> secondHome() {
        desk.write("other/.ssh/known_hosts", Desk.contents(lab.knownHosts()));
        return Map.of("HOME", folder.resolve("other").toString());
    }

    @Test
    void aRollbackNeedsNoRegistry() {
        release(1);
        release(2);

        Desk.Outcome rollback = desk.dockdsl("rollback", "--yes", "-i", "hosts.groovy");

        assertThat(rollback.exitCode()).as(rollback.toString()).isZero();
        assertThat(version("web1")).isEqualTo("app:1");
        assertThat(version("web2")).isEqualTo("app:1");
        assertThat(desk.dockdsl("plan", "-i", "hosts.groovy").out()).contains("app:1", "app:2");
    }

    @Test
    void anEarlierReleaseIsGoneBackToByName() {
        release(1);
        release(2);
        release(3);
        String first = releases().getLast();

        Desk.Outcome rollback = desk.dockdsl("rollback", "--yes", "-i", "hosts.groovy", "--to", first);

        assertThat(rollback.exitCode()).as(rollback.toString()).isZero();
        assertThat(version("web1")).isEqualTo("app:1");
    }

    @Test
    void anUnknownReleaseTouchesNothingAndTheKnownOnesAreNamed() {
        release(1);
        release(2);
        List<String> known = releases();
        try (EngineEvents events = EngineEvents.of(lab, "web1")) {
            Desk.Outcome rollback =
                    desk.dockdsl("rollback", "--yes", "-i", "hosts.groovy", "--to", "20200101-000000-0000");

            assertThat(rollback.exitCode()).as(rollback.toString()).isEqualTo(1);
            assertThat(rollback.err()).contains(known);
            assertThat(events.seen()).isEmpty();
        }
        assertThat(version("web1")).isEqualTo("app:2");
    }

    @Test
    void aFailedReleaseIsSkippedAndEvictsNothing() {
        site(1, "keep 2");
        succeeds(apply());
        site(2, "keep 2");
        succeeds(apply());
        site(3, "keep 2; command 'false'");
        assertThat(apply().exitCode()).isEqualTo(2);

        assertThat(images("web1")).contains("app:1", "app:2", "app:3");
        succeeds(desk.dockdsl("rollback", "--yes", "-i", "hosts.groovy"));

        assertThat(version("web1")).isEqualTo("app:1");
    }

    @Test
    void theOldestImageGoesUnlessANeighbourUsesIt() {
        lab.docker("web2", "create", "--name", "neighbour", "app:1");
        site(1, "keep 2");
        succeeds(apply());
        site(2, "keep 2");
        succeeds(apply());
        site(3, "keep 2");

        Desk.Outcome third = apply();

        succeeds(third);
        assertThat(third.out()).contains("removed the image app:1");
        assertThat(images("web1")).doesNotContain("app:1").contains("app:2", "app:3");
        assertThat(images("web2")).contains("app:1", "app:2", "app:3");
    }

    @Test
    void aUserOfTheGroupOfTheEngineHasALedgerToo() {
        desk.write("hosts.groovy", Desk.inventory(lab, "web", "web1", "web2").replace("user: 'root'", "user: 'ops'"));
        release(1);
        release(2);

        succeeds(desk.dockdsl("rollback", "--yes", "-i", "hosts.groovy"));

        assertThat(version("web1")).isEqualTo("app:1");
        assertThat(lab.ssh("web1", "cd /home/ops/.local/state/dockdsl; stat -c '%U %a' memory memory/ledger.jsonl"))
                .isEqualTo("ops 700\nops 600");
    }

    private void release(int version) {
        site(version, "");
        succeeds(apply());
    }

    private void site(int version, String words) {
        desk.write("site.groovy", """
                site 'memory'
                container('app') {
                    on 'web'
                    image 'app:%d'
                    pull 'never'
                    stopTimeout '1s'
                    %s
                }
                """.formatted(version, words));
    }

    private Desk.Outcome apply() {
        return desk.dockdsl("apply", "--yes", "-i", "hosts.groovy");
    }

    private static void succeeds(Desk.Outcome outcome) {
        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
    }

    /** The newest first. */
    private List<String> releases() {
        return desk.dockdsl("history", "-i", "hosts.groovy")
                .out()
                .lines()
                .flatMap(line -> List.of(line.trim().split("\\s+")).stream())
                .filter(word -> word.matches("\\d{8}-\\d{6}-[0-9a-f]{4}"))
                .distinct()
                .toList();
    }

    private static String version(String host) {
        return lab.docker(host, "inspect", "-f", "{{.Config.Image}}", "app").trim();
    }

    private static List<String> images(String host) {
        return lab.docker(host, "images", "--format", "{{.Repository}}:{{.Tag}}")
                .lines()
                .toList();
    }
}
