package dockdsl.vocabulary;

import dockdsl.value.Signal;
import java.time.Duration;

/** The words of a {@code container} block about its process: how it begins, ends, and talks to a terminal. */
public final class ProcessWords {
    public static final Setting<Boolean> TTY = Setting.of(
                    "tty", Kinds.FLAG, "tty true", "Whether its process has a terminal.")
            .alsoKnownAs("t", "terminal")
            .keptAs(Fields.flag("Tty"));

    public static final Setting<Boolean> STDIN_OPEN = Setting.of(
                    "stdinOpen",
                    Kinds.FLAG,
                    "stdinOpen true",
                    "Whether its standard input stays open while nobody is attached.")
            .alsoKnownAs("stdin_open", "interactive", "stdin", "i")
            .keptAs(Fields.flag("OpenStdin"));

    public static final Setting<String> INIT = Setting.of(
                    "init",
                    Kinds.SWITCH,
                    "init true",
                    "Whether a small init process stands above it, which passes signals on and clears away dead children. "
                            + "What the engine is set to when not said, usually none.")
            .keptAs(ProcessFields.init());

    public static final Setting<Signal> STOP_SIGNAL = Setting.of(
                    "stopSignal",
                    LifeKinds.SIGNAL,
                    "stopSignal 'SIGQUIT'",
                    "What the engine sends to stop it; what the image says, else SIGTERM, when not said. Names and numbers of Linux.")
            .alsoKnownAs("stop_signal", "kill_signal", "signal")
            .keptAs(ProcessFields.stopSignal());

    public static final Setting<Duration> STOP_TIMEOUT = Setting.of(
                    "stopTimeout",
                    Kinds.SECONDS,
                    "stopTimeout '30s'",
                    "How long it may take to end after the stop signal before it is killed, in whole seconds; 10s when not said. "
                            + "Holds for stops by dockdsl, too.")
            .alsoKnownAs("stop_timeout", "stop_grace_period", "stopGracePeriod", "grace_period")
            .keptAs(ProcessFields.stopTimeout());

    private ProcessWords() {}
}
