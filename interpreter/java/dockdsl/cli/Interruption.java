package dockdsl.cli;

import dockdsl.cli.line.Command;
import dockdsl.problem.RunInterrupted;
import java.time.Duration;
import java.util.List;

/** Ctrl-C and SIGTERM: what is open is closed at once, and the process ends with its own code. */
final class Interruption {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Surroundings surroundings;
    private final List<String> arguments;
    private volatile boolean over;
    private volatile Runnable close = () -> {};

    Interruption(Surroundings surroundings, List<String> arguments) {
        this.surroundings = surroundings;
        this.arguments = arguments;
    }

    /** Listens from now on, as Java lets one listen to signals: the process is ending already. */
    void listen() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::interrupt, "interruption"));
    }

    /** @param closing is safe at any time and on any thread */
    void closesWith(Runnable closing) {
        close = closing;
    }

    /** The run has ended by itself. */
    void over() {
        over = true;
    }

    private void interrupt() {
        if (over) {
            return;
        }
        Thread ending = Thread.ofPlatform().daemon().start(this::tellAndClose);
        try {
            ending.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
    }

    private void tellAndClose() {
        surroundings.screen().withdrawQuestion();
        new Endings(surroundings, arguments).tell(new RunInterrupted("Interrupted.", remedy()));
        surroundings.screen().silence();
        close.run();
    }

    private String remedy() {
        boolean changes = arguments.contains(Command.APPLY.word()) || arguments.contains(Command.BOOTSTRAP.word());
        return changes ? "What was under way may be half done; the next `dockdsl apply` puts it right." : "";
    }
}
