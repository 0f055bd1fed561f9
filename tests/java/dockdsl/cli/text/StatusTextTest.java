package dockdsl.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.cli.Golden;
import dockdsl.observed.EngineInfo;
import dockdsl.observed.Machine;
import dockdsl.observed.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusTextTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void aTableFitsTheTerminalAndCutsWhatIsLeastMissed(int width) {
        List<Line> lines = StatusText.of(fleet(3), NOW, width, false);

        Golden.check("status-" + width + ".txt", lines);
        assertThat(lines).allSatisfy(line -> assertThat(line.plain()).hasSizeLessThanOrEqualTo(width));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60})
    void whetherItIsAsDeclaredIsToldOnTheNarrowestTerminalToo(int width) {
        List<Line> lines = StatusText.of(fleet(3), NOW, width, false);

        assertThat(Line.plain(lines)).contains("AS DE", "yes", "no: ");
        assertThat(lines.subList(0, lines.size() - 1))
                .allSatisfy(line -> assertThat(line.plain()).hasSizeLessThanOrEqualTo(width));
    }

    @Test
    void nothingIsCutWhereThereIsNoTerminal() {
        assertThat(Line.plain(StatusText.of(fleet(3), NOW, Integer.MAX_VALUE, false)))
                .doesNotContain("...")
                .contains("registry.example.com:5000/shop/front:2.3.1", "3f2a9c1d04be");
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 50, 200})
    void aWatchFitsTheScreenAndKeepsWhatIsNotWell(int rows) {
        List<Line> lines = new WatchText("shop", Duration.ofSeconds(2), NOW).of(fleet(40), 80, rows);

        assertThat(lines).hasSizeLessThanOrEqualTo(rows);
        assertThat(Line.plain(lines)).contains("unhealthy", "no: 2 settings", "Ctrl-C");
    }

    @Test
    void theRestIsCountedWhereThereIsNoRoomForIt() {
        assertThat(Line.plain(new WatchText("shop", Duration.ofMillis(500), NOW).of(fleet(40), 100, 24)))
                .contains(
                        "every 500 ms",
                        "80 containers on 40 hosts, 1 not as declared.",
                        " Not shown: 66 that are well.");
    }

    /** Hosts with two containers each, of which the second host is not well and the last one silent. */
    private static Status fleet(int count) {
        List<StatusHost> hosts = new ArrayList<>();
        List<StatusRow> rows = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            String name = "web%02d.example.com".formatted(number);
            hosts.add(
                    number == count
                            ? StatusHost.silent(name, "unreachable")
                            : new StatusHost(
                                    name,
                                    Optional.of("10.0.0." + number),
                                    new EngineInfo("28.2.2", "1.50"),
                                    Optional.of(new Machine(
                                            "Debian GNU/Linux 12 (bookworm)", "x86_64", "6.1.0", 4, 8_000_000_000L)),
                                    ""));
            rows.add(row(
                    name,
                    "front",
                    "registry.example.com:5000/shop/front:2.3.1",
                    number == 2 ? "unhealthy" : "healthy",
                    ""));
            rows.add(row(name, "cache-of-sessions", "redis:7.4.1", "", number == 2 ? "2 settings differ" : ""));
        }
        Map<String, Map<String, Sample.Usage>> usages =
                Map.of("web01.example.com", Map.of("front", new Sample.Usage(12.5, 34_000_000, 256_000_000)));
        return new Status(hosts, rows, usages);
    }

    private static StatusRow row(String host, String name, String image, String health, String drift) {
        return new StatusRow(
                host,
                name,
                image,
                "0112469283ed",
                "sha256:" + "3f2a9c1d04be".repeat(6).substring(0, 64),
                "running",
                health,
                Optional.of(NOW.minusSeconds(7300)),
                "",
                drift,
                List.of(),
                List.of());
    }
}
