package dockdsl.ledger;

import static dockdsl.ledger.Ledgers.TEXT;
import static dockdsl.ledger.Ledgers.done;
import static dockdsl.ledger.Ledgers.failed;
import static dockdsl.ledger.Ledgers.release;
import static dockdsl.ledger.Ledgers.removed;
import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.value.ImageRef;
import dockdsl.value.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTextTest {
    private static final String GOOD = LedgerText.line(release(1, done("app", 1)));

    @Test
    void whatIsWrittenIsReadBack() {
        Release release = release(3, done("app", 1), failed("web", 2), removed("old"));

        assertThat(TEXT.read(LedgerText.line(release)).releases()).containsExactly(release);
    }

    @Test
    void aReleaseIsOneLineWhateverIsInIt() {
        Release release = new Release(
                ReleaseId.of(release(1).when(), 1),
                release(1).when(),
                "apply",
                "shop",
                new Author("al\nice\u2028@laptop", ""),
                new Origin("/a\r\nb.groovy", "", false, "0.1.0"),
                List.of());

        assertThat(LedgerText.line(release).lines()).hasSize(1);
        assertThat(TEXT.read(LedgerText.line(release)).releases()).containsExactly(release);
    }

    @Test
    void aTornLineCostsThatReleaseOnly() {
        String torn = GOOD.substring(0, GOOD.length() / 2);

        assertThat(TEXT.read(torn + "\n" + GOOD + "\n" + torn).releases()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "null",
                "[1, 2]",
                "{}",
                "{\"format\":1}",
                "{\"format\":2,\"release\":\"20261101-100000-0001\",\"when\":\"2026-11-01T10:00:00Z\"}",
                "{\"format\":\"1\",\"release\":\"20261101-100000-0001\",\"when\":\"2026-11-01T10:00:00Z\"}",
                "{\"format\":1,\"release\":\"\\u001b[31mred\",\"when\":\"2026-11-01T10:00:00Z\"}",
                "{\"format\":1,\"release\":\"../../etc/passwd\",\"when\":\"2026-11-01T10:00:00Z\"}",
                "{\"format\":1,\"release\":\"20261101-100000-0001\",\"when\":\"yesterday\"}",
                "{\"format\":1,\"release\":[\"20261101-100000-0001\"],\"when\":{}}",
            })
    void whatIsNotAsWeWriteItIsNoRelease(String line) {
        assertThat(TEXT.read(line + "\n" + GOOD).releases()).hasSize(1);
    }

    @Test
    void membersOfAnotherShapeAreAbsent() {
        String line = "{\"format\":1,\"release\":\"20261101-100000-0001\",\"when\":\"2026-11-01T10:00:00Z\","
                + "\"who\":{\"a\":1},\"dirty\":\"yes\",\"containers\":[1,\"x\",null,"
                + "{\"name\":\"a b\",\"result\":\"done\"},{\"name\":\"app\",\"result\":\"splendid\"},"
                + "{\"name\":\"app\",\"result\":\"done\",\"keep\":-1,\"image\":\"UPPER CASE\",\"blueprint\":7}]}";

        Release release = TEXT.read(line).releases().getFirst();

        assertThat(release.author()).isEqualTo(new Author("", ""));
        assertThat(release.origin().dirty()).isFalse();
        assertThat(release.deeds()).singleElement().satisfies(deed -> {
            assertThat(deed.image()).isEmpty();
            assertThat(deed.blueprint()).isEmpty();
            assertThat(deed.keep()).isEqualTo(LedgerText.USUAL_KEEP);
            assertThat(deed.isGood()).isFalse();
        });
    }

    @Test
    void aHugeLineAndADeepOneAreNoReleases() {
        String huge = GOOD.replace("alice@laptop", "a".repeat(LedgerText.LONGEST_LINE));
        String deep = "{\"format\":" + "[".repeat(100_000);

        assertThat(TEXT.read(huge + "\n" + deep + "\n" + GOOD).releases()).hasSize(1);
    }

    @Test
    void aReleaseThatWouldBeTooLongIsWrittenWithoutItsBlueprints() {
        Deed deed = created("app", LedgerText.LONGEST_LINE);

        Release read = TEXT.read(LedgerText.line(release(1, deed))).releases().getFirst();

        assertThat(read.deeds().getFirst().isGood()).isFalse();
        assertThat(read.deeds().getFirst().image()).isPresent();
    }

    @Test
    void aReleaseOfHundredsOfContainersIsRememberedWhole() {
        Deed[] deeds = IntStream.range(0, 300)
                .mapToObj(number -> created("app-" + number, 2000))
                .toArray(Deed[]::new);

        Release read = TEXT.read(LedgerText.line(release(1, deeds))).releases().getFirst();

        assertThat(read.deeds()).hasSize(300).allMatch(Deed::isGood);
    }

    /** @param size of its blueprint in characters */
    private static Deed created(String container, int size) {
        return new Deed(
                container,
                "create",
                List.of(),
                Result.DONE,
                Optional.of(new Deed.Image(ImageRef.parse("app:1"), "", "")),
                5,
                Optional.of(new Tree(Map.of("body", "x".repeat(size)))));
    }

    @Test
    void twoFilesOfAHostAreOneLedger() {
        Ledger shared = new Ledger(List.of(release(1, done("app", 1)), release(3, done("app", 3))));
        Ledger own = new Ledger(List.of(release(2, done("app", 2)), release(3, done("app", 3))));

        assertThat(shared.and(own).releases())
                .extracting(Release::id)
                .containsExactly(Ledgers.id(1), Ledgers.id(2), Ledgers.id(3));
    }
}
