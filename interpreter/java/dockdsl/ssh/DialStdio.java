package dockdsl.ssh;

import dockdsl.host.Command;
import dockdsl.host.Duplex;
import dockdsl.host.EngineUnavailable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Reaches the engine through Docker's own command line, which connects its standard streams to the socket. */
record DialStdio(String host, Opening opening) implements EngineDialer.Way {
    private static final byte[] PING =
            "HEAD /_ping HTTP/1.1\r\nHost: docker\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final List<String> NOT_RUNNING = List.of("connection refused", "Is the docker daemon running");
    private static final Duration TO_ANSWER = Duration.ofSeconds(20);
    private static final int END_OF_HEADERS = 0x0d0a0d0a;

    /** A shell without login has a short path on some systems. */
    private static final String PATHS = ":/usr/local/bin:/usr/bin:/snap/bin";

    private static final String DIAL = "PATH=\"$PATH\"" + PATHS + " exec docker system dial-stdio";

    /** Starts the command with its standard error going somewhere. */
    @FunctionalInterface
    interface Opening {
        ExecChannel open(OutputStream errors) throws IOException;
    }

    static DialStdio asUser(String host, Channels channels) {
        return of(host, channels, DIAL);
    }

    /** With a password where one is known; without one, sudoers may allow this very command and no other. */
    static DialStdio withSudo(String host, Channels channels, Sudo sudo) {
        return sudo.hasPassword()
                ? new DialStdio(host, errors -> sudo.open(DIAL, errors, DialStdio::givingWay, Command.USUAL_TIMEOUT))
                : of(host, channels, "exec sudo -n -- docker system dial-stdio");
    }

    private static DialStdio of(String host, Channels channels, String command) {
        return new DialStdio(
                host,
                errors -> channels.openCommand(
                        () -> {
                            var channel = new ExecChannel("/bin/sh -c " + Command.quoted(command));
                            channel.setErr(errors);
                            return givingWay(channel);
                        },
                        Command.USUAL_TIMEOUT));
    }

    private static ExecChannel givingWay(ExecChannel channel) {
        return channel.staying(ExecChannel.Stay.UNTIL_WANTED);
    }

    @Override
    public Duplex dial() throws IOException {
        return new ChannelDuplex(opening.open(OutputStream.nullOutputStream()));
    }

    /** Asks for a sign of life; the stream is as good as new afterwards. */
    @Override
    public Duplex dialFirst() throws IOException {
        var errors = new ByteArrayOutputStream();
        var duplex = new ChannelDuplex(opening.open(errors));
        duplex.readTimeout(TO_ANSWER);
        try {
            duplex.output().write(PING);
            readAnswer(duplex.input());
        } catch (IOException e) {
            duplex.close();
            throw silent(errors, e);
        }
        duplex.readTimeout(Duration.ZERO);
        return duplex;
    }

    private static void readAnswer(InputStream answer) throws IOException {
        for (var seen = 0; seen != END_OF_HEADERS; ) {
            var next = answer.read();
            if (next < 0) {
                throw new IOException("it ended without an answer");
            }
            seen = seen << Byte.SIZE | next;
        }
    }

    private EngineUnavailable silent(ByteArrayOutputStream errors, IOException e) {
        var said = Spoken.firstLine(errors.toString(StandardCharsets.UTF_8));
        return EngineUnavailable.asleep(
                host,
                NOT_RUNNING.stream().anyMatch(said::contains)
                        ? "Docker is installed but not running: nobody listens at " + EngineDialer.SOCKET
                        : "the engine does not answer: " + (said.isEmpty() ? e.getMessage() : said),
                "See `systemctl status docker` and `journalctl -u docker` on the host.");
    }
}
