package dockdsl.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.adhoc.Place;
import dockdsl.observed.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UseRowTest {
    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 200})
    void whatIsUsedIsNeverCut(int width) {
        Sample sample = new Sample(
                Instant.EPOCH, Duration.ZERO, 12_345_678, 268_000_000, 1_230_000, 456_000, 7_890_000, 12_000, 17);

        List<Line> lines = UseRow.table(
                List.of(
                        new UseRow(new Place("web1", "front"), 12.5, sample),
                        new UseRow(new Place("web1", "front-2"), 0, sample)),
                width);

        assertThat(Line.plain(lines)).contains("front ", "front-2 ", "12.5 %", "12 MB (4.6 %)");
        assertThat(lines).allSatisfy(line -> assertThat(line.plain()).hasSizeLessThanOrEqualTo(width));
    }
}
