package dockdsl.cli;

import java.time.Duration;
import java.time.Instant;

/** What time it is, and waiting for a later one. */
interface WallClock {
    WallClock OF_MACHINE = new WallClock() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void pause(Duration time) throws InterruptedException {
            Thread.sleep(time);
        }
    };

    Instant now();

    /** Returns when so much time has passed. */
    void pause(Duration time) throws InterruptedException;
}
