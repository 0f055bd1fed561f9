package dockdsl.cli.console;

import java.util.Optional;

/** Where the lines of the console come from. */
public interface LineSource extends AutoCloseable {
    /** The next line, several physical ones if it goes on; empty when there are no more. */
    Optional<String> next();

    /** Does the work, which may be ended by somebody who presses Ctrl-C. @param program does the work */
    void whileWorking(Runnable work, Program program);

    @Override
    void close();
}
