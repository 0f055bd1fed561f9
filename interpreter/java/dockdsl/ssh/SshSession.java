package dockdsl.ssh;

import dockdsl.host.Command;
import dockdsl.host.Duplex;
import dockdsl.host.HostSession;
import dockdsl.host.NotForwarded;
import dockdsl.host.Running;
import dockdsl.host.Shell;
import dockdsl.host.Terminal;
import dockdsl.problem.HostFailed;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;
import org.apache.sshd.common.util.buffer.Buffer;

/** A login that succeeded. */
final class SshSession implements HostSession {
    private static final String SIGN_OF_LIFE = "keepalive@openssh.com";

    private final Destination to;
    private final ClientSession session;
    private final Channels channels;
    private final SshShell shell;
    private final EngineDialer engine;

    SshSession(Destination to, ClientSession session, RefusedPasswords refused) {
        this.to = to;
        this.session = session;
        this.channels = new Channels(session);
        var sudo = new Sudo(to, channels, refused);
        this.shell = new SshShell(to.host(), to.user(), channels, sudo);
        this.engine = new EngineDialer(to, channels, shell, sudo);
    }

    @Override
    public String host() {
        return to.host();
    }

    @Override
    public String address() {
        var address = (InetSocketAddress) session.getConnectAddress();
        return address.isUnresolved()
                ? addressAsTheHostSeesIt()
                : withoutScope(address.getAddress().getHostAddress());
    }

    /** Behind a bastion, only the host itself knows where the connection ended. */
    private String addressAsTheHostSeesIt() {
        return shell.run(Command.script("set -- $SSH_CONNECTION && echo $3"))
                .out()
                .strip();
    }

    private static String withoutScope(String address) {
        return address.replaceFirst("%.*", "");
    }

    @Override
    public Shell shell() {
        return shell;
    }

    @Override
    public Duplex start(Command command) {
        return shell.start(command);
    }

    @Override
    public Running launch(Command command, Optional<Terminal> terminal) {
        return shell.launch(command, terminal);
    }

    @Override
    public Duplex dialEngine() {
        return engine.dial();
    }

    @Override
    public Duplex dialTcp(String address, int port) {
        try {
            return new ChannelDuplex(channels.open(new TcpChannel(address, port)));
        } catch (SshChannelOpenException e) {
            if (e.getReasonCode() == SshConstants.SSH_OPEN_ADMINISTRATIVELY_PROHIBITED) {
                return dialTcpThroughBash(address, port, e);
            }
            throw failed(address, port, e.getMessage(), e);
        } catch (IOException e) {
            throw failed(address, port, e.getMessage(), e);
        }
    }

    private Duplex dialTcpThroughBash(String address, int port, IOException prohibited) {
        try {
            var dialed = new TcpThroughBash(shell, address, port).dial();
            return switch (dialed.answer()) {
                case CONNECTED -> dialed.duplex();
                case REFUSED -> {
                    dialed.duplex().close();
                    throw failed(address, port, "connection refused", prohibited);
                }
                case NO_BASH -> {
                    dialed.duplex().close();
                    throw notForwarded(address, port, prohibited);
                }
            };
        } catch (IOException e) {
            throw failed(address, port, e.getMessage(), e);
        }
    }

    private HostFailed failed(String address, int port, String why, IOException e) {
        return new HostFailed(
                to.host(),
                "the host could not connect to " + address + " port " + port + ": " + why,
                "Check that something listens there.",
                e);
    }

    private NotForwarded notForwarded(String address, int port, IOException e) {
        return new NotForwarded(
                to.host(),
                "sshd on the host does not let us connect to " + address + " port " + port
                        + " (AllowTcpForwarding in its sshd_config), and there is no bash that could",
                "Set `AllowTcpForwarding local`, install bash there, or check with exec('...') in the container.",
                e);
    }

    @Override
    public boolean isOpen() {
        return session.isOpen() && session.isAuthenticated();
    }

    /** As OpenSSH asks; a refusal is an answer, too. */
    @Override
    public boolean answers(Duration longest) {
        try {
            Buffer question = session.createBuffer(SshConstants.SSH_MSG_GLOBAL_REQUEST);
            question.putString(SIGN_OF_LIFE);
            question.putBoolean(true);
            session.request(SIGN_OF_LIFE, question, longest);
            return isOpen();
        } catch (IOException nothingHeard) {
            return false;
        }
    }

    /** Says no goodbye: the answer to it would come when nobody is left to read it. */
    @Override
    public void close() {
        session.close(true);
    }
}
