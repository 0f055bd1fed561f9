package dockdsl.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dockdsl.observed.Load;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadsTest {
    private static final String STATS = """
            {"read": "2026-11-21T12:00:0%d.5Z",
             "cpu_stats": {"cpu_usage": {"total_usage": %d}},
             "memory_stats": {"usage": 50000000, "limit": 256000000, "stats": {"%s": 8000000}}}
            """;

    private static Load load(int second, long nanos, String cache) {
        return Loads.read(JsonReader.parse(STATS.formatted(second, nanos, cache)))
                .orElseThrow();
    }

    @Test
    void usageIsWhatWasUsedBetweenTwoLooks() {
        Load.Usage usage = load(2, 4_000_000_000L, "inactive_file").since(load(0, 1_000_000_000L, "inactive_file"));

        assertThat(usage.cpuPercent()).isEqualTo(150, within(0.01));
        assertThat(usage.memoryBytes()).isEqualTo(42_000_000);
        assertThat(usage.memoryLimitBytes()).isEqualTo(256_000_000);
    }

    @Test
    void cachesThatCanBeDroppedDoNotCountWithEitherVersionOfControlGroups() {
        assertThat(load(0, 0, "total_inactive_file").memoryBytes()).isEqualTo(42_000_000);
    }

    @Test
    void aContainerThatWasStartedAnewCountsFromNothing() {
        assertThat(load(2, 5, "inactive_file")
                        .since(load(0, 9_000, "inactive_file"))
                        .cpuPercent())
                .isZero();
    }

    @Test
    void whatDoesNotRunUsesNothing() {
        assertThat(Loads.read(JsonReader.parse("{\"read\": \"0001-01-01T00:00:00Z\", \"memory_stats\": {}}")))
                .isEmpty();
    }

    @Test
    void whatWasNotThereBothTimesIsLeftOut() {
        Load one = load(0, 1, "inactive_file");

        assertThat(Load.usages(Map.of("a", one), Map.of("a", one, "b", one))).containsOnlyKeys("a");
    }
}
