package dockdsl.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdsl.docker.http.FakeEngine;
import dockdsl.host.Engine;
import dockdsl.host.Interest;
import dockdsl.observed.HostSnapshot;
import dockdsl.problem.HostFailed;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class VersionAgreementTest {
    private static final Interest NOTHING = new Interest("shop", Set.of(), Set.of());

    private final List<String> asked = new CopyOnWriteArrayList<>();

    @Test
    void takesTheFirstLookAsItIsWhenTheEngineIsNotNewer() throws IOException {
        try (var fake = engineOf("1.41", "1.12");
                Engine engine = new DockerEngine(new FakeSession(fake))) {
            assertThat(engine.observe(NOTHING).engine().apiVersion()).isEqualTo("1.41");
            engine.observe(NOTHING);
        }
        assertThat(asked).hasSize(8).startsWith("/version").endsWith("/v1.41/volumes");
    }

    @Test
    void looksAgainInItsOwnVersionWhenTheEngineIsNewer() throws IOException {
        try (var fake = engineOf("1.60", "1.44");
                Engine engine = new DockerEngine(new FakeSession(fake))) {
            HostSnapshot snapshot = engine.observe(NOTHING);
            assertThat(snapshot.engine().apiVersion()).isEqualTo("1.52");
        }
        assertThat(asked).hasSize(8).startsWith("/version").endsWith("/v1.52/volumes");
    }

    @Test
    void asksForTheVersionBeforeAnythingElse() throws IOException {
        try (var fake = engineOf("1.47", "1.24");
                Engine engine = new DockerEngine(new FakeSession(fake))) {
            engine.start("web");
        }
        assertThat(asked).containsExactly("/version", "/v1.47/containers/web/start");
    }

    @Test
    void refusesEnginesThatAreTooOld() throws IOException {
        try (var fake = engineOf("1.40", "1.12");
                Engine engine = new DockerEngine(new FakeSession(fake))) {
            assertThatThrownBy(() -> engine.observe(NOTHING))
                    .isInstanceOfSatisfying(
                            HostFailed.class, e -> assertThat(e.host()).isEqualTo("web1"))
                    .hasMessageContaining("its engine is too old");
        }
    }

    private FakeEngine engineOf(String newest, String oldest) throws IOException {
        String version =
                "{\"Version\":\"20\",\"ApiVersion\":\"%s\",\"MinAPIVersion\":\"%s\"}".formatted(newest, oldest);
        return new FakeEngine(line -> {
            while (true) {
                String target = line.request().split(" ")[1];
                asked.add(target);
                line.answer(
                        target.endsWith("/version")
                                ? version
                                : target.endsWith("/volumes") ? "{\"Volumes\":null}" : "[]");
            }
        });
    }
}
