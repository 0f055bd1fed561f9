package dockdsl.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineVersionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Docker version 20.10.24+dfsg1, build 297e128 | 20.10.24",
                "20.10.24+dfsg1-1+deb12u1+b6                  | 20.10.24",
                "5:28.0.1-1~debian.12~bookworm                | 28.0.1",
                "28                                           | 28",
                "27.5.1-0ubuntu3~24.04.2                      | 27.5.1",
            })
    void aVersionIsFoundInWhatProgramsAndPackagesSay(String text, String version) {
        assertThat(EngineVersion.in(text)).map(EngineVersion::toString).contains(version);
    }

    @Test
    void whereNoNumberIsThereIsNoVersion() {
        assertThat(EngineVersion.in("command not found")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"20.10.24,28", "9.1,10", "28.0.1,28.0.2", "27.9.9,28.0"})
    void versionsAreOrderedByNumber(String older, String newer) {
        assertThat(version(older).isOlderThan(version(newer))).isTrue();
        assertThat(version(newer).isOlderThan(version(older))).isFalse();
    }

    @Test
    void aMissingNumberIsZero() {
        assertThat(version("28")).isEqualByComparingTo(version("28.0.0"));
    }

    private static EngineVersion version(String text) {
        return EngineVersion.in(text).orElseThrow();
    }
}
