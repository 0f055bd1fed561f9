package dockdsl.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdsl.host.Engine;
import dockdsl.problem.HostFailed;
import dockdsl.value.Tree;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerEngineIT {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final EngineLab lab;
    private final Engine engine;

    DockerEngineIT(@TempDir Path home) {
        lab = new EngineLab(home);
        engine = lab.engine;
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void createsStartsStopsRenamesAndRemovesContainers() {
        String id = lab.createHello("web");
        assertThat(status("web")).isEqualTo("created");
        engine.start("web");
        engine.start("web");
        assertThat(engine.inspect("web").isRunning()).isTrue();
        engine.rename("web", "web.old");
        assertThat(engine.inspect("web.old").id()).isEqualTo(id);
        engine.stop("web.old", PATIENCE);
        engine.stop("web.old", PATIENCE);
        assertThat(status("web.old")).isEqualTo("exited");
        engine.restart("web.old", PATIENCE);
        assertThat(status("web.old")).isEqualTo("running");
        engine.remove("web.old", true);
        engine.remove("web.old", true);
        assertThatThrownBy(() -> engine.inspect("web.old"))
                .isInstanceOf(HostFailed.class)
                .hasMessageContaining("No such container: web.old");
    }

    @Test
    void changesContainersInPlace() {
        lab.createHello("web");
        engine.update("web", Tree.EMPTY.with("RestartPolicy", Map.of("Name", "always")));
        assertThat(engine.inspect("web").inspected().text("HostConfig.RestartPolicy.Name"))
                .isEqualTo("always");
    }

    @Test
    void saysWhichChangesTheEngineRefuses() {
        lab.createHello("web");
        assertThatThrownBy(() -> engine.update("web", Tree.EMPTY.with("Memory", 1024)))
                .isInstanceOf(HostFailed.class)
                .hasMessage("could not change the container web: Minimum memory limit allowed is 6MB");
    }

    private String status(String container) {
        return engine.inspect(container).status();
    }
}
