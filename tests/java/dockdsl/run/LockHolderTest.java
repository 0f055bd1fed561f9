package dockdsl.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LockHolderTest {
    private static final LockHolder ALICE =
            new LockHolder(Instant.parse("2026-11-21T03:25:46.123Z"), "x", "alice@laptop", "apply of site shop");

    @Test
    void whatIsLeftOnTheHostReadsBackAsTheSame() {
        assertThat(LockHolder.read(ALICE.line())).hasValue(ALICE);
    }

    @Test
    void sinceWhenIsToldToTheSecond() {
        assertThat(ALICE).hasToString("alice@laptop since 2026-11-21 03:25:46 UTC, apply of site shop");
    }

    @Test
    void aNameWithSpacesIsStillOneWord() {
        LockHolder spaced = new LockHolder(ALICE.since(), "x", "Alice B@laptop", "apply of site shop");

        assertThat(LockHolder.read(spaced.line())).map(LockHolder::who).hasValue("Alice-B@laptop");
    }

    @Test
    void whatIsNoHolderIsNotBelieved() {
        assertThat(LockHolder.read("")).isEmpty();
        assertThat(LockHolder.read("rm -rf / now")).isEmpty();
        assertThat(LockHolder.read("yesterday x alice apply of site shop")).isEmpty();
        assertThat(LockHolder.read(ALICE.line() + "!".repeat(300))).isEmpty();
    }

    @Test
    void whatWouldColourATerminalDoesNot() {
        assertThat(LockHolder.read(ALICE.line().replace("shop", "\033[31mshop"))
                        .orElseThrow()
                        .what())
                .isEqualTo("apply of site ?[31mshop");
    }

    @Test
    void theOneThatBeganEarlierIsTheLesser() {
        LockHolder later = new LockHolder(ALICE.since().plusMillis(1), "a", "bob@ci", "apply of site shop");

        assertThat(ALICE).isLessThan(later);
    }
}
