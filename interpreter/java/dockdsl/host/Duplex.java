package dockdsl.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/** A two-way byte stream whose writing side can be ended on its own. */
public interface Duplex extends AutoCloseable {
    /** What the other side sends; ends when the other side ends its writing side or the stream. */
    InputStream input();

    /** What the other side gets; buffered by nobody, so callers write whole messages. */
    OutputStream output();

    /** Tells the other side that no more will come; reading goes on. */
    void closeOutput() throws IOException;

    /**
     * Bounds every read from now on; a read that takes longer throws {@link java.net.SocketTimeoutException}.
     *
     * @param timeout zero means no bound
     */
    void readTimeout(Duration timeout);

    /**
     * What to do when another command wants the place that this stream takes on the host, which may let only few run at once;
     * it is called again while that lasts.
     */
    default void whenWanted(Runnable giveWay) {}

    @Override
    void close();
}
