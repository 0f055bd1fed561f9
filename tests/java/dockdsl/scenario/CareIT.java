package dockdsl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.lab.Lab;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a host in order over the years: parts of a site, tidying up, and what engines do on their own. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CareIT {
    /** Neighbours have an image under a name of their own, a dangling one, and a network. */
    private static final String START = """
            rm -rf /var/lib/dockdsl /home/*/.local/state/dockdsl
            docker ps -aq | xargs -r docker rm -f -v >/dev/null
            docker network ls -q --filter type=custom | xargs -r docker network rm >/dev/null
            docker image inspect "$hello" >/dev/null 2>&1 || docker pull -q "$hello" >/dev/null
            for version in 1 2 3; do
              printf 'FROM %s\\nENV VERSION=%s\\n' "$hello" $version | docker build -q -t app:$version - >/dev/null
            done
            printf 'FROM %s\\nENV OF=neighbour\\n' "$hello" | docker build -q -t theirs:1 - >/dev/null
            printf 'FROM %s\\nENV OF=nobody\\n' "$hello" | docker build -q - >/dev/null
            docker network create --label dockdsl.site=theirs theirs >/dev/null
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
    void startWithNeighbours() {
        desk = Desk.at(folder, lab);
        desk.write("hosts.groovy", Desk.inventory(lab, "web", "web1"));
        lab.ssh("web2", "rm -rf /var/lib/dockdsl");
        lab.ssh("web1", "hello=" + lab.fact("LAB_REGISTRY") + "/hello:1\n" + START);
    }

    @Test
    void pruneTakesWhatTheSiteLeftAndNothingOfOthers() {
        for (int version = 1; version <= 3; version++) {
            desk.write("images/Dockerfile", "FROM app:" + version + "\nENV BUILT=" + version + "\n");
            site(
                    "keep 1",
                    version,
                    "container('made') { on 'web'; image 'made:1'; build 'images'; keep 1; stopTimeout '1s' }");
            // the sweep of a good apply would take the old images by itself
            lab.docker("web1", "create", "--name", "guard" + version, "app:" + version);
            succeeds(dockdsl("apply", "--yes"));
        }
        lab.docker("web1", "rm", "guard1", "guard2", "guard3");
        lab.docker("web1", "create", "--name", "app.dockdsl-new", "--label", "dockdsl.site=care", "app:3");
        lab.docker("web1", "network", "create", "--label", "dockdsl.site=care", "unused");
        lab.docker("web1", "tag", "app:2", "precious:2");
        List<String> before = images();

        Desk.Outcome shown = dockdsl("prune", "--dry-run");
        succeeds(shown);
        assertThat(shown.out()).contains("remove image app:1", "remove network unused", "app.dockdsl-new");
        assertThat(images()).isEqualTo(before);
        assertThat(dockdsl("prune").exitCode()).isEqualTo(64);

        Desk.Outcome pruned = dockdsl("prune", "--yes");
        succeeds(pruned);

        assertThat(images()).doesNotContain("app:1").contains("app:2", "precious:2", "app:3", "theirs:1", "made:1");
        assertThat(lab.docker("web1", "ps", "-a", "--format", "{{.Names}}").lines())
                .containsExactlyInAnyOrder("app", "made");
        assertThat(lab.docker("web1", "network", "ls", "--format", "{{.Name}}").lines())
                .contains("theirs", "dockdsl-care")
                .doesNotContain("unused");
        assertThat(lab.docker("web1", "images", "-q", "--filter", "dangling=true", "--filter", "label=dockdsl.build"))
                .isEmpty();
        assertThat(lab.docker("web1", "images", "-q", "--filter", "dangling=true"))
                .isNotEmpty();
        assertThat(dockdsl("prune", "--yes", "--json").out()).contains("\"changes\": []");
    }

    @Test
    void taggedContainersAreWorkedOnAlone() {
        String other = "container('other') { on 'web'; image 'app:%d'; pull 'never'; stopTimeout '1s' }";
        site("tags 'front'", 1, other.formatted(1));
        succeeds(dockdsl("apply", "--yes"));
        site("tags 'front'; link 'other'", 2, other.formatted(2));

        succeeds(dockdsl("apply", "--yes", "--tags", "front"));

        assertThat(imageOf("app")).isEqualTo("app:2");
        assertThat(imageOf("other")).isEqualTo("app:1");
        assertThat(dockdsl("plan", "-t", "front").out()).contains("Nothing to change");
        assertThat(dockdsl("status", "-t", "front").out()).doesNotContain("other");
        assertThat(dockdsl("plan").out()).contains("replace container other");
    }

    /** What an engine has does not show while it sleeps: nothing of it may be taken for missing, or made over it. */
    @Test
    void anEngineThatIsWokenHasWhatItHad() {
        site("networkMode 'none'; memory '16m'; restart always", 1, "");
        succeeds(dockdsl("apply", "--yes"));
        String id = lab.docker("web1", "inspect", "-f", "{{.Id}}", "app");
        try {
            lab.ssh("web1", "systemctl stop docker.socket docker");
            assertThat(dockdsl("plan").out())
                    .contains("start the engine; what it has shows then")
                    .doesNotContain("create");
            Desk.Outcome destroyed = dockdsl("destroy", "--yes");
            assertThat(destroyed.exitCode()).as(destroyed.toString()).isEqualTo(2);
            assertThat(destroyed.err()).contains("its engine does not run");
            assertThat(dockdsl("status").exitCode()).isEqualTo(2);

            Desk.Outcome woken = dockdsl("apply", "--yes");
            succeeds(woken);
            assertThat(woken.out()).doesNotContain("With the engines running", "container app");

            lab.ssh("web1", "systemctl stop docker.socket docker");
            site("networkMode 'none'; memory '17m'; restart always", 1, "");
            Desk.Outcome changed = dockdsl("apply", "--yes");
            succeeds(changed);
            assertThat(changed.out()).contains("With the engines running:", "update container app");
            assertThat(lab.docker("web1", "inspect", "-f", "{{.Id}}", "app")).isEqualTo(id);
        } finally {
            lab.ssh("web1", "systemctl start docker");
        }
    }

    @Test
    void portsThatTheEngineChoseAreTold() {
        site("publish '80'", 1, "");

        Desk.Outcome applied = dockdsl("apply", "--yes");

        succeeds(applied);
        String port = lab.docker("web1", "port", "app", "80/tcp")
                .lines()
                .findFirst()
                .orElseThrow()
                .replaceFirst(".*:", "");
        assertThat(applied.out()).contains("app on web1 is at " + lab.address("web1") + ":" + port);
        assertThat(dockdsl("status").out()).contains("app on web1: port 80/tcp is at port " + port + " of the host");
    }

    @Test
    void productionGetsWhatStagingRunsAlsoWhenTheTagMovesOn() {
        String image = lab.fact("LAB_REGISTRY") + "/care:1";
        tagIs(image, "hello:1");
        desk.write("hosts.groovy", Desk.inventory(lab, "web", "web1", "web2"));
        desk.write("site.groovy", """
                site 'care'
                environment('staging') { vars host: 'web1'; prefix 'staging-' }
                environment('production') { vars host: 'web2' }
                container('app') { on vars.host; image '%s'; stopTimeout '1s' }
                """.formatted(image));
        assertThat(dockdsl("promote", "staging", "production", "--yes").exitCode())
                .isEqualTo(1);
        succeeds(dockdsl("apply", "--yes", "-E", "staging"));
        String tested = lab.docker("web1", "inspect", "-f", "{{.Image}}", "staging-app");
        tagIs(image, "hello:2");
        desk.write("site.production.lock", "version 1\n");

        Desk.Outcome shown = dockdsl("promote", "staging", "production", "--dry-run");
        succeeds(shown);
        assertThat(shown.out()).contains("From staging ", "create container app");
        assertThat(lab.docker("web2", "ps", "-aq")).isEmpty();
        Desk.Outcome promoted = dockdsl("promote", "staging", "production", "--yes");
        succeeds(promoted);

        assertThat(lab.docker("web2", "inspect", "-f", "{{.Image}}", "app")).isEqualTo(tested);
        assertThat(dockdsl("history", "-E", "production").out()).contains("promote from staging 2");
        assertThat(dockdsl("apply", "--yes", "-E", "production").out()).contains("changed=0");
        assertThat(Desk.contents(folder.resolve("site.production.lock")))
                .contains(image + " sha256:", "from staging at");
    }

    @Test
    void aRunThatIsKilledStandsInTheHistory() throws InterruptedException {
        site("", 1, "");
        succeeds(dockdsl("apply", "--yes"));
        site("check tcp(9999, within: '2m')", 2, "");
        Desk.Running killed = desk.start("apply", "-i", "hosts.groovy", "--yes");
        try {
            eventually(() -> imageOf("app").equals("app:2"));
            assertThat(dockdsl("history").out()).contains("under way");
        } finally {
            killed.kill().end();
        }

        eventually(() -> dockdsl("history").out().contains("cut off"));
        assertThat(dockdsl("history", "--json").out()).contains("\"result\": \"cut off\"");
        site("", 3, "");
        succeeds(dockdsl("apply", "--yes"));
        succeeds(dockdsl("rollback", "--yes"));
        assertThat(imageOf("app")).isEqualTo("app:1");
    }

    private static void eventually(BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it does not come to that").isLessThan(end);
            Thread.sleep(200);
        }
    }

    private static void tagIs(String image, String content) {
        String from = lab.fact("LAB_REGISTRY") + "/" + content;
        lab.ssh(
                "web2",
                "docker ps -aq | xargs -r docker rm -f; docker pull -q " + from + " && docker tag " + from + " " + image
                        + " && docker push -q " + image + " && docker rmi -f " + image + " " + from);
    }

    private void site(String words, int version, String more) {
        desk.write("site.groovy", """
                site 'care'
                container('app') {
                    on 'web'
                    image 'app:%d'
                    pull 'never'
                    stopTimeout '1s'
                    %s
                }
                %s
                """.formatted(version, words, more));
    }

    private Desk.Outcome dockdsl(String command, String... options) {
        return desk.dockdsl(Stream.concat(Stream.of(command, "-i", "hosts.groovy"), Arrays.stream(options))
                .toArray(String[]::new));
    }

    private static void succeeds(Desk.Outcome outcome) {
        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
    }

    private static String imageOf(String container) {
        return lab.docker("web1", "inspect", "-f", "{{.Config.Image}}", container)
                .trim();
    }

    private static List<String> images() {
        return lab.docker("web1", "images", "--format", "{{.Repository}}:{{.Tag}}")
                .lines()
                .sorted()
                .toList();
    }
}
