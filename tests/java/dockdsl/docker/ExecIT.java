package dockdsl.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdsl.host.CommandResult;
import dockdsl.problem.HostFailed;
import dockdsl.value.Tree;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final EngineLab lab;

    ExecIT(@TempDir Path home) {
        lab = new EngineLab(home);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void runsCommandsAndKeepsOutputErrorsAndExitCodeApart() {
        start();
        CommandResult result = sh("echo out; echo err >&2; echo more; exit 3");
        assertThat(result).isEqualTo(new CommandResult(3, "out\nmore\n", "err\n"));
        assertThat(sh("true").succeeded()).isTrue();
    }

    @Test
    void takesLargeOutputs() {
        start();
        assertThat(sh("i=0; while [ $i -lt 20000 ]; do echo 0123456789012345678901234567890123456789; i=$((i+1)); done")
                        .out())
                .hasSize(20000 * 41);
    }

    @Test
    void givesNoInputSoThatReadingEndsAtOnce() {
        start();
        assertThat(lab.engine.exec("web", List.of("cat"), PATIENCE)).isEqualTo(new CommandResult(0, "", ""));
    }

    @Test
    void saysThatThereIsNoSuchProgram() {
        start();
        CommandResult result = lab.engine.exec("web", List.of("nonsense"), PATIENCE);
        assertThat(result.succeeded()).isFalse();
        assertThat(result.out() + result.err()).contains("nonsense");
    }

    @Test
    void boundsTheTimeOfACommand() {
        start();
        assertThatThrownBy(() -> lab.engine.exec(
                        "web", List.of("sh", "-c", "while true; do echo x; done"), Duration.ofMillis(500)))
                .isInstanceOf(HostFailed.class)
                .hasMessageContaining("to its end within 0.5 seconds; it still runs there");
        assertThatThrownBy(() -> lab.engine.exec("web", List.of("sleep", "60"), Duration.ofMillis(500)))
                .isInstanceOf(HostFailed.class)
                .hasMessageContaining("`sleep 60` in the container web to its end within 0.5 seconds");
    }

    @Test
    void runsNothingInAContainerThatDoesNotRun() {
        lab.createHello("web");
        assertThatThrownBy(() -> sh("true")).isInstanceOf(HostFailed.class).hasMessageContaining("is not running");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsTheLastLinesWithAndWithoutATerminal(boolean terminal) {
        lab.create(
                "talker",
                Tree.EMPTY
                        .with("Tty", terminal)
                        // The engine reads the two streams apart: what is written at once may change places.
                        .with(
                                "Cmd",
                                List.of(
                                        "sh",
                                        "-c",
                                        "echo one; echo two; sleep 1; echo three >&2; sleep 1; echo four")));
        lab.engine.start("talker");
        EngineLab.ssh("docker wait talker");
        assertThat(lab.engine.lastLines("talker", 3)).containsExactlyInAnyOrder("two", "three", "four");
    }

    private void start() {
        lab.createHello("web");
        lab.engine.start("web");
    }

    private CommandResult sh(String script) {
        return lab.engine.exec("web", List.of("sh", "-c", script), PATIENCE);
    }
}
