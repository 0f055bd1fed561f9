package dockdsl.docker.http;

import dockdsl.host.Duplex;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** Plays what a test wrote for each connection in turn, so that broken and odd answers can be had. */
public final class FakeEngine implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Queue<Part> parts = new ArrayDeque<>();

    public FakeEngine(Part... parts) throws IOException {
        this.parts.addAll(List.of(parts));
        Thread.startVirtualThread(this::accept);
    }

    /** What happens on one connection. */
    public interface Part {
        void play(Line line) throws IOException;
    }

    /** The engine's end of a connection. */
    public record Line(Socket socket) {
        /** The next request without body: its first line. */
        public String request() throws IOException {
            String first = line();
            while (!line().isEmpty()) {}
            return first;
        }

        public String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = input().read(); c != '\n'; c = input().read()) {
                if (c < 0) {
                    throw new IOException("the client ended the connection");
                }
                line.append((char) c);
            }
            return line.toString().strip();
        }

        public String everything() throws IOException {
            return new String(input().readAllBytes(), StandardCharsets.US_ASCII);
        }

        public InputStream input() throws IOException {
            return socket.getInputStream();
        }

        public Line say(String text) throws IOException {
            socket.getOutputStream().write(text.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            return this;
        }

        /** An answer with a length. */
        public Line answer(String body) throws IOException {
            return say("HTTP/1.1 200 OK\nContent-Length: " + body.length() + "\n\n")
                    .say(body);
        }

        /** Waits until the client ends the connection. */
        public void hold() throws IOException {
            input().transferTo(OutputStream.nullOutputStream());
        }
    }

    private void accept() {
        for (Part part = parts.poll(); part != null; part = parts.poll()) {
            try {
                Socket socket = server.accept();
                Part now = part;
                Thread.startVirtualThread(() -> play(now, socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void play(Part part, Socket socket) {
        try (socket) {
            part.play(new Line(socket));
        } catch (IOException seenByTheClient) {
        }
    }

    HttpClient client() {
        return new HttpClient(this::dial);
    }

    public Duplex dial() {
        try {
            return new SocketDuplex(new Socket(server.getInetAddress(), server.getLocalPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private record SocketDuplex(Socket socket) implements Duplex {
        @Override
        public InputStream input() {
            try {
                return socket.getInputStream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public OutputStream output() {
            try {
                return socket.getOutputStream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void closeOutput() throws IOException {
            socket.shutdownOutput();
        }

        @Override
        public void readTimeout(Duration timeout) {
            try {
                socket.setSoTimeout((int) timeout.toMillis());
            } catch (SocketException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
