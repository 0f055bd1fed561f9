package dockdsl.ssh;

import dockdsl.host.Command;
import dockdsl.host.CommandResult;
import dockdsl.host.Duplex;
import dockdsl.host.Running;
import dockdsl.host.Shell;
import dockdsl.host.Terminal;
import dockdsl.problem.HostFailed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Runs commands over exec channels of one session; whatever the login shell is, {@code /bin/sh} reads the script. */
final class SshShell implements Shell {
    private final String host;
    private final String user;
    private final Channels channels;

    SshShell(String host, String user, Channels channels) {
        this.host = host;
        this.user = user;
        this.channels = channels;
    }

    @Override
    public CommandResult run(Command command) {
        var result = run(command, line(command));
        if (throughSudo(command) && !result.succeeded() && result.err().contains("sudo:")) {
            failIfSudoIsNotToBeHad(command);
        }
        return result;
    }

    /** Starts a command and leaves it running at the other end of a stream. */
    Duplex start(Command command) {
        try {
            return new ChannelDuplex(channels.openCommand(() -> withoutErrors(line(command)), command.timeout()));
        } catch (IOException e) {
            throw new HostFailed(
                    host, "starting `" + Spoken.firstWords(command.script()) + "` failed: " + e.getMessage(), "", e);
        }
    }

    /** Starts a command and gives its streams. */
    Running launch(Command command, Optional<Terminal> terminal) {
        try {
            var channel = channels.openCommand(() -> on(terminal, line(command)), command.timeout());
            return new RunningChannel(host, channel, Spoken.firstWords(command.script()));
        } catch (IOException e) {
            throw new HostFailed(
                    host, "starting `" + Spoken.firstWords(command.script()) + "` failed: " + e.getMessage(), "", e);
        }
    }

    private static ExecChannel on(Optional<Terminal> terminal, String line) {
        var channel = new ExecChannel(line);
        terminal.ifPresent(channel::onTerminal);
        return channel;
    }

    private static ExecChannel withoutErrors(String line) {
        var channel = new ExecChannel(line);
        channel.setErr(OutputStream.nullOutputStream());
        return channel;
    }

    private boolean throughSudo(Command command) {
        return command.asRoot() && !user.equals("root");
    }

    private String line(Command command) {
        return (throughSudo(command) ? "sudo -n -- " : "") + inShell(command.script());
    }

    private static String inShell(String script) {
        return "/bin/sh -c " + Command.quoted(script);
    }

    private CommandResult run(Command command, String line) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        try {
            var channel = channels.openCommand(() -> writingTo(out, err, line), command.timeout());
            return finished(channel, command, out, err);
        } catch (InterruptedIOException e) {
            Thread.currentThread().interrupt();
            throw new HostFailed(host, "`" + Spoken.firstWords(command.script()) + "` was interrupted", "", e);
        } catch (IOException e) {
            throw new HostFailed(
                    host, "running `" + Spoken.firstWords(command.script()) + "` failed: " + e.getMessage(), "", e);
        }
    }

    private static ExecChannel writingTo(OutputStream out, OutputStream err, String line) {
        var channel = new ExecChannel(line);
        channel.setOut(out);
        channel.setErr(err);
        return channel;
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
                    "`" + Spoken.firstWords(command.script()) + "` was still running after "
                            + Spoken.duration(command.timeout()),
                    "It was given up; it may still run on the host.");
        }
    }

    private int exitCode(ExecChannel channel, Command command) {
        return channel.exitCode()
                .orElseThrow(() -> new HostFailed(
                        host,
                        "the connection was lost while `" + Spoken.firstWords(command.script()) + "` was running",
                        "Whether it came to its end is not known."));
    }

    private void failIfSudoIsNotToBeHad(Command command) {
        var probe =
                run(Command.script("sudo -n true"), inShell("command -v sudo >/dev/null || exit 127; sudo -n true"));
        if (probe.succeeded()) {
            return;
        }
        throw new HostFailed(
                host,
                "`" + Spoken.firstWords(command.script()) + "` needs root, and " + user
                        + (probe.exitCode() == 127
                                ? " has no sudo: it is not installed"
                                : " may not use sudo without a password"),
                "Log in as root, or let " + user + " use sudo: `" + user
                        + " ALL=(ALL) NOPASSWD: ALL` in /etc/sudoers.d.");
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
