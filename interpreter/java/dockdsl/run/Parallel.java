package dockdsl.run;

import java.util.Collection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Does the same for many things at once, a virtual thread for each, so many at a time at most. */
record Parallel(Semaphore places) {
    static Parallel atMost(int places) {
        return new Parallel(new Semaphore(places));
    }

    /** Returns when all are done. @param work takes care of its own failures */
    <T> void each(Collection<T> things, Consumer<T> work) {
        if (things.size() == 1) {
            work.accept(things.iterator().next());
            return;
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            things.forEach(thing -> threads.execute(() -> inPlace(() -> work.accept(thing))));
        }
    }

    private void inPlace(Runnable work) {
        places.acquireUninterruptibly();
        try {
            work.run();
        } finally {
            places.release();
        }
    }
}
