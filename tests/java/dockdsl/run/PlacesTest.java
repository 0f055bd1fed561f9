package dockdsl.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PlacesTest {
    @Test
    void whoOnlyWaitsLetsAnotherOfItsHostWorkMeanwhile() throws InterruptedException {
        Places places = new Places(1, 1);
        CountDownLatch other = new CountDownLatch(1);

        Thread second = Thread.ofVirtual().unstarted(() -> places.on("web1", other::countDown));
        places.on("web1", () -> {
            second.start();
            places.resting("web1", () -> await(other));
        });

        second.join();
        assertThat(other.getCount()).isZero();
    }

    @Test
    void theHostKeepsItsPlaceAmongHosts() throws InterruptedException {
        Places places = new Places(1, 1);
        CountDownLatch elsewhere = new CountDownLatch(1);

        Thread second = Thread.ofVirtual().unstarted(() -> places.on("web2", elsewhere::countDown));
        places.on("web1", () -> {
            second.start();
            places.resting("web1", Thread::yield);
            assertThat(elsewhere.getCount()).isOne();
        });

        second.join();
        assertThat(elsewhere.getCount()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
