package dockdsl.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dockdsl.host.CommandResult;
import dockdsl.model.DockerSpec;
import dockdsl.problem.HostFailed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BootstrapperTest {
    private static final String BARE = """
            os.id=debian
            os.version=12
            os.name=Debian GNU/Linux
            root=yes
            init=systemd
            packages.managers=apt-get
            """;
    private static final String RUNNING = BARE + """
            docker.client=Docker version 20.10.24+dfsg1, build 297e128
            docker.installed=Docker version 20.10.24+dfsg1, build 297e128
            docker.engine=20.10.24+dfsg1
            service.state=enabled
            service.active=active
            """;
    private static final DockerSpec LOCAL_LOGS =
            new DockerSpec(Optional.empty(), DockerSpec.Source.DISTRIBUTION, Map.of("log-driver", "local"));

    private final List<String> progress = new ArrayList<>();

    @Test
    void takesEachStepInOrderAndSaysSoBefore() {
        var shell = new RecordingShell(true, List.of(BARE, RUNNING), Map.of());

        run(shell, DockerSpec.ANY);

        assertThat(progress).containsExactly("install docker.io (Debian 12)", "start the engine", "enable it at boot");
        assertThat(shell.scripts).hasSize(4);
        assertThat(shell.scripts.getLast()).isEqualTo("systemctl enable docker");
    }

    @Test
    void aPlanForNothingDoesNothing() {
        var shell = new RecordingShell(true, List.of(RUNNING), Map.of());

        run(shell, DockerSpec.ANY);

        assertThat(progress).isEmpty();
        assertThat(shell.scripts).isEmpty();
    }

    @Test
    void stopsAtTheStepThatFailsAndTellsItsLastWords() {
        String output = "1\n2\n3\n4\n5\n6\n7\nE: Unable to locate package docker.io\n";
        var shell = new RecordingShell(true, List.of(BARE), Map.of("apt-get", new CommandResult(100, "much", output)));

        var failure = failureOf(shell, DockerSpec.ANY);

        assertThat(failure.host()).isEqualTo("db1");
        assertThat(failure)
                .hasMessageStartingWith("could not install docker.io (Debian 12): exit code 100")
                .hasMessageEndingWith("E: Unable to locate package docker.io")
                .hasMessageNotContaining("\n    2");
        assertThat(failure.remedy()).contains("package mirror");
        assertThat(shell.scripts).hasSize(1);
    }

    @Test
    void putsTheSettingsBackWhenTheEngineDoesNotComeUpWithThem() {
        var shell = new RecordingShell(
                true, List.of(RUNNING), Map.of("systemctl restart", new CommandResult(1, "", "no such log driver")));

        var failure = failureOf(shell, LOCAL_LOGS);

        assertThat(failure).hasMessageContaining("could not restart the engine").hasMessageContaining("no such log");
        assertThat(shell.scripts.get(2)).startsWith("rm -f /etc/docker/daemon.json ");
        assertThat(shell.scripts.get(3)).contains("systemctl restart docker");
    }

    @Test
    void looksWhetherTheStepsLedThere() {
        var shell = new RecordingShell(true, List.of(BARE), Map.of());

        assertThat(failureOf(shell, DockerSpec.ANY))
                .hasMessageStartingWith(
                        "is not ready though every step succeeded; it still takes to install docker.io");
    }

    @Test
    void aHostWithoutAWayToRootIsAskedAsTheUser() {
        var shell = new RecordingShell(false, List.of(BARE.replace("root=yes", "root=")), Map.of());

        assertThat(new Bootstrapper(JsonText::read).plan("db1", shell, DockerSpec.ANY))
                .isInstanceOf(BootstrapPlan.Impossible.class);
        assertThat(shell.scripts).isEmpty();
    }

    @Test
    void anImpossiblePlanIsRefused() {
        var shell = new RecordingShell(true, List.of(RUNNING), Map.of());
        var impossible = new BootstrapPlan.Impossible("there is no way", "find one");

        var failure = catchThrowableOfType(
                HostFailed.class,
                () -> new Bootstrapper(JsonText::read).run("db1", shell, impossible, DockerSpec.ANY, progress::add));

        assertThat(failure).hasMessage("there is no way");
        assertThat(failure.remedy()).isEqualTo("find one");
    }

    private HostFailed failureOf(RecordingShell shell, DockerSpec wish) {
        return catchThrowableOfType(HostFailed.class, () -> run(shell, wish));
    }

    private void run(RecordingShell shell, DockerSpec wish) {
        var bootstrapper = new Bootstrapper(JsonText::read);
        bootstrapper.run("db1", shell, bootstrapper.plan("db1", shell, wish), wish, progress::add);
    }
}
