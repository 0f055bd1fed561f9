package dockdsl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.lab.Lab;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One host, two containers, and everything that may happen to them between two runs. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class ConvergenceIT {
    private static final String HOST = "web1";
    private static Lab lab;

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeAll
    static void bringUp() {
        lab = Lab.upWithRegistry("scenario", "web1", "web2", "db1");
    }

    @BeforeEach
    void startWithTwoContainers() {
        desk = Desk.at(folder, lab);
        desk.write("hosts.groovy", Desk.inventory(lab, "web", HOST));
        lab.removeContainers(HOST);
        site("hello:1", "env MODE: 'one'; labels team: 'web'; publish '8081:80'");
        assertThat(apply()).satisfies(outcome -> assertThat(outcome.exitCode()).isZero());
    }

    @Test
    void aSecondApplyChangesNothingAndCausesNoEvent() {
        String before = state();
        String since = now();

        Desk.Outcome again = apply();

        assertThat(again.exitCode()).as(again.toString()).isZero();
        assertThat(again.out()).contains("changed=0");
        assertThat(state()).isEqualTo(before);
        assertThat(events(since)).isEmpty();
    }

    @Test
    void aPlanTouchesNothingAndTellsWhatApplyDoes() {
        site("hello:2", "env MODE: 'one'; labels team: 'web'; publish '8081:80'");
        String before = state();
        String since = now();

        Desk.Outcome plan = desk.dockdsl("plan", "--detailed-exitcode", "-i", "hosts.groovy", "site.groovy");

        assertThat(plan.exitCode()).as(plan.toString()).isEqualTo(3);
        assertThat(plan.out()).contains("app").contains("hello:1").contains("hello:2");
        assertThat(state()).isEqualTo(before);
        assertThat(events(since)).isEmpty();
    }

    @Test
    void aChangedVariableRecreatesThatContainerOnly() {
        String app = id("app");
        String other = id("other");
        site("hello:1", "env MODE: 'two'; labels team: 'web'; publish '8081:80'");

        assertThat(apply().out()).contains("env.MODE");

        assertThat(id("app")).isNotEqualTo(app);
        assertThat(id("other")).isEqualTo(other);
        assertThat(inspect("app", "{{.Config.Env}}")).contains("MODE=two");
    }

    @Test
    void removingAVariableALabelOrAPortIsDrift() {
        site("hello:1", "");

        Desk.Outcome outcome = apply();

        assertThat(outcome.out()).contains("env.MODE").contains("labels.team").contains("8081:80");
        assertThat(inspect("app", "{{.Config.Env}}")).doesNotContain("MODE");
        assertThat(inspect("app", "{{.HostConfig.PortBindings}}")).doesNotContain("8081");
        assertThat(apply().out()).contains("changed=0");
    }

    @Test
    void restartPolicyAndMemoryChangeInPlace() {
        String app = id("app");
        site("hello:1", "env MODE: 'one'; labels team: 'web'; publish '8081:80'; restart always; memory '64m'");

        // Lifting a limit from none is possible in place, and so is raising it.
        assertThat(apply().exitCode()).isZero();
        site("hello:1", "env MODE: 'one'; labels team: 'web'; publish '8081:80'; restart onFailure(3); memory '256m'");
        assertThat(apply().exitCode()).isZero();

        assertThat(id("app")).isEqualTo(app);
        assertThat(inspect("app", "{{.HostConfig.RestartPolicy.Name}} {{.HostConfig.Memory}}"))
                .isEqualTo("on-failure 268435456");
        assertThat(apply().out()).contains("changed=0");
    }

    @Test
    void stoppedKilledAndRemovedContainersComeBack() {
        lab.docker(HOST, "stop", "-t", "0", "app");
        lab.docker(HOST, "kill", "other");
        assertThat(apply().exitCode()).isZero();
        assertThat(running()).contains("app", "other");

        lab.docker(HOST, "rm", "-f", "app");
        assertThat(apply().exitCode()).isZero();
        assertThat(running()).contains("app", "other");
    }

    @Test
    void aMissingImageLeavesTheOldContainerRunning() {
        String before = state();
        site("hello:99", "env MODE: 'one'; labels team: 'web'; publish '8081:80'");

        Desk.Outcome outcome = apply();

        assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(2);
        assertThat(outcome.out() + outcome.err()).contains("hello:99").contains(HOST);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aContainerThatDoesNotStartGivesWayToItsPredecessor() {
        site("hello:1", "command '/nonexistent'; entrypoint '/nonexistent'; publish '8081:80'");

        Desk.Outcome outcome = apply();

        assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(2);
        assertThat(inspect("app", "{{.State.Running}} {{.Config.Env}}"))
                .startsWith("true")
                .contains("MODE=one");
        assertThat(names()).containsExactlyInAnyOrder("app", "other");
    }

    @Test
    void checksThatHoldLetTheNewContainerStay() {
        site("hello:2", "publish '8081:80'; check http('/', contains: 'hello 2'), tcp(80), exec('true')");

        Desk.Outcome outcome = apply();

        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        assertThat(inspect("app", "{{.Config.Image}}")).endsWith("hello:2");
    }

    @Test
    void aCheckThatDoesNotHoldBringsThePredecessorBack() {
        for (String check : List.of(
                "http('/', status: 404, within: '2s')", "tcp(81, within: '2s')", "exec('false', within: '2s')")) {
            site("hello:2", "publish '8081:80'; check " + check);

            Desk.Outcome outcome = apply();

            assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(2);
            assertThat(outcome.err()).contains("did not hold within 2s");
            assertThat(inspect("app", "{{.State.Running}} {{.Config.Image}}"))
                    .startsWith("true")
                    .endsWith("hello:1");
            assertThat(names()).containsExactlyInAnyOrder("app", "other");
        }
    }

    @Test
    void anUnhealthyContainerGivesWayAndTellsItsLastWords() {
        site(
                "hello:2",
                "publish '8081:80'; healthcheck { shell 'echo not well; exit 1'; interval '500ms'; retries 2 }");

        Desk.Outcome outcome = apply();

        assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(2);
        assertThat(outcome.err()).contains("is unhealthy").contains("not well");
        assertThat(inspect("app", "{{.State.Running}} {{.Config.Image}}"))
                .startsWith("true")
                .endsWith("hello:1");
    }

    @Test
    void aSpecTheEngineRefusesStopsNothing() {
        String before = state();
        site("hello:1", "runtime 'nosuch'; publish '8081:80'");

        assertThat(apply().exitCode()).isEqualTo(2);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void otherSpellingsOfTheSameAreNoChange() {
        String before = state();
        site("hello:1", "publish '0.0.0.0:8081:80/tcp'; labels([team: 'web']); env 'MODE=one'; workdir '/'");

        assertThat(apply().out()).contains("changed=0");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void whatLeftTheFileIsShownAndLeftAlone() {
        desk.write("site.groovy", "site 'scenario'\n");

        Desk.Outcome outcome = apply();

        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        assertThat(outcome.out()).contains("app").contains("other");
        assertThat(running()).contains("app", "other");
    }

    @Test
    void aNeighboursContainerIsNotTouched() {
        lab.docker(HOST, "rename", "other", "stranger");
        lab.docker(HOST, "rm", "-f", "app");
        lab.docker(HOST, "run", "-d", "--name", "app", registry() + "/hello:1");
        String theirs = id("app");

        Desk.Outcome outcome = apply();

        assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(2);
        assertThat(outcome.out() + outcome.err()).contains("belongs to");
        assertThat(id("app")).isEqualTo(theirs);
    }

    @Test
    void destroyLeavesNothingOfTheSiteAndEverythingElse() {
        lab.docker(HOST, "run", "-d", "--name", "theirs", registry() + "/hello:1");

        Desk.Outcome outcome = desk.dockdsl("destroy", "--yes", "-i", "hosts.groovy", "site.groovy");

        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        assertThat(names()).containsExactly("theirs");
        assertThat(lab.docker(HOST, "network", "ls", "--format", "{{.Name}}")).doesNotContain("scenario");
    }

    @Test
    void statusShowsWhatRunsWhere() {
        Desk.Outcome status = desk.dockdsl("status", "-i", "hosts.groovy", "site.groovy");

        assertThat(status.exitCode()).as(status.toString()).isZero();
        assertThat(status.out()).contains(HOST).contains("app").contains("hello:1");
    }

    private void site(String image, String settings) {
        desk.write("site.groovy", """
                site 'scenario'

                container('app') {
                    on 'web'
                    image '%s/%s'
                    %s
                }

                container('other') {
                    on 'web'
                    image '%s/hello:1'
                }
                """.formatted(registry(), image, settings, registry()));
    }

    private static String registry() {
        return lab.fact("LAB_REGISTRY");
    }

    private Desk.Outcome apply() {
        return desk.dockdsl("apply", "--yes", "-i", "hosts.groovy", "site.groovy");
    }

    private static String state() {
        return inspect("app", "{{.Id}} {{.State.StartedAt}}") + " " + inspect("other", "{{.Id}} {{.State.StartedAt}}");
    }

    private static String id(String container) {
        return inspect(container, "{{.Id}}");
    }

    private static String inspect(String container, String format) {
        return lab.docker(HOST, "inspect", "-f", format, container).strip();
    }

    private static List<String> running() {
        return lab.docker(HOST, "ps", "--format", "{{.Names}}").lines().toList();
    }

    private static List<String> names() {
        return lab.docker(HOST, "ps", "-a", "--format", "{{.Names}}").lines().toList();
    }

    private static String now() {
        return lab.ssh(HOST, "date +%s.%N").strip();
    }

    private static String events(String since) {
        return lab.docker(HOST, "events", "--since", since, "--until", now());
    }
}
