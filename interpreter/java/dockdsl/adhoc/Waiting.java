package dockdsl.adhoc;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Waits, and lets a thread that is told to end go on to its end. */
final class Waiting {
    private Waiting() {}

    static void on(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void a(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
