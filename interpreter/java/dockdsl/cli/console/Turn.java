package dockdsl.cli.console;

import java.time.Duration;

/** Work that somebody may end before its time: at first softly, then hard, and in the end it is left alone. */
final class Turn {
    private static final Duration SOFT = Duration.ofSeconds(2);
    private static final Duration HARD = Duration.ofSeconds(3);

    /** Groovy's compiler goes deep. */
    private static final long STACK_BYTES = 8 << 20;

    private final Program program;
    private final Thread worker;
    private int interrupted;
    private boolean abandoned;

    Turn(Runnable work, Program program) {
        this.program = program;
        this.worker = Thread.ofPlatform()
                .daemon()
                .name("command")
                .stackSize(STACK_BYTES)
                .unstarted(work);
    }

    /** Returns when the work is done, or nobody waits for it any more. */
    void take() {
        worker.start();
        try {
            while (worker.isAlive() && !isAbandoned()) {
                worker.join(Duration.ofMillis(200));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isAbandoned() {
        return abandoned;
    }

    /** Somebody pressed Ctrl-C; who does it again does not want to wait. */
    synchronized void interrupt() {
        interrupted++;
        if (interrupted == 1) {
            Thread.startVirtualThread(this::end);
        } else {
            Thread.startVirtualThread(this::endHard);
        }
    }

    private void end() {
        Thread soft = Thread.startVirtualThread(program::interrupt);
        if (!ends(SOFT)) {
            soft.interrupt();
            endHard();
        }
    }

    private void endHard() {
        program.drop();
        worker.interrupt();
        if (!ends(HARD)) {
            synchronized (this) {
                abandoned = true;
            }
        }
    }

    private boolean ends(Duration within) {
        try {
            return worker.join(within);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
