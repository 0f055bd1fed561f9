package dockdsl.ssh;

import dockdsl.host.Command;
import dockdsl.host.Duplex;
import dockdsl.host.EngineUnavailable;
import dockdsl.host.Shell;
import dockdsl.model.Host;
import dockdsl.problem.HostFailed;
import java.io.IOException;
import java.util.Optional;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;

/**
 * Finds a way to the engine's socket once per session and goes it from then on: straight through sshd, or, where sshd does
 * not forward or the user may not open the socket, through {@code docker system dial-stdio}.
 *
 * <p>sudo is used when the inventory says so, and also where it says nothing, when the user may not open the socket but may
 * become root without a password or with one that is known: the user who may do that has the engine's power already.
 */
final class EngineDialer {
    static final String SOCKET = "/var/run/docker.sock";

    private final Destination to;
    private final Channels channels;
    private final Shell shell;
    private final Sudo sudo;
    private volatile Optional<Way> way = Optional.empty();

    EngineDialer(Destination to, Channels channels, Shell shell, Sudo sudo) {
        this.to = to;
        this.channels = channels;
        this.shell = shell;
        this.sudo = sudo;
    }

    Duplex dial() {
        try {
            return way.isPresent() ? way.get().dial() : find();
        } catch (IOException e) {
            throw new HostFailed(
                    to.host(),
                    "the engine's socket could not be opened: " + e.getMessage(),
                    TooFewSessions.remedy(e),
                    e);
        }
    }

    private synchronized Duplex find() throws IOException {
        if (way.isPresent()) {
            return way.get().dial();
        }
        try {
            return remember(this::straight);
        } catch (SshChannelOpenException refused) {
            return wantsSudo() ? throughSudoOrFail() : diagnosed();
        }
    }

    private boolean wantsSudo() {
        return sudo.isNeeded()
                && !sudo.isForbidden()
                && (to.sudo().use() == Host.Sudo.Use.ALWAYS || sudo.hasPassword());
    }

    private Duplex throughSudoOrFail() throws IOException {
        try {
            return remember(DialStdio.withSudo(to.host(), channels, sudo));
        } catch (EngineUnavailable e) {
            return diagnosed();
        }
    }

    private Duplex diagnosed() throws IOException {
        var script = sudo.isForbidden() ? Diagnosis.WITHOUT_SUDO : Diagnosis.SCRIPT;
        var diagnosis = Diagnosis.read(shell.run(Command.script(script).called("the script that looks for the engine"))
                .out());
        return remember(diagnosis.way(to, channels, sudo));
    }

    private Duplex straight() throws IOException {
        return new ChannelDuplex(channels.open(new StreamlocalChannel(SOCKET)));
    }

    private Duplex remember(Way found) throws IOException {
        var first = found.dialFirst();
        way = Optional.of(found);
        return first;
    }

    /** One of the ways to the engine. */
    interface Way {
        Duplex dial() throws IOException;

        /** As {@link #dial}, but makes sure that an engine is at the other end. */
        default Duplex dialFirst() throws IOException {
            return dial();
        }
    }
}
