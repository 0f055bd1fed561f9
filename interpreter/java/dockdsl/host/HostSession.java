package dockdsl.host;

import java.time.Duration;
import java.util.Optional;

/** One multiplexed connection to one host, safe for many threads at once. */
public interface HostSession extends AutoCloseable {
    /** The host's name in the inventory. */
    String host();

    /** The IP address the connection ends at, as text without brackets. */
    String address();

    Shell shell();

    /**
     * Starts a command that goes on until it ends by itself or the stream is closed, which ends its standard input; its time-out
     * bounds the start only, and what it writes to standard error is lost.
     *
     * @throws dockdsl.problem.HostFailed when it cannot be started
     */
    Duplex start(Command command);

    /**
     * Starts a command and gives its streams; its time-out bounds the start only, and its {@link Command#input} is not used.
     *
     * @param terminal the terminal it runs on; without one it runs on pipes
     * @throws dockdsl.problem.HostFailed when it cannot be started
     */
    Running launch(Command command, Optional<Terminal> terminal);

    /**
     * A fresh byte stream to the engine's API socket.
     *
     * @throws EngineUnavailable when the socket is missing, refuses, or may not be opened even with sudo
     */
    Duplex dialEngine();

    /**
     * A fresh TCP connection made from the host.
     *
     * @param address a name or address as the host sees it
     * @throws dockdsl.problem.HostFailed when the host refuses or cannot connect
     */
    Duplex dialTcp(String address, int port);

    boolean isOpen();

    /**
     * Whether the host still answers on this connection, which may be gone without anybody having said so.
     *
     * @param longest how long to wait for its answer
     */
    default boolean answers(Duration longest) {
        return isOpen();
    }

    @Override
    void close();
}
