package dockdsl.cli;

import dockdsl.cli.line.Command;
import dockdsl.plan.Change;
import dockdsl.problem.RunInterrupted;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ctrl-C and SIGTERM: what is open is closed at once, and the process ends with its own code. */
final class Interruption {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST_NAMED = 10;

    private final Surroundings surroundings;
    private final List<String> arguments;
    private volatile boolean over;
    private volatile OptionalInt quietly = OptionalInt.empty();
    private volatile Runnable close = () -> {};
    private volatile Runnable remember = () -> {};
    private volatile Consumer<Throwable> others = ending -> {};
    private volatile EventLog log = new EventLog();

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

    /** Closes what is open, for a run that has to end by itself. */
    void cut() {
        close.run();
    }

    /** @param remembering what is left to do of a run that ends before its time; takes no long time */
    void remembersWith(Runnable remembering) {
        remember = remembering;
    }

    /** @param events tells what has begun when the process is told to end */
    void watches(EventLog events) {
        log = events;
    }

    /** Ends what it closes, and not the process. */
    void now() {
        tellAndClose();
    }

    /** The same without a word, when somebody else has told. */
    void nowQuietly() {
        surroundings.screen().withdrawQuestion();
        surroundings.screen().silence();
        close.run();
    }

    /** To be ended is how this run ends: with this exit code, and without a word. */
    void endsQuietlyWith(int exitCode) {
        quietly = OptionalInt.of(exitCode);
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
        Runtime.getRuntime().halt(quietly.orElse(ExitCode.INTERRUPTED));
    }

    /** @param telling is told, too, what ends the run before its time */
    void tells(Consumer<Throwable> telling) {
        others = telling;
    }

    private void tellAndClose() {
        surroundings.screen().withdrawQuestion();
        if (quietly.isEmpty()) {
            RunInterrupted ending = new RunInterrupted("Interrupted.", remedy());
            new Endings(surroundings, arguments).tell(ending);
            others.accept(ending);
        }
        surroundings.screen().silence();
        remember.run();
        close.run();
    }

    private String remedy() {
        return Stream.of(Command.values())
                .filter(Command::changesHosts)
                .map(Command::word)
                .filter(arguments::contains)
                .findFirst()
                .map(command -> remedy(command, log))
                .orElse("");
    }

    static String remedy(String command, EventLog log) {
        if (!log.hasBegun()) {
            return "Nothing was changed.";
        }
        String goesOn = "The next `dockdsl " + command + "` goes on from there.";
        List<Change> underWay = log.underWay();
        return underWay.isEmpty() ? goesOn : "May be half done: " + named(underWay) + ".\n" + goesOn;
    }

    private static String named(List<Change> underWay) {
        String first = underWay.stream()
                .limit(MOST_NAMED)
                .map(change -> change.resource() + " on " + change.host())
                .collect(Collectors.joining(", "));
        int more = underWay.size() - MOST_NAMED;
        return more > 0 ? first + " and " + more + " more" : first;
    }
}
