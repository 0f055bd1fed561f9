package dockdsl.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdsl.problem.HostFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiVersionTest {
    @ParameterizedTest
    @CsvSource({"1.41, 1.12, 1.41", "1.52, 1.44, 1.52", "1.60, 1.44, 1.52", "2.0, 1.44, 1.52"})
    void speaksTheNewestThatBothKnow(String newest, String oldest, String agreed) {
        assertThat(agreed(newest, oldest)).hasToString(agreed);
    }

    @Test
    void refusesEnginesThatAreTooOld() {
        assertThatThrownBy(() -> agreed("1.40", "1.12"))
                .isInstanceOf(HostFailed.class)
                .hasMessage("its engine is too old: it speaks the API up to 1.40, and 1.41 is needed");
    }

    @Test
    void refusesEnginesThatAreTooNew() {
        assertThatThrownBy(() -> agreed("1.70", "1.53"))
                .isInstanceOf(HostFailed.class)
                .hasMessageContaining("too new: it speaks the API from 1.53 on, and dockdsl up to 1.52");
    }

    private static ApiVersion agreed(String newest, String oldest) {
        return ApiVersion.agreed("web1", ApiVersion.parse(newest), ApiVersion.parse(oldest));
    }
}
