package dockdsl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.value.Tree;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.EngineForm;
import dockdsl.vocabulary.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is left of an engine's answer tells the same of every setting. */
class GistTest {
    private static final Path RECORDED = Path.of("tests/resources/dockdsl/docker/recorded/1.51-28.5.json");

    @Test
    void nothingIsLeftOutThatASettingIsReadFrom() throws IOException {
        for (String container : List.of("app", "friend", "guest")) {
            assertTellsTheSame(recorded(container));
        }
    }

    /** Of some settings an engine says that they are off, which is not what it says where nobody told it anything. */
    @Test
    void whatIsOffMayBeSomethingElseThanWhatNobodySaid() throws IOException {
        Tree app = recorded("app").with("HostConfig.MemorySwappiness", 60);

        assertTellsTheSame(Tree.of(off(app.fields())));
    }

    @Test
    void pathsThatAreNotClosedAreSomethingElseThanThoseThatTheEngineCloses() throws IOException {
        assertTellsTheSame(
                recorded("app").with("HostConfig.MaskedPaths", List.of()).with("HostConfig.ReadonlyPaths", List.of()));
    }

    @Test
    void whatSaysNothingIsLeftOut() throws IOException {
        Tree gist = Gist.of(recorded("friend"));

        assertThat(gist.map("HostConfig"))
                .containsOnlyKeys(
                        "CgroupnsMode",
                        "ConsoleSize",
                        "IpcMode",
                        "LogConfig",
                        "NetworkMode",
                        "RestartPolicy",
                        "Runtime",
                        "ShmSize");
        assertThat(gist.map("NetworkSettings.Networks.dockdsl-recorded"))
                .containsOnlyKeys(
                        "DNSNames", "Gateway", "IPAddress", "IPPrefixLen", "Links", "MacAddress", "NetworkID");
        assertThat(gist.map("Config.ExposedPorts")).containsOnlyKeys("80/tcp");
        assertThat(gist.has("GraphDriver")).isFalse();
    }

    private static Tree recorded(String container) throws IOException {
        Tree answers = JsonReader.parse(Files.readString(RECORDED));
        return Tree.of(answers.fields().get("/containers/" + container + "/json"));
    }

    /** The same answer with every flag, number and text at nothing. */
    private static Object off(Object value) {
        return switch (value) {
            case Map<?, ?> members -> {
                Map<Object, Object> off = new LinkedHashMap<>();
                members.forEach((name, member) -> off.put(name, off(member)));
                yield off;
            }
            case Boolean flag -> false;
            case Number number -> 0;
            case String text -> "";
            default -> value;
        };
    }

    private static void assertTellsTheSame(Tree inspected) {
        Tree gist = Gist.of(inspected);
        for (Setting<?> setting : ContainerWords.KEPT) {
            assertThat(counted(setting, gist)).as(setting.name()).isEqualTo(counted(setting, inspected));
        }
    }

    private static <T> T counted(Setting<T> setting, Tree inspect) {
        EngineForm<T> form = setting.engine().orElseThrow();
        return form.counted().of(inspect, form.seen().apply(inspect), Optional.empty());
    }
}
