package dockdsl.cli.console;

import java.util.Optional;

/** Work of the console, one piece after the other. */
final class Turns {
    private volatile Optional<Turn> now = Optional.empty();

    /** Returns when the work is done, or nobody waits for it any more. */
    void take(Runnable work, Program program) {
        Turn turn = new Turn(work, program);
        now = Optional.of(turn);
        turn.take();
        now = Optional.empty();
    }

    /** Somebody pressed Ctrl-C. @return whether there is work to interrupt */
    boolean interrupt() {
        Optional<Turn> interrupted = now;
        interrupted.ifPresent(Turn::interrupt);
        return interrupted.isPresent();
    }
}
