package dockdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.diary.RunEntry;
import dockdsl.diary.RunResult;
import dockdsl.observed.ObservedContainer;
import dockdsl.value.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A week in which a run comes every quarter of an hour, on hosts and by a clock that are not there. */
class WeekTest {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration SPLAY = Duration.ofMinutes(5);
    private static final int RUNS = 7 * 24 * 4;
    private static final long MEGABYTE = 1 << 20;
    /** A Monday. */
    private static final Instant BEGIN = Instant.parse("2026-11-16T00:00:00Z");

    private static final String SITE = """
            site 'shop'
            container('web') { on 'web'; state absent }
            notify { command 'echo "$DOCKDSL_OCCASION: $DOCKDSL_SUMMARY" >>told' }
            """;
    private static final ObservedContainer DRIFT = new ObservedContainer(
            "3".repeat(64),
            "web",
            "running",
            Map.of("dockdsl.site", "shop", "dockdsl.container", "web"),
            Optional.of(Tree.EMPTY));

    /** What one run printed, and how it ended. */
    private record Run(Instant when, int exitCode, String printed) {}

    private final List<Run> runs = new ArrayList<>();
    private Instant now = BEGIN;

    @TempDir
    private Path folder;

    private Workplace place;
    private PretendFleet fleet;

    private final WallClock clock = new WallClock() {
        @Override
        public Instant now() {
            return now;
        }

        @Override
        public void pause(Duration time) {
            now = now.plus(time);
        }
    };

    @BeforeEach
    void writeFiles() throws IOException {
        place = Workplace.in(folder, SITE, "web[1:3]");
        place.clock = clock;
        fleet = place.fleet;
    }

    /** All runs of the crontab until then. */
    private void until(String dayAndTime) {
        for (Instant end = at(dayAndTime); next().isBefore(end); ) {
            now = next();
            run();
        }
    }

    private Instant next() {
        return BEGIN.plus(QUARTER.multipliedBy(runs.size()));
    }

