package dockdsl.ssh;

import dockdsl.host.Command;
import dockdsl.host.Duplex;
import dockdsl.host.EngineUnavailable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Reaches the engine through Docker's own command line, which connects its standard streams to the socket. */
record DialStdio(String host, Channels channels, String command) implements EngineDialer.Way {
    private static final byte[] PING =
            "HEAD /_ping HTTP/1.1\r\nHost: docker\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final List<String> NOT_RUNNING = List.of("connection refused", "Is the docker daemon running");
    private static final Duration TO_ANSWER = Duration.ofSeconds(20);
    private static final int END_OF_HEADERS = 0x0d0a0d0a;

    /** A shell without login has a short path on some systems. */
    private static final String PATHS = ":/usr/local/bin:/usr/bin:/snap/bin";

    static DialStdio asUser(String host, Channels channels) {
        return new DialStdio(host, channels, "PATH=\"$PATH\"" + PATHS + " exec docker system dial-stdio");
    }

    static DialStdio withSudo(String host, Channels channels) {
        return new DialStdio(host, channels, "exec sudo -n -- docker system dial-stdio");
    }

    @Override
    public Duplex dial() throws IOException {
        return new ChannelDuplex(open(new ByteArrayOutputStream()));
    }

    /** Asks for a sign of life; the stream is as good as new afterwards. */
    @Override
    public Duplex dialFirst() throws IOException {
        var errors = new ByteArrayOutputStream();
        var duplex = new ChannelDuplex(open(errors));
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

    private ExecChannel open(ByteArrayOutputStream errors) throws IOException {
        return channels.openCommand(() -> inShell(errors), TO_ANSWER);
    }

    private ExecChannel inShell(ByteArrayOutputStream errors) {
        var channel = new ExecChannel("/bin/sh -c " + Command.quoted(command));
        channel.setErr(errors);
        return channel;
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
        return new EngineUnavailable(
                host,
                NOT_RUNNING.stream().anyMatch(said::contains)
                        ? "Docker is installed but not running: nobody listens at " + EngineDialer.SOCKET
                        : "the engine does not answer: " + (said.isEmpty() ? e.getMessage() : said),
                "See `systemctl status docker` and `journalctl -u docker` on the host.");
    }
}
