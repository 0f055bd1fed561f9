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

    private Stay stay = Stay.UNTIL_DONE;
    private volatile Runnable whenWanted = () -> {};

    /** How long a command keeps its place among the few that sshd may let run at once. */
    enum Stay {
        UNTIL_DONE,
        /** As long as we hold it. */
        UNTIL_CLOSED,
        /** It gives way to others. */
        UNTIL_WANTED
    }

    ExecChannel(String command) {
        super(command, null, Map.of());
    }

    ExecChannel staying(Stay stay) {
        this.stay = stay;
        return this;
    }

    Stay stay() {
        return stay;
    }

    /** @param giveWay is called whenever another command wants the place of this one */
    void whenWanted(Runnable giveWay) {
        whenWanted = giveWay;
    }

    void want() {
        whenWanted.run();
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
