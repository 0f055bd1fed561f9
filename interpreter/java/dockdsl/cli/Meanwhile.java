package dockdsl.cli;

import dockdsl.cli.text.Line;
import dockdsl.cli.text.Tone;
import java.time.Duration;
import java.util.List;

/**
 * Says below all else, on a terminal, what is waited for, once that takes longer than a second.
 *
 * @param what half a sentence: {@code fetching secrets}
 */
record Meanwhile(Surroundings surroundings, String what) {
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    void during(Runnable work) {
        if (!surroundings.live()) {
            work.run();
            return;
        }
        Thread painter = Thread.ofVirtual().name("meanwhile").start(this::paint);
        try {
            work.run();
        } finally {
            painter.interrupt();
            joined(painter);
            surroundings.screen().live(List.of());
        }
    }

    private void paint() {
        try {
            for (int seconds = 1; true; seconds++) {
                Thread.sleep(A_SECOND);
                surroundings.screen().live(List.of(Line.of(Tone.QUIET, what + " (" + seconds + " s)")));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static void joined(Thread painter) {
        try {
            painter.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
