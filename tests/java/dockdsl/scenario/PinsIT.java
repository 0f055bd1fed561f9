package dockdsl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.lab.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tag that moves in its registry while hosts run it. */
class PinsIT {
    private static final Lab LAB = Lab.upWithRegistry("pins", "web1", "web2");
    private static final String IMAGE = LAB.fact("LAB_REGISTRY") + "/pins:1";

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void startWithTheFirstContent() {
        desk = Desk.at(folder, LAB);
        for (String host : LAB.hostNames()) {
            LAB.docker(host, "container", "prune", "--force");
            LAB.ssh(host, "docker ps -aq | xargs -r docker rm -f; docker images -q | xargs -r docker rmi -f");
        }
        tagIs("hello:1");
        on("web1");
        assertThat(apply().exitCode()).isZero();
    }

    /** As somebody does who pushes another content under a tag that is there. */
    private static void tagIs(String content) {
        String from = LAB.fact("LAB_REGISTRY") + "/" + content;
        LAB.ssh(
                "web2",
                "docker pull -q " + from + " && docker tag " + from + " " + IMAGE + " && docker push -q " + IMAGE
                        + " && docker rmi -f " + IMAGE + " " + from);
    }

    private void on(String... hosts) {
        desk.write("hosts.groovy", Desk.inventory(LAB, "web", hosts));
        desk.write("site.groovy", """
                site 'pins'
                container('app') { on 'web'; image '%s' }
                """.formatted(IMAGE));
    }

    private Desk.Outcome apply(String... more) {
        String[] all = new String[more.length + 4];
        System.arraycopy(new String[] {"apply", "-i", "hosts.groovy", "site.groovy"}, 0, all, 0, 4);
        System.arraycopy(more, 0, all, 4, more.length);
        return desk.dockdsl(all);
    }

    private static String content(String host) {
        return LAB.docker(host, "inspect", "--format", "{{.Image}}", "app").strip();
    }

    @Test
    void hostsThatDifferAreToldOfAndALockBringsThemTogether() {
        tagIs("hello:2");
        on("web1", "web2");
        assertThat(apply().exitCode()).isZero();
        assertThat(content("web1")).isNotEqualTo(content("web2"));

        Desk.Outcome plan = desk.dockdsl("plan", "-i", "hosts.groovy", "site.groovy");
        assertThat(plan.out()).contains("`dockdsl lock` keeps all hosts to one of them");

        Desk.Outcome lock = desk.dockdsl("lock", "-i", "hosts.groovy", "site.groovy");
        assertThat(lock.exitCode()).as(lock.toString()).isZero();
        Desk.Outcome locked = apply("--locked");
        assertThat(locked.exitCode()).as(locked.toString()).isZero();
        assertThat(content("web1")).isEqualTo(content("web2"));
        assertThat(LAB.docker("web1", "inspect", "--format", "{{.Config.Image}}", "app")
                        .strip())
                .isEqualTo(IMAGE);
        assertThat(apply().out()).contains("changed=0");
    }

    @Test
    void aLockOutlivesATagThatMoves() {
        assertThat(desk.dockdsl("lock", "-i", "hosts.groovy", "site.groovy").exitCode())
                .isZero();
        String first = content("web1");
        tagIs("hello:2");
        on("web1", "web2");

        assertThat(apply().exitCode()).isZero();
        assertThat(content("web2")).isEqualTo(first);

        assertThat(desk.dockdsl("lock", "--update", "-i", "hosts.groovy", "site.groovy")
                        .exitCode())
                .isZero();
        assertThat(apply().exitCode()).isZero();
        assertThat(content("web1")).isEqualTo(content("web2")).isNotEqualTo(first);
    }

    @Test
    void aPlanTellsOfATagThatNobodyPushed() {
        String before = content("web1");
        desk.write("site.groovy", """
                site 'pins'
                container('app') { on 'web'; image '%s' }
                """.formatted(IMAGE.replace(":1", ":typo")));
        String why = "the registry has no such image for the container app (site.groovy:2): manifest unknown";

        Desk.Outcome plan = desk.dockdsl("plan", "-i", "hosts.groovy", "site.groovy");
        assertThat(plan.exitCode()).as(plan.toString()).isEqualTo(2);
        assertThat(plan.out()).containsOnlyOnce(why).contains("Check the image's name and tag");

        Desk.Outcome lock = desk.dockdsl("lock", "-i", "hosts.groovy", "site.groovy");
        assertThat(lock.exitCode()).as(lock.toString()).isEqualTo(2);
        assertThat(lock.err()).contains(":typo for the container app (site.groovy:2): manifest unknown");

        assertThat(apply().exitCode()).isEqualTo(2);
        assertThat(content("web1")).isEqualTo(before);
    }

    @Test
    void whatIsNotLockedIsRefusedBeforeAnyConnection() {
        String before = content("web1");
        desk.write("site.lock", "version 1\n");

        Desk.Outcome refused = apply("--locked");

        assertThat(refused.exitCode()).as(refused.toString()).isEqualTo(65);
        assertThat(refused.err()).contains("site.groovy:2").contains("dockdsl lock");
        assertThat(content("web1")).isEqualTo(before);
    }
}
