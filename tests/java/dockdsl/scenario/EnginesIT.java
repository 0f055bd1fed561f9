package dockdsl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.lab.Lab;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Three generations of engines and both of their image stores in one run: the same file, the same words, the same results. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class EnginesIT {
    private static final List<String> HOSTS = List.of("old1", "web26", "web28", "store28");

    private static Lab lab;

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeAll
    static void bringUp() {
        lab = Lab.upWithRegistry(
                "engines", "old1:docker", "web26:docker-trixie", "web28:docker-sid", "store28:docker-containerd");
    }

    @BeforeEach
    void startWithEmptyHosts() {
        desk = Desk.at(folder, lab);
        desk.write("hosts.groovy", Desk.inventory(lab, "web", HOSTS.toArray(String[]::new)));
        HOSTS.forEach(host -> lab.ssh(
                host,
                "rm -rf /var/lib/dockdsl; docker ps -aq | xargs -r docker rm -f -v; docker network prune -f; "
                        + "docker images -q | xargs -r docker rmi -f; true"));
    }

    @Test
    void allOfThemConvergeTheSameWay() {
        site("hello:1", "env MODE: 'one'; memory '64m'; restart always");
        succeeds(apply());
        assertThat(new TreeSet<>(versions())).hasSizeGreaterThanOrEqualTo(3);
        String first = state();
        assertThat(succeeds(apply()).out()).contains("changed=0").doesNotContain("changed=1");
        assertThat(state()).isEqualTo(first);
        assertThat(desk.dockdsl("status", "-i", "hosts.groovy").out())
                .as("one tag is one digest, in whatever store")
                .doesNotContain("differ");

        site("hello:1", "env MODE: 'one'; memory '128m'; restart onFailure(3)");
        assertThat(succeeds(apply()).out()).contains("update container app").doesNotContain("replace container app");
        assertThat(ids()).isEqualTo(ids(first));

        site("hello:2", "");
        assertThat(succeeds(apply()).out()).contains("replace container app", "env.MODE");
        assertThat(said()).containsOnly("hello 2");

        site("hello:2", "entrypoint '/nowhere'");
        String before = state();
        assertThat(apply().exitCode()).isEqualTo(2);
        assertThat(ids()).isEqualTo(ids(before));
        assertThat(said()).containsOnly("hello 2");

        succeeds(desk.dockdsl("rollback", "--yes", "-i", "hosts.groovy"));
        assertThat(said()).containsOnly("hello 1");
        succeeds(desk.dockdsl("destroy", "--yes", "-i", "hosts.groovy"));
        HOSTS.forEach(host ->
                assertThat(lab.docker(host, "ps", "-aq").strip()).as(host).isEmpty());
    }

    @Test
    void aRollbackFindsImagesThatHaveADigestOrWereBuiltHere() {
        desk.write("app/Dockerfile", "FROM " + image("hello:1") + "\nENV BUILT=one\n");
        String digest = lab.ssh(
                "old1",
                "docker pull -q " + image("hello:1") + " >&2; docker image inspect -f '{{index .RepoDigests 0}}' "
                        + image("hello:1"));
        both(digest.strip(), "one");
        succeeds(apply());
        desk.write("app/Dockerfile", "FROM " + image("hello:2") + "\nENV BUILT=two\n");
        both(image("hello:2"), "two");
        succeeds(apply());
        HOSTS.forEach(host -> assertThat(built(host)).as(host).contains("BUILT=two"));

        Desk.Outcome rollback = desk.dockdsl("rollback", "--yes", "-i", "hosts.groovy");

        succeeds(rollback);
        HOSTS.forEach(host -> assertThat(built(host)).as(host).contains("BUILT=one"));
        HOSTS.forEach(host -> assertThat(lab.docker(host, "inspect", "-f", "{{.Config.Image}}", "app")
                        .strip())
                .as(host)
                .isEqualTo(digest.strip()));
        assertThat(said()).containsOnly("hello 1");
        desk.write("app/Dockerfile", "FROM " + image("hello:1") + "\nENV BUILT=one\n");
        both(digest.strip(), "one");
        assertThat(succeeds(apply()).out()).contains("changed=0").doesNotContain("changed=1");
    }

    private static String built(String host) {
        return lab.docker(host, "inspect", "-f", "{{.Config.Env}}", "built");
    }

    private void both(String image, String version) {
        desk.write("site.groovy", """
                site 'engines'
                container('app') { on 'web'; image '%s'; publish '8080:80' }
                container('built') { on 'web'; image 'built:%s'; build 'app' }
                """.formatted(image, version));
    }

    private void site(String image, String settings) {
        desk.write("site.groovy", """
                site 'engines'
                volume 'data'
                container('app') { on 'web'; image '%s'; publish '8080:80'; volume 'data', at: '/data'; %s }
                container('friend') { on 'web'; image '%s'; link 'app', as: 'other' }
                """.formatted(image(image), settings, image("hello:1")));
    }

    private static String image(String name) {
        return lab.fact("LAB_REGISTRY") + "/" + name;
    }

    private Desk.Outcome apply() {
        return desk.dockdsl("apply", "--yes", "-i", "hosts.groovy");
    }

    private static Desk.Outcome succeeds(Desk.Outcome outcome) {
        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        return outcome;
    }

    private static List<String> versions() {
        return HOSTS.stream()
                .map(host -> lab.docker(host, "version", "-f", "{{.Server.Version}} {{.Server.APIVersion}}"))
                .toList();
    }

    private static List<String> said() {
        return HOSTS.stream()
                .map(host -> lab.ssh(host, "curl -s --retry 5 --retry-connrefused http://127.0.0.1:8080/")
                        .strip())
                .toList();
    }

    /** Ids and start times. */
    private static String state() {
        StringBuilder state = new StringBuilder();
        for (String host : HOSTS) {
            state.append(lab.docker(host, "inspect", "-f", "{{.Id}} {{.State.StartedAt}}", "app", "friend"));
        }
        return state.toString();
    }

    private static List<String> ids() {
        return ids(state());
    }

    private static List<String> ids(String state) {
        return state.lines().map(line -> line.split(" ")[0]).toList();
    }
}