    private static Instant at(String dayAndTime) {
        List<String> days = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "end");
        String[] words = dayAndTime.split(" ");
        return BEGIN.plus(Duration.ofDays(days.indexOf(words[0]))).plus(Duration.parse("PT" + words[1] + "H"));
    }

    private void run() {
        Instant when = now;
        int code = place.run(List.of("apply", "-i", place.hosts().toString(), "--unattended", "--splay", "5m"));
        runs.add(new Run(when, code, place.printed()));
    }

    /** Of every run that printed something: when, how it ended, and the line that says why. */
    private List<String> news(String why) {
        return runs.stream()
                .filter(run -> !run.printed().isEmpty())
                .map(run -> run.when() + " " + run.exitCode() + " "
                        + run.printed()
                                .lines()
                                .filter(line -> line.matches(why))
                                .map(line -> line.replaceAll("\\(\\d+ ms\\)", "(N ms)"))
                                .collect(Collectors.joining(", ")))
                .toList();
    }

    @Test
    void onlyNewsIsTold() throws IOException {
        until("Tue 6");
        fleet.strays.put("web1", DRIFT);
        until("Wed 0");

        fleet.dead.add("web2");
        until("Wed 13");
        fleet.strays.put("web1", DRIFT);
        fleet.strays.put("web2", DRIFT);
        until("Thu 1");
        fleet.dead.clear();
        until("Fri 8");

        fleet.locked.put("web1", "alice@laptop\\n2026-11-20T08:00:00Z\\napply of site shop");
        until("Fri 12");
        fleet.locked.clear();
        until("Fri 18");

        fleet.strays.put("web3", DRIFT);
        fleet.failing.add("remove web");
        until("Sat 2");
        fleet.failing.clear();
        until("Sun 3");

        place.site(SITE.replace("absent", "abscent"));
        until("Sun 5");
        place.site(SITE);
        until("end 0");

        assertThat(runs).hasSize(RUNS);
        assertThat(news("web\\d: removed .*ms.|host web\\d.*: .*|container .* on .*: .*|.*: `.*|Over: .*"))
                .containsExactly(
                        "2026-11-17T06:00:00Z 0 web1: removed container web (N ms)",
                        "2026-11-18T00:00:00Z 4 host web2 (hosts.groovy:1): nobody answers",
                        "2026-11-18T13:00:00Z 4 web1: removed container web (N ms)",
                        "2026-11-19T04:00:00Z 0 web2: removed container web (N ms), Over: host web2: unreachable",
                        "2026-11-20T18:00:00Z 2 web3: removed container web (N ms),"
                                + " container web (site.groovy:2) on web3: the engine will not remove web",
                        "2026-11-21T02:00:00Z 0 web3: removed container web (N ms), Over: container web on web3",
                        "2026-11-22T03:00:00Z 65 site.groovy:2:36: `abscent` stands for nothing here",
                        "2026-11-22T05:00:00Z 0 Over: site: rejected");
        assertThat(Files.readString(folder.resolve("told")).replace(folder + "/", ""))
                .isEqualTo("""
                        change: shop: web1: removed container web
                        failure: shop: failed: host web2 (hosts.groovy:1): nobody answers
                        change: shop: web1: removed container web
                        change,recovery: shop: web2: removed container web, recovered: host web2: unreachable
                        failure: shop: failed: container web (site.groovy:2) on web3: the engine will not remove web
                        change,recovery: shop: web3: removed container web, recovered: container web on web3
                        """);
        exitCodesAndHistoryAgree();
        theHostThatWasAwayWasTriedLessAndLessOften();
    }

    private void exitCodesAndHistoryAgree() {
        assertThat(place.history()).hasSize(RUNS);
        assertThat(place.history())
                .extracting(RunEntry::exitCode)
                .containsExactlyElementsOf(runs.stream().map(Run::exitCode).toList());
        Map<RunResult, Long> results = place.history().stream()
                .collect(Collectors.groupingBy(RunEntry::result, TreeMap::new, Collectors.counting()));
        assertThat(results)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        RunResult.OK, RUNS - 4L * (4 + 28 + 8 + 2),
                        RunResult.SKIPPED, 4L * 4,
                        RunResult.UNREACHABLE, 4L * 28,
                        RunResult.FAILED, 4L * 8,
                        RunResult.REFUSED, 4L * 2));
    }

    private void theHostThatWasAwayWasTriedLessAndLessOften() {
        assertThat(place.history().stream()
                        .filter(run -> run.unreachable().contains("web2"))
                        .map(run -> run.when().minus(SPLAY).plus(QUARTER).truncatedTo(ChronoUnit.HOURS))
                        .map(hour -> Duration.between(at("Wed 0"), hour).toHours()))
                .as("hours after it went away")
                .containsExactly(0L, 0L, 0L, 1L, 2L, 4L, 8L, 12L, 16L, 20L, 24L);
    }

    @Test
    void everyRunWaitsEquallyLongAndNotTooLong() {
        until("Tue 0");

        Set<Duration> waited = new TreeSet<>();
        for (int number = 0; number < runs.size(); number++) {
            waited.add(Duration.between(
                    runs.get(number).when(), place.history().get(number).when()));
        }
        assertThat(waited).singleElement().satisfies(time -> assertThat(time).isBetween(Duration.ofMillis(1), SPLAY));
    }

    @Test
    void theDiskDoesNotFill() throws IOException {
        until("Mon 1");
        String line = "2026-11-15T00:00:00Z begin of apply of /srv/shop/site.groovy\n";
        String almost = line.repeat((int) (MEGABYTE / line.length()) - 10);
        for (String name : List.of("log", "log.1", "log.2", "log.3", "log.4")) {
            Files.writeString(place.kept().resolve(name), almost);
        }
        Path remembered = place.state().path().resolve("runs.ndjson");
        String one = Files.readAllLines(remembered).getFirst() + "\n";
        Files.writeString(remembered, one.repeat((int) (4 * MEGABYTE / one.length()) - 10));

        until("Tue 0");

        try (var files = Files.list(place.kept())) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("log")))
                    .hasSize(5)
                    .allSatisfy(file -> assertThat(Files.size(file)).isLessThanOrEqualTo(MEGABYTE));
        }
        assertThat(Files.size(place.kept().resolve("log"))).isLessThan(MEGABYTE / 10);
        assertThat(Files.size(remembered)).isLessThan(3 * MEGABYTE);
        assertThat(place.history().getLast().when())
                .isBetween(runs.getLast().when(), runs.getLast().when().plus(SPLAY));
    }
}
