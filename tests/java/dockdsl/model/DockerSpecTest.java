package dockdsl.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdsl.value.Malformed;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DockerSpecTest {
    @Test
    void aVersionIsNumbersAndDots() {
        assertThatThrownBy(() -> new DockerSpec(Optional.of("28.x"), DockerSpec.Source.DOCKER, Map.of()))
                .isInstanceOf(Malformed.class)
                .hasMessage("\"28.x\" is not a version of Docker");
    }
}
