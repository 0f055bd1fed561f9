package dockdsl.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdsl.value.DeviceRequest;
import dockdsl.value.Malformed;
import dockdsl.value.Tree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceRequestTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            all                                                      | all
            -1                                                       | all
            2                                                        | 2
            count=all                                                | all
            device=0                                                 | device 0
            "device=1,0"                                             | devices 0 and 1
            device=0,1,capabilities=utility,driver=nvidia            | devices 0 and 1, driver nvidia, for gpu,utility
            count=2,"capabilities=compute,utility"                   | 2, for compute,gpu,utility
            driver=cdi,"device=nvidia.com/gpu=0,nvidia.com/gpu=1"    | devices nvidia.com/gpu=0 and nvidia.com/gpu=1, driver cdi
            """)
    void spellingsOfDockersCommandLine(String text, String shown) {
        assertThat(read(Arguments.of(text))).hasToString(shown);
    }

    @Test
    void spellingsOfCompose() {
        assertThat(read(new Arguments(
                        List.of(),
                        Map.of(
                                "device_ids", List.of("1", "0"),
                                "driver", "nvidia",
                                "capabilities", List.of("gpu", "video"),
                                "options", Map.of("virtualization", false)))))
                .isEqualTo(read(new Arguments(
                        List.of(),
                        Map.of(
                                "ids",
                                "0, 1",
                                "driver",
                                "nvidia",
                                "capabilities",
                                "video",
                                "options",
                                "virtualization=false"))))
                .hasToString("devices 0 and 1, driver nvidia, for gpu,video, virtualization=false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "none", "0", "-2", "1.5", "device=", "=2", "2,device=0", "count=1,device=0", ",count=2"})
    void otherTextAsksForNothing(String text) {
        Arguments arguments = Arguments.of(text);

        assertThatThrownBy(() -> read(arguments)).isInstanceOf(Malformed.class);
    }

    /** They are compared in sorted sets, which go by their order. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2                   | device=2
            count=all           | device=all
            device=0,driver=cdi | device=0
            """)
    void aNumberOfDevicesIsNotTheDeviceOfThatNumber(String one, String other) {
        assertThat(read(Arguments.of(one)))
                .isNotEqualByComparingTo(read(Arguments.of(other)))
                .doesNotHaveToString(read(Arguments.of(other)).toString());
    }

    @Test
    void aNumberBesideAnotherOneIsAMistake() {
        Arguments arguments = new Arguments(List.of("all"), Map.of("count", 2));

        assertThatThrownBy(() -> read(arguments)).hasMessageContaining("twice");
    }

    @Test
    void whatAnEngineKeepsIsWhatWasAskedFor() {
        Tree kept = Tree.EMPTY.with(
                "HostConfig.DeviceRequests",
                List.of(new Tree(Map.of(
                                "Driver",
                                "",
                                "Count",
                                -1,
                                "Capabilities",
                                List.of(List.of("utility", "gpu", "compute"))))
                        .fields()));

        assertThat(DeviceRequestWords.GPUS.engine().orElseThrow().seen().apply(kept))
                .containsExactly(read(Arguments.of("count=all,capabilities=compute,utility")));
    }

    @Test
    void aSizeOfStorageHasOneValueForEachSpelling() {
        EngineForm<?> form = StorageWords.STORAGE_OPTIONS.engine().orElseThrow();
        Tree kept = Tree.EMPTY.with("HostConfig.StorageOpt", Map.of("size", "10240MB"));
        Tree strange = Tree.EMPTY.with("HostConfig.StorageOpt", Map.of("size", "20%"));

        assertThat(form.seen().apply(kept))
                .isEqualTo(StorageWords.STORAGE_OPTIONS.kind().read().apply(Arguments.of(Map.of("size", "10g"))));
        assertThat(form.seen().apply(strange)).isEqualTo(Map.of("size", "20%"));
    }

    private static DeviceRequest read(Arguments arguments) {
        return DeviceRequestWords.GPUS.kind().read().apply(arguments).first();
    }
}
