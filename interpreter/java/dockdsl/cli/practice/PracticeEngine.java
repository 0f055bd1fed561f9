package dockdsl.cli.practice;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * An engine to practise on, behind a unix socket: it has one container, which is not as declared, and agrees to everything.
 */
public final class PracticeEngine implements AutoCloseable {
    private static final String DONE = "{\"Id\":\"" + "0c".repeat(32) + "\",\"Warnings\":[]}";

    private final ServerSocketChannel server;

    private PracticeEngine(ServerSocketChannel server) {
        this.server = server;
    }

    public static PracticeEngine start(Path socket) {
        try {
            var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(socket));
            var engine = new PracticeEngine(server);
            Thread.startVirtualThread(engine::accept);
            return engine;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SocketAddress address() {
        try {
            return server.getLocalAddress();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                var client = server.accept();
                Thread.startVirtualThread(() -> serve(client));
            }
        } catch (IOException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static void serve(SocketChannel client) {
        try (client;
                var in = new BufferedInputStream(Channels.newInputStream(client));
                var out = Channels.newOutputStream(client)) {
            for (var request = PracticeRequest.read(in); request.isPresent(); request = PracticeRequest.read(in)) {
                out.write(answer(request.get()));
            }
        } catch (IOException hungUp) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] answer(PracticeRequest request) throws IOException {
        var body = switch (request.method()) {
            case "HEAD" -> "";
            case "GET" -> shown(request.path());
            default -> DONE;
        };
        return """
                HTTP/1.1 200 OK\r
                Api-Version: 1.41\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                %s""".formatted(body.length(), body).getBytes(StandardCharsets.UTF_8);
    }

    /** The file for {@code /containers/7/json} is {@code containers.7.json}, or else {@code containers.json}. */
    private static String shown(String path) throws IOException {
        var words = path.substring(1).split("/");
        var name = words[0] + (path.endsWith("/json") && words.length > 2 ? "-inspect" : "") + ".json";
        try (var file = PracticeEngine.class.getResourceAsStream("/dockdsl/practice/" + name)) {
            return file == null ? "OK" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
