package dockdsl.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.ledger.Author;
import dockdsl.ledger.Deed;
import dockdsl.ledger.History;
import dockdsl.ledger.Origin;
import dockdsl.ledger.Release;
import dockdsl.ledger.Result;
import dockdsl.value.ImageRef;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class HistoryTextTest {
    private static final Release RELEASE = new Release(
            "20261122-120000-2a88",
            Instant.parse("2026-11-22T12:00:00Z"),
            "apply",
            "shop",
            new Author("ada@laptop", ""),
            new Origin("/srv/site.groovy", "c0ffee0".repeat(5), true, "0.1.0"),
            List.of());

    @Test
    void aTableIsShownWhereThereIsRoomForIt() {
        assertThat(told(200)).startsWith("RELEASE").contains("web1, web2, web3");
    }

    @Test
    void nothingIsCutWhereThereIsNot() {
        assertThat(told(80)).isEqualTo("""
                        20261122-120000-2a88  2026-11-22 12:00 UTC  apply by ada@laptop at c0ffee0+
                            created front on web[1-3]: front:2.3 3f2a9c1d04be
                            removed old on web[1-3]
                        """);
    }

    private static String told(int width) {
        SequencedMap<String, List<Deed>> deeds = new LinkedHashMap<>();
        for (String host : List.of("web1", "web2", "web3")) {
            deeds.put(host, List.of(created(), removed()));
        }
        return Line.plain(HistoryText.of(new History(List.of(new History.Entry(RELEASE, deeds))), width));
    }

    private static Deed created() {
        Deed.Image image = new Deed.Image(
                ImageRef.parse("registry.example.com/shop/front:2.3"), "sha256:" + "3f2a9c1d04be".repeat(5), "");
        return new Deed("front", "create", List.of(), Result.DONE, Optional.of(image), 5, Optional.empty());
    }

    private static Deed removed() {
        return new Deed("old", "remove", List.of(), Result.DONE, Optional.empty(), 5, Optional.empty());
    }
}
