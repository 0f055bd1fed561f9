package dockdsl.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdsl.host.AlreadyThere;
import dockdsl.host.CommandResult;
import dockdsl.host.Engine;
import dockdsl.problem.HostFailed;
import dockdsl.value.Tree;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void namesTheContainerThatHasThePort() {
        Tree published =
                Tree.EMPTY.with("HostConfig.PortBindings", Map.of("80/tcp", List.of(Map.of("HostPort", "8080"))));
        lab.create("first", published);
        lab.create("second", published);
        engine.start("first");
        assertThatThrownBy(() -> engine.start("second"))
                .isInstanceOf(HostFailed.class)
                .hasMessage(
                        "could not start the container second: port 8080 is published by the container first already");
    }

    @Test
    void saysThatAnotherProgramHasThePort() {
        lab.create(
                "ssh", Tree.EMPTY.with("HostConfig.PortBindings", Map.of("80/tcp", List.of(Map.of("HostPort", "22")))));
        assertThatThrownBy(() -> engine.start("ssh"))
                .isInstanceOf(HostFailed.class)
                .hasMessageContaining("address already in use")
                .satisfies(e -> assertThat(((HostFailed) e).remedy()).contains("ss -ltnp"));
    }

    @Test
    void saysWhoHasTheName() {
        lab.createHello("web");
        assertThatThrownBy(() -> lab.createHello("web"))
                .isInstanceOf(HostFailed.class)
                .hasMessageStartingWith("could not create the container web: Conflict.")
                .satisfies(e -> assertThat(((HostFailed) e).remedy()).contains("made a container of this name"));
    }

    @Test
    void saysWhichPathsAreMissing() {
        Tree mount = Tree.EMPTY.with(
                "HostConfig.Mounts", List.of(Map.of("Type", "bind", "Source", "/nowhere", "Target", "/data")));
        assertThatThrownBy(() -> lab.create("web", mount))
                .isInstanceOf(HostFailed.class)
                .hasMessageContaining("bind source path does not exist: /nowhere")
                .satisfies(e -> assertThat(((HostFailed) e).remedy()).contains("must exist on the host"));
    }

    @Test
    void connectsAndDisconnects() {
        engine.createNetwork(Tree.EMPTY.with("Name", "backend"));
        lab.createHello("web");
        engine.connect("backend", "web", Tree.EMPTY.with("Aliases", List.of("shop")));
        assertThat(engine.inspect("web").endpoints().get("backend").texts("Aliases"))
                .contains("shop");
        engine.disconnect("backend", "web");
        assertThat(engine.inspect("web").endpoints()).doesNotContainKey("backend");
        engine.removeNetwork("backend");
        engine.removeNetwork("backend");
    }

    @Test
    void makesNoSecondNetworkOfTheSameName() {
        engine.createNetwork(Tree.EMPTY.with("Name", "backend"));
        assertThatThrownBy(() -> engine.createNetwork(Tree.EMPTY.with("Name", "backend")))
                .isInstanceOf(AlreadyThere.class)
                .hasMessageContaining("already exists");
    }

    @Test
    void saysWhenAContainerOfTheNameIsThere() {
        lab.create("web", Tree.EMPTY);
        assertThatThrownBy(() -> lab.create("web", Tree.EMPTY)).isInstanceOf(AlreadyThere.class);
    }

    @Test
    void removesAnonymousVolumesOnlyWhenAsked() {
        Tree anonymous = Tree.EMPTY.with("Volumes", Map.of("/data", Map.of()));
        lab.create("kept", anonymous);
        lab.create("gone", anonymous);
        engine.remove("kept", false);
        engine.remove("gone", true);
        assertThat(engine.observe(EngineLab.interest().done()).volumes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ops", "deploy"})
    void worksForUsersOtherThanRoot(String user, @TempDir Path home) {
        try (EngineLab other = new EngineLab(home, user)) {
            other.createHello("web");
            other.engine.start("web");
            assertThat(other.engine
                            .exec("web", List.of("id", "-u"), Duration.ofSeconds(20))
                            .out())
                    .isEqualTo("0\n");
        }
    }

    @Test
    void servesManyThreadsAtOnce() throws Exception {
        lab.createHello("web");
        engine.start("web");
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String text = "line " + i;
                all.add(threads.submit(() -> useIt(text)));
            }
            for (Future<?> one : all) {
                one.get(60, TimeUnit.SECONDS);
            }
        }
    }

    private void useIt(String text) {
        assertThat(engine.inspect("web").isRunning()).isTrue();
        assertThat(engine.exec("web", List.of("sh", "-c", "echo " + text), Duration.ofSeconds(20)))
                .isEqualTo(new CommandResult(0, text + "\n", ""));
        assertThat(engine.observe(EngineLab.interest().containers("web").done()).container("web"))
                .isPresent();
    }

    @Test
    void goesOnWhenTheEngineWasRestarted() {
        engine.observe(EngineLab.interest().done());
        EngineLab.ssh("systemctl restart docker");
        assertThat(engine.observe(EngineLab.interest().done()).network("bridge"))
                .isPresent();
    }

    private String status(String container) {
        return engine.inspect(container).status();
    }
}
