package dockdsl.ssh;

import dockdsl.host.Command;
import dockdsl.host.CommandResult;
import dockdsl.host.Duplex;
import dockdsl.host.Marker;
import dockdsl.host.Running;
import dockdsl.host.Shell;
import dockdsl.host.Terminal;
import dockdsl.problem.DockdslException;
import dockdsl.problem.HostFailed;
import dockdsl.problem.HostUnreachable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Runs commands over exec channels of one session; whatever the login shell is, {@code /bin/sh} reads the script. */
final class SshShell implements Shell {
    private final String host;
    private final String user;
    private final Channels channels;
    private final Sudo sudo;

    SshShell(String host, String user, Channels channels, Sudo sudo) {
        this.host = host;
        this.user = user;
        this.channels = channels;
        this.sudo = sudo;
    }

    @Override
    public CommandResult run(Command command) {
        var result = run(command, (errors, prepared) -> open(command, errors, prepared));
        if (throughSudo(command)
                && !sudo.hasPassword()
                && !result.succeeded()
                && result.err().contains("sudo:")) {
            failIfSudoIsNotToBeHad(command);
        }
        return result;
    }

    /** Starts a command and leaves it running at the other end of a stream. */
    Duplex start(Command command) {
        return start(command, ExecChannel.Stay.UNTIL_CLOSED);
    }

    Duplex start(Command command, ExecChannel.Stay stay) {
        try {
            return new ChannelDuplex(open(command, OutputStream.nullOutputStream(), channel -> channel.staying(stay)));
        } catch (IOException e) {
            throw failed("starting " + command.called(), e);
        }
    }

    /** Starts a command and gives its streams. */
    Running launch(Command command, Optional<Terminal> terminal) {
        Marker marker = Marker.fresh();
        try {
            var marked = command.running(marker.on(inShell(command.script())));
            var launched = launched(marked, terminal);
            return new RunningChannel(
                    host,
                    launched.channel(),
                    launched.errors(),
                    command.called(),
                    signal -> run(command.running(marker.signalling(signal)).within(Command.USUAL_TIMEOUT)));
        } catch (IOException e) {
            throw failed("starting " + command.called(), e);
        }
    }

    /** On a terminal, sudo asks whoever sits there. */
    private Sudo.Launched launched(Command command, Optional<Terminal> terminal) throws IOException {
        if (throughSudo(command)) {
            failIfForbidden(command);
        }
        if (throughSudo(command) && terminal.isEmpty()) {
            return sudo.launch(command.script(), command.timeout());
        }
        var line = (throughSudo(command) ? "sudo -- " : "") + inShell(command.script());
        var channel = channels.openCommand(() -> on(terminal, line), command.timeout());
        return new Sudo.Launched(channel, channel.getInvertedErr());
    }

    private static ExecChannel on(Optional<Terminal> terminal, String line) {
        var channel = new ExecChannel(line);
        terminal.ifPresent(channel::onTerminal);
        return channel;
    }

    private boolean throughSudo(Command command) {
        return command.asRoot() && sudo.isNeeded();
    }

    private ExecChannel open(Command command, OutputStream errors, UnaryOperator<ExecChannel> prepared)
            throws IOException {
        if (!throughSudo(command)) {
            return opened(inShell(command.script()), errors, prepared, command.timeout());
        }
        failIfForbidden(command);
        return sudo.hasPassword()
                ? sudo.open(command.script(), errors, prepared, command.timeout())
                : opened(Sudo.withoutPassword(command.script()), errors, prepared, command.timeout());
    }

    private ExecChannel opened(String line, OutputStream errors, UnaryOperator<ExecChannel> prepared, Duration timeout)
            throws IOException {
        return channels.openCommand(
                () -> {
                    var channel = new ExecChannel(line);
                    channel.setErr(errors);
                    return prepared.apply(channel);
                },
                timeout);
    }

    private static String inShell(String script) {
        return "/bin/sh -c " + Command.quoted(script);
    }

    private CommandResult run(Command command, Opening opening) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        try {
            var channel = opening.open(err, writing -> {
                writing.setOut(out);
                return writing;
            });
            return finished(channel, command, out, err);
        } catch (InterruptedIOException e) {
            Thread.currentThread().interrupt();
            throw new HostFailed(host, command.called() + " was interrupted", "", e);
        } catch (IOException e) {
            throw failed("running " + command.called(), e);
        }
    }

    /** A host that does not even say no is not there. */
    private DockdslException failed(String what, IOException e) {
        String how = what + " failed: " + e.getMessage();
        return e instanceof SocketTimeoutException
                ? new HostUnreachable(host, how, "", e)
                : new HostFailed(host, how, TooFewSessions.remedy(e), e);
    }

    @FunctionalInterface
    private interface Opening {
        ExecChannel open(OutputStream errors, UnaryOperator<ExecChannel> prepared) throws IOException;
    }

    private CommandResult finished(
            ExecChannel channel, Command command, ByteArrayOutputStream out, ByteArrayOutputStream err)
            throws IOException {
        try {
            write(channel, command.input());
            waitFor(channel, command);
            return new CommandResult(exitCode(channel, command), text(out), text(err));
        } finally {
            channel.close(false);
        }
    }

    /** On a thread of its own: the command may read late or never, and the time-out holds for that too. */
    private static void write(ExecChannel channel, byte[] input) throws IOException {
        if (input.length == 0) {
            channel.getInvertedIn().close();
            return;
        }
        Thread.startVirtualThread(() -> {
            try (var stdin = channel.getInvertedIn()) {
                stdin.write(input);
            } catch (IOException ignored) {
                // The command ended without reading everything: what it says about that is in its result.
            }
        });
    }

    private void waitFor(ExecChannel channel, Command command) throws IOException {
        if (!channel.awaitEnd(command.timeout())) {
            throw new HostFailed(
                    host,
                    command.called() + " was still running after " + Spoken.duration(command.timeout()),
                    "It was given up; it may still run on the host.");
        }
    }

    private int exitCode(ExecChannel channel, Command command) {
        return channel.exitCode()
                .orElseThrow(() -> new HostFailed(
                        host,
                        "the connection was lost while " + command.called() + " was running",
                        "Whether it came to its end is not known."));
    }

    private void failIfSudoIsNotToBeHad(Command command) {
        var probe = run(
                Command.script("sudo -n true"),
                (errors, prepared) -> opened("env LC_ALL=C sudo -n true", errors, prepared, Duration.ofSeconds(30)));
        if (!probe.succeeded()) {
            throw needsRoot(command, new SudoRefusal(host, user).of(probe.err()));
        }
    }

    private void failIfForbidden(Command command) {
        if (sudo.isForbidden()) {
            throw needsRoot(command, new SudoRefusal(host, user).forbidden());
        }
    }

    private HostFailed needsRoot(Command command, HostFailed why) {
        return new HostFailed(host, command.called() + " needs root: " + why.getMessage(), why.remedy(), why);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
