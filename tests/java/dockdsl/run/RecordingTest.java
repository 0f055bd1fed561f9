package dockdsl.run;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.docker.JsonReader;
import dockdsl.ledger.Author;
import dockdsl.ledger.Deed;
import dockdsl.ledger.LedgerText;
import dockdsl.ledger.Origin;
import dockdsl.ledger.Release;
import dockdsl.observed.Stock;
import dockdsl.plan.Change;
import dockdsl.plan.ChangeOf;
import dockdsl.plan.Verb;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecordingTest {
    private static final Release RUN = new Release(
            "20261121-154501-ab12",
            Instant.EPOCH,
            "apply",
            "shop",
            new Author("alice@laptop", ""),
            new Origin("/home/ada/site.groovy", "", false, "0.1.0"),
            List.of());

    @Test
    void whatAnotherRunLeftHalfDoneIsInNoRelease() {
        Recap recap = removed("app.dockdsl-new", "app.dockdsl-old", "web");

        Release release = new Recording(RUN, List.of(), new LedgerText(JsonReader::parse))
                .release("web1", recap.results(), new Stock(List.of(), List.of()));

        assertThat(release.deeds()).extracting(Deed::container).containsExactly("web");
        assertThat(recap.hasContainersOf("web1")).isTrue();
        assertThat(removed("app.dockdsl-new").hasContainersOf("web1")).isFalse();
    }

    private static Recap removed(String... containers) {
        return new Recap(
                new LinkedHashMap<>(),
                Stream.of(containers)
                        .map(RecordingTest::removal)
                        .map(change -> new Recap.Result(change, Fate.DONE))
                        .toList());
    }

    private static Change removal(String container) {
        return ChangeOf.container("web1", container).verb(Verb.REMOVE).make();
    }
}
