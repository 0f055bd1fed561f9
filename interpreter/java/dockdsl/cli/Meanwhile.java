package dockdsl.cli;

import dockdsl.cli.screen.Painter;
import dockdsl.cli.screen.Terminals;
import dockdsl.cli.text.WaitText;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Says below all else, on a terminal, what is waited for, once that takes longer than a second.
 *
 * @param what half a sentence: {@code fetching secrets}
 */
record Meanwhile(Surroundings surroundings, String what) {
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    void during(Runnable work) {
        if (!surroundings.watched()) {
            work.run();
            return;
        }
        AtomicInteger seconds = new AtomicInteger();
        try (Painter _ = Painter.of(
                surroundings.screen(),
                A_SECOND,
                A_SECOND,
                () -> Terminals.width(surroundings.environment()),
                width -> List.of(WaitText.of(what, seconds.incrementAndGet(), width)))) {
            work.run();
        }
    }
}
