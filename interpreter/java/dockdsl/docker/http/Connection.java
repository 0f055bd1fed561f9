package dockdsl.docker.http;

import dockdsl.host.Duplex;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;

/** One connection to an engine; requests go out and answers come in, in the same order. For one thread at a time. */
final class Connection {
    private static final int CHUNK = 1 << 16;
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long TRUSTED_NANOS = Duration.ofSeconds(5).toNanos();

    private final Duplex duplex;
    private final MessageInput input;
    private boolean used;
    private long lastUse = System.nanoTime();

    Connection(Duplex duplex) {
        this.duplex = duplex;
        this.input = new MessageInput(duplex.input());
    }

    /** Whether the engine may have given it up since it was last heard of. */
    boolean mayBeStale() {
        return used || hasRestedFor(FRESH_NANOS);
    }

    /** Whether it has rested for so long that it should be tried before anything depends on it. */
    boolean needsTrying() {
        return hasRestedFor(TRUSTED_NANOS);
    }

    private boolean hasRestedFor(long nanos) {
        return System.nanoTime() - lastUse > nanos;
    }

    void patience(Duration silence) {
        duplex.readTimeout(silence);
    }

    void send(List<Request> requests) throws IOException {
        ByteArrayOutputStream messages = new ByteArrayOutputStream(256 * requests.size());
        requests.forEach(request -> request.writeTo(messages));
        duplex.output().write(messages.toByteArray());
    }

    /** Sends a request whose body may be a stream. An engine that answers before it has read all is listened to. */
    void send(Request request) throws IOException {
        send(List.of(request));
        if (request.body() instanceof Body.Stream stream) {
            try (InputStream source = stream.source().open()) {
                sendChunks(source);
            }
        }
    }

    private void sendChunks(InputStream source) throws IOException {
        ChunkedOutput chunks = new ChunkedOutput(duplex.output());
        byte[] buffer = new byte[CHUNK];
        for (int count = source.readNBytes(buffer, 0, CHUNK); count > 0; count = source.readNBytes(buffer, 0, CHUNK)) {
            try {
                chunks.write(buffer, 0, count);
            } catch (IOException refused) {
                awaitAnswer(refused);
                return;
            }
        }
        chunks.close();
    }

    private void awaitAnswer(IOException refused) throws IOException {
        if (input.isAtEnd()) {
            throw refused;
        }
    }

    /** Whether the engine ended the connection instead of answering. */
    boolean isSilent() throws IOException {
        return input.isAtEnd();
    }

    Head head() throws IOException {
        Head head = Head.read(input);
        used = true;
        lastUse = System.nanoTime();
        return head;
    }

    BodyInput body(Head head, Request request) throws IOException {
        return head.body(input, request.wantsBody());
    }

    OutputStream output() {
        return duplex.output();
    }

    void closeOutput() throws IOException {
        duplex.closeOutput();
    }

    void close() {
        duplex.close();
    }
}
