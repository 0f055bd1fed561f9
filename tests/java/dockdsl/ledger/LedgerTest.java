package dockdsl.ledger;

import static dockdsl.ledger.Ledgers.done;
import static dockdsl.ledger.Ledgers.ledger;
import static dockdsl.ledger.Ledgers.release;
import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.observed.Stock;
import dockdsl.observed.StoredImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class LedgerTest {
    @Test
    void theEndOfARunTakesThePlaceOfItsBeginning() {
        Ledger ledger = ledger(begun(1), release(1, done("app", 1)));

        assertThat(ledger.releases()).containsExactly(release(1, done("app", 1)));
        assertThat(ledger(begun(1)).and(ledger(release(1, done("app", 1)))).releases())
                .hasSize(1);
        assertThat(ledger(release(1, done("app", 1))).and(ledger(begun(1))).releases())
                .containsExactly(release(1, done("app", 1)));
    }

    @Test
    void aRunWithoutAnEndWasCutOffOrGoesOn() {
        Ledger ledger = ledger(begun(1), begun(2));

        assertThat(results(ledger)).containsExactly(Result.CUT_OFF, Result.CUT_OFF);
        assertThat(results(ledger.whileUnderWay("shop"))).containsExactly(Result.CUT_OFF, Result.UNDER_WAY);
        assertThat(results(ledger.whileUnderWay("other"))).containsExactly(Result.CUT_OFF, Result.CUT_OFF);
        Ledger ended = ledger(begun(1), release(2, done("app", 2)));
        assertThat(ended.whileUnderWay("shop")).isEqualTo(ended);
    }

    @Test
    void rollbackPassesOverRunsThatWereCutOff() {
        SequencedMap<String, Ledger> hosts = new LinkedHashMap<>();
        hosts.put("web1", ledger(release(1, done("app", 1)), release(2, done("app", 2)), begun(3)));

        Recall recall =
                new Recall.Of(hosts, (host, container) -> Optional.of(Ledgers.imageId(2)), picks -> List.of()).newest();

        assertThat(recall.picks()).extracting(pick -> pick.release().id()).containsExactly(Ledgers.id(1));
    }

    @Test
    void runsThatWereCutOffEvictNothing() {
        List<StoredImage> images = List.of(
                new StoredImage(Ledgers.imageId(1), List.of("app:1"), List.of(), 1),
                new StoredImage(Ledgers.imageId(2), List.of("app:2"), List.of(), 1));
        Release kept = release(1, Ledgers.keeping(2, done("app", 1)));
        Ledger ledger = ledger(kept, release(2, Ledgers.keeping(2, done("app", 2))), begun(3), begun(4));

        assertThat(new Retention(ledger, new Stock(images, List.of())).surplus("shop"))
                .isEmpty();
    }

    @Test
    void whatABeginningSaysIsReadAgain() {
        assertThat(Ledgers.TEXT.read(LedgerText.line(begun(1)))).isEqualTo(ledger(begun(1)));
    }

    private static Release begun(int day) {
        Deed deed = done("app", day);
        return release(
                day, new Deed("app", "replace", List.of("image"), Result.CUT_OFF, deed.image(), 5, Optional.empty()));
    }

    private static List<Result> results(Ledger ledger) {
        return ledger.releases().stream()
                .map(release -> release.deeds().getFirst().result())
                .toList();
    }
}
