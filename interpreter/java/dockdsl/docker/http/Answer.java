package dockdsl.docker.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an engine said to a request. Closing it frees the connection: for the next request when all was read. */
public final class Answer implements AutoCloseable {
    private final Head head;
    private final BodyInput body;
    private final Connection connection;
    private final Release release;
    private boolean closed;

    Answer(Head head, BodyInput body, Connection connection, Release release) {
        this.head = head;
        this.body = body;
        this.connection = connection;
        this.release = release;
    }

    public int status() {
        return head.status();
    }

    public boolean isSuccess() {
        return head.status() < 400;
    }

    /** The first header of this name, in any case. */
    public Optional<String> header(String name) {
        return head.header(name);
    }

    public Map<String, List<String>> headers() {
        return head.headers();
    }

    public InputStream body() {
        return body;
    }

    /** To the other end of an upgraded connection. */
    public OutputStream output() {
        return connection.output();
    }

    /** Tells the other end of an upgraded connection that no more will come. */
    public void closeOutput() throws IOException {
        connection.closeOutput();
    }

    /** @param silence how long to wait for the next byte from now on */
    public void patience(Duration silence) {
        connection.patience(silence);
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        release.done(isReusable());
    }

    private boolean isReusable() {
        return body.isComplete() && head.keepsConnection();
    }

    /** Reads what nobody wanted. @return whether the connection can be used for what follows */
    boolean skipRest() throws IOException {
        body.skipToEnd();
        return isReusable();
    }

    /** What becomes of the connection when the answer is not needed any more. */
    interface Release {
        void done(boolean reusable);
    }
}
