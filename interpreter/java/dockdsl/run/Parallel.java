package dockdsl.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Does the same for many things at once, a virtual thread for each, so many at a time at most. */
public record Parallel(Semaphore places) {
    public static Parallel atMost(int places) {
        return new Parallel(new Semaphore(places));
    }

    public static Parallel unbounded() {
        return atMost(Integer.MAX_VALUE);
    }

    /**
     * Returns when all are done.
     *
     * @param work takes care of failures that are to be expected; the first of any others is thrown here when all are done
     */
    public <T> void each(Collection<T> things, Consumer<T> work) {
        if (things.size() == 1) {
            work.accept(things.iterator().next());
            return;
        }
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            things.forEach(thing -> all.add(threads.submit(() -> inPlace(() -> work.accept(thing)))));
        }
        all.forEach(Parallel::throwFailure);
    }

    private static void throwFailure(Future<?> done) {
        if (done.state() == Future.State.FAILED) {
            switch (done.exceptionNow()) {
                case RuntimeException bug -> throw bug;
                case Error bug -> throw bug;
                case Throwable impossible -> throw new IllegalStateException(impossible);
            }
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
