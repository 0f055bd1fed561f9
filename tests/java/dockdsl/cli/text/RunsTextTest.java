package dockdsl.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.diary.RunEntry;
import dockdsl.diary.RunResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunsTextTest {
    private static final String WHY = "host web2: 10.0.0.2 port 22 does not answer within 10 s";

    @Test
    void aTableIsShownWhereThereIsRoomForIt() {
        assertThat(told(160)).startsWith("WHEN").contains("UNREACHABLE", WHY);
    }

    @Test
    void nothingIsCutWhereThereIsNot() {
        assertThat(told(80))
                .doesNotContain("...", "WHEN")
                .containsPattern("2026-11-2. ..:..:..  apply of shop: unreachable, took 1.5 s\n")
                .containsPattern("apply of shop: ok, took 1.5 s, changed nothing\n")
                .contains("\n    web1: created container web\n", "\n    unreachable: web2\n", "\n    " + WHY + "\n");
    }

    private static String told(int width) {
        return Line.plain(RunsText.of(
                List.of(
                        run(RunResult.UNREACHABLE, List.of("web1: created container web"), List.of("web2"), WHY),
                        run(RunResult.OK, List.of(), List.of(), "")),
                20,
                width));
    }

    private static RunEntry run(RunResult result, List<String> changes, List<String> unreachable, String why) {
        return new RunEntry(
                Instant.parse("2026-11-22T12:00:00Z"),
                Duration.ofMillis(1500),
                "apply",
                "shop-1",
                "/srv/shop/site.groovy",
                "shop",
                false,
                result,
                0,
                changes,
                unreachable,
                List.of(),
                why,
                "");
    }
}
