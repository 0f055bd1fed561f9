package dockdsl.cli;

import dockdsl.cli.screen.Screen;
import dockdsl.cli.text.Line;
import dockdsl.cli.text.Tone;
import dockdsl.cli.text.Visible;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/** Prints what libraries log as everything else is printed: without secrets, and harmless for a terminal. */
final class LoudLog extends Handler {
    private final Screen screen;

    LoudLog(Screen screen) {
        this.screen = screen;
        setFormatter(new SimpleFormatter());
    }

    @Override
    public void publish(LogRecord said) {
        if (isLoggable(said)) {
            screen.complain(getFormatter()
                    .format(said)
                    .lines()
                    .map(line -> Line.of(Tone.QUIET, Visible.withTabs(line)))
                    .toList());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
