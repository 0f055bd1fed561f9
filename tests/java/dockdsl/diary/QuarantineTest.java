package dockdsl.diary;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.docker.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantineTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final List<String> ALL = List.of("web1", "web2");
    private static final Quarantine NOBODY = new Quarantine(Collections.emptySortedMap());

    /** How long web2 is left alone after it did not answer so many times in a row. */
    private static Duration rest(int times) {
        Quarantine quarantine = NOBODY;
        for (int i = 0; i < times; i++) {
            quarantine = quarantine.after(ALL, List.of("web2"), NOON);
        }
        return Duration.between(NOON, quarantine.hosts().get("web2").next());
    }

    @Test
    void isPatientThreeTimesAndThenTriesLessAndLessOften() {
        assertThat(rest(1)).isZero();
        assertThat(rest(2)).isZero();
        assertThat(rest(3)).isEqualTo(Duration.ofMinutes(30));
        assertThat(rest(4)).isEqualTo(Duration.ofHours(1));
        assertThat(rest(6)).isEqualTo(Duration.ofHours(4));
        assertThat(rest(200)).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void aHostRestsUntilItsTimeHasComeAndNoLonger() {
        Quarantine quarantine = NOBODY;
        for (int i = 0; i < 3; i++) {
            quarantine = quarantine.after(ALL, List.of("web2"), NOON);
        }
        assertThat(quarantine.resting(ALL, NOON.plus(Duration.ofMinutes(29)))).containsExactly("web2");
        assertThat(quarantine.resting(ALL, NOON.plus(Duration.ofMinutes(30)))).isEmpty();
        assertThat(quarantine.resting(List.of("web1"), NOON)).isEmpty();
    }

    @Test
    void aClockThatWasSetBackKeepsNobody() {
        Quarantine quarantine = NOBODY;
        for (int i = 0; i < 3; i++) {
            quarantine = quarantine.after(ALL, List.of("web2"), NOON);
        }
        assertThat(quarantine.resting(ALL, NOON.minus(Duration.ofDays(30)))).isEmpty();
    }

    @Test
    void aHostThatAnswersIsLikeOthersAgain() {
        Quarantine quarantine = NOBODY.after(ALL, List.of("web2"), NOON).after(ALL, List.of(), NOON);

        assertThat(quarantine.hosts()).isEmpty();
    }

    @Test
    void aHostThatRestsStaysKnownWhileOthersAreTried() {
        Quarantine quarantine = NOBODY.after(ALL, List.of("web2"), NOON).after(List.of("web1"), List.of(), NOON);

        assertThat(quarantine.hosts()).containsOnlyKeys("web2");
    }

    @Test
    void whenNobodyAnswersItIsTheNetworkOfThisMachine() {
        assertThat(NOBODY.after(ALL, ALL, NOON).hosts()).isEmpty();
    }

    @Test
    void isWrittenAndReadAgain(@TempDir Path folder) throws IOException {
        StateFolder state = new StateFolder(folder.resolve("shop"));
        Quarantine quarantine = NOBODY.after(ALL, List.of("web2"), NOON);

        quarantine.write(state);

        assertThat(Quarantine.read(state, JsonReader::parse)).isEqualTo(quarantine);
        Files.writeString(state.file("hosts.json"), "{\"web2\": 7}");
        assertThat(Quarantine.read(state, JsonReader::parse)).isEqualTo(NOBODY);
    }
}
