package dockdsl.cli.screen;

import java.io.IOException;

/** The terminal of this process while what is typed does not show. */
public final class Echo implements AutoCloseable {
    private final String before;

    private Echo(String before) {
        this.before = before;
    }

    /** @throws IOException when there is no terminal that can be set */
    public static Echo off() throws IOException {
        Echo echo = new Echo(RawTerminal.stty("-g"));
        RawTerminal.stty("-echo");
        return echo;
    }

    /** As it was before, also when whoever waits for an answer is told to stop. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            RawTerminal.stty(before);
        } catch (IOException gone) {
            // Then there is nothing to restore.
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
