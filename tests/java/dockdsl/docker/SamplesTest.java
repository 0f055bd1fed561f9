package dockdsl.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dockdsl.observed.Sample;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SamplesTest {
    private static final String STATS = """
            {"read": "2026-11-21T12:00:0%d.5Z",
             "cpu_stats": {"cpu_usage": {"total_usage": %d}},
             "memory_stats": {"usage": 50000000, "limit": 256000000, "stats": {"%s": 8000000}}}
            """;

    private static Sample sample(int second, long nanos, String cache) {
        return Samples.read(JsonReader.parse(STATS.formatted(second, nanos, cache)))
                .orElseThrow();
    }

    @Test
    void usageIsWhatWasUsedBetweenTwoLooks() {
        Sample.Usage usage =
                sample(2, 4_000_000_000L, "inactive_file").since(sample(0, 1_000_000_000L, "inactive_file"));

        assertThat(usage.cpuPercent()).isEqualTo(150, within(0.01));
        assertThat(usage.memoryBytes()).isEqualTo(42_000_000);
        assertThat(usage.memoryLimitBytes()).isEqualTo(256_000_000);
    }

    @Test
    void cachesThatCanBeDroppedDoNotCountWithEitherVersionOfControlGroups() {
        assertThat(sample(0, 0, "total_inactive_file").memory()).isEqualTo(42_000_000);
    }

    @Test
    void aContainerThatWasStartedAnewCountsFromNothing() {
        assertThat(sample(2, 5, "inactive_file")
                        .since(sample(0, 9_000, "inactive_file"))
                        .cpuPercent())
                .isZero();
    }

    @Test
    void whatDoesNotRunUsesNothing() {
        assertThat(Samples.read(JsonReader.parse("{\"read\": \"0001-01-01T00:00:00Z\", \"memory_stats\": {}}")))
                .isEmpty();
    }

    @Test
    void whatWasNotThereBothTimesIsLeftOut() {
        Sample one = sample(0, 1, "inactive_file");

        assertThat(Sample.usages(Map.of("a", one), Map.of("a", one, "b", one))).containsOnlyKeys("a");
    }
}
