package dockdsl.ssh;

import dockdsl.host.Terminal;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.sshd.client.channel.ChannelExec;

/** A channel to a command on the host. */
final class ExecChannel extends ChannelExec {
    private static final List<String> SIGNALS = List.of(
            "", "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2", "PIPE",
            "ALRM", "TERM");
    private static final int SIGNALLED = 128;

    ExecChannel(String command) {
        super(command, null, Map.of());
    }

    void onTerminal(Terminal terminal) {
        setUsePty(true);
        setPtyType(terminal.type());
        setPtyColumns(terminal.columns());
        setPtyLines(terminal.rows());
    }

    /**
     * Waits until the command has ended and all of its output has come.
     *
     * @return false when it takes longer
     * @throws java.io.InterruptedIOException when the thread is interrupted
     */
    boolean awaitEnd(Duration longest) throws IOException {
        return closeFuture.await(longest.toMillis());
    }

    /** Of a command that has ended, 128 + n when signal n ended it; empty when the connection ended first. */
    OptionalInt exitCode() {
        if (getExitStatus() != null) {
            return OptionalInt.of(getExitStatus());
        }
        return getExitSignal() == null
                ? OptionalInt.empty()
                : OptionalInt.of(SIGNALLED + Math.max(0, SIGNALS.indexOf(getExitSignal())));
    }

    /** The command's closed output ends what is read here, although it may still run. */
    @Override
    public void handleEof() throws IOException {
        super.handleEof();
        out.close();
    }
}
