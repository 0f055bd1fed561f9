package dockdsl.adhoc;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Something that is done beside; what goes wrong with it unexpectedly comes to light where its end is awaited. */
public final class Errand {
    private final FutureTask<Void> task;

    private Errand(Runnable work) {
        task = new FutureTask<>(work, null);
    }

    public static Errand begin(Runnable work) {
        Errand errand = new Errand(work);
        Thread.startVirtualThread(errand.task);
        return errand;
    }

    /** Returns at once, with the interrupt noted, when this thread is interrupted. */
    public void await() {
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException bug -> throw bug;
                case Error bug -> throw bug;
                case Throwable impossible -> throw new IllegalStateException(impossible);
            }
        }
    }
}
