package dockdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.adhoc.Heard;
import dockdsl.adhoc.Place;
import dockdsl.cli.adhoc.Afterwards;
import dockdsl.cli.adhoc.ByHost;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwaitedTest {
    private static final List<Place> PLACES = List.of(Place.on("web1"), Place.on("web2"), Place.on("web3"));

    @TempDir
    private Path folder;

    @Test
    void whoTakesLongerThanASecondIsNamedUntilAllAreDoneAndThenTheAnswersStandAlone() {
        WatchedErrors watched = WatchedErrors.in(folder, true);
        try (Awaited awaited = awaited(watched)) {
            watched.awaitShown("waiting for web[1-3] (");
            end(awaited, "web2");
            watched.awaitShown("1 of 3 done, waiting for web[1,3] (");
            end(awaited, "web1");
            end(awaited, "web3");
            awaited.over(0);

            assertThat(watched.errors()).endsWith(WatchedErrors.ERASED);
            assertThat(watched.output()).contains("web1", "web2", "web3").doesNotContain("waiting");
        }
    }

    @Test
    void nothingIsShownToNobody() {
        WatchedErrors unwatched = WatchedErrors.in(folder, false);
        try (Awaited awaited = awaited(unwatched)) {
            awaited.over(0);
        }
        assertThat(unwatched.errors()).isEmpty();
    }

    private static Awaited awaited(WatchedErrors watched) {
        return new Awaited(
                new Afterwards(new ByHost(watched.surroundings().screen(), PLACES)), PLACES, watched.surroundings());
    }

    private static void end(Awaited awaited, String host) {
        awaited.heard(new Heard.Said(Place.on(host), false, "up"));
        awaited.heard(new Heard.Ended(Place.on(host), 0));
    }
}
