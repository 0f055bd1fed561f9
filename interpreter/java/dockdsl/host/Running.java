package dockdsl.host;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.OptionalInt;

/** A command that runs on a host, with its streams; bytes pass through as they are. */
public interface Running extends AutoCloseable {
    /** What the command reads; every write goes out at once, and closing it is the end of the command's input. */
    OutputStream input();

    /** What the command writes to standard output; on a terminal, to standard error too. */
    InputStream output();

    /** What the command writes to standard error; ends at once on a terminal. */
    InputStream errors();

    /**
     * Waits for the end of the command; its output must be read meanwhile, or it never ends.
     *
     * @return 0 to 255, 128 + n when signal n ended it; empty when the time is up and it still runs
     * @throws dockdsl.problem.HostFailed when the connection was lost, so that nobody knows how it ended
     */
    OptionalInt await(Duration longest);

    /** Sends a signal such as {@code INT} or {@code TERM} to the command and all of its children; as far as the host lets it. */
    void signal(String name);

    /** Tells a command on a terminal that it has another size now. */
    void resize(Terminal size);

    /** Ends the connection to the command; what still runs gets a hang-up when it is on a terminal. */
    @Override
    void close();
}
