package dockdsl.docker.http;

import dockdsl.host.Duplex;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Asks one engine; safe for many threads at once. */
public final class HttpClient implements AutoCloseable {
    private static final Request PING = Request.get("/_ping");
    private static final Duration PING_PATIENCE = Duration.ofSeconds(10);

    /** More at once could fill the buffers of both sides while neither reads. */
    private static final int BATCH = 100;

    private final ConnectionPool pool;

    /** @param dialer opens a fresh stream to the engine */
    public HttpClient(Supplier<Duplex> dialer) {
        this.pool = new ConnectionPool(dialer);
    }

    /** Makes something of an answer, reading of its body what it needs. */
    public interface Reader<T> {
        T read(Request request, Answer answer) throws IOException;
    }

    /**
     * Asks and gives the answer as soon as it begins.
     *
     * @param silence how long to wait for each next byte
     * @throws java.net.SocketTimeoutException when nothing comes for so long
     * @throws IOException when the connection breaks; a request that changes nothing has been tried twice then
     */
    public Answer send(Request request, Duration silence) throws IOException {
        Connection connection = usable(request);
        boolean mayBeStale = connection.mayBeStale();
        try {
            return exchange(connection, request, silence);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException stale) {
            if (!mayBeStale || !request.isRepeatable()) {
                throw stale;
            }
            pool.dropResting();
            return exchange(pool.take(), request, silence);
        }
    }

    /** What must not be asked twice is not sent on a connection that may have died while it rested. */
    private Connection usable(Request request) throws IOException {
        Connection connection = pool.take();
        if (request.isRepeatable() || !connection.needsTrying() || isAlive(connection)) {
            return connection;
        }
        pool.drop(connection);
        pool.dropResting();
        return pool.take();
    }

    private static boolean isAlive(Connection connection) {
        try {
            connection.patience(PING_PATIENCE);
            connection.send(PING);
            return answer(connection, PING, reusable -> {}).skipRest();
        } catch (IOException dead) {
            return false;
        }
    }

    private Answer exchange(Connection connection, Request request, Duration silence) throws IOException {
        try {
            connection.patience(silence);
            connection.send(request);
            return answer(connection, request, reusable -> pool.release(connection, reusable));
        } catch (IOException | RuntimeException | Error e) {
            pool.drop(connection);
            throw e;
        }
    }

    private static Answer answer(Connection connection, Request request, Answer.Release release) throws IOException {
        if (connection.isSilent()) {
            throw new EOFException("the engine ended the connection without an answer");
        }
        Head head = connection.head();
        return new Answer(head, connection.body(head, request), connection, release);
    }

    /**
     * Asks many things in one round trip.
     *
     * @param requests all of them such that asking twice does no harm
     * @param silence how long to wait for each next byte
     * @return what the reader made of the answers, in the order of the requests
     */
    public <T> List<T> sendAll(List<Request> requests, Duration silence, Reader<T> reader) throws IOException {
        List<T> results = new ArrayList<>(requests.size());
        while (results.size() < requests.size()) {
            int from = results.size();
            Connection connection = pool.take();
            boolean mayBeStale = connection.mayBeStale();
            try {
                List<Request> batch = requests.subList(from, Math.min(requests.size(), from + BATCH));
                readAll(connection, batch, silence, reader, results);
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException stale) {
                if (!mayBeStale || results.size() > from) {
                    throw stale;
                }
                pool.dropResting();
            }
        }
        return results;
    }

    private <T> void readAll(
            Connection connection, List<Request> batch, Duration silence, Reader<T> reader, List<T> results)
            throws IOException {
        boolean reusable = false;
        try {
            connection.patience(silence);
            connection.send(batch);
            reusable = readEach(connection, batch, reader, results);
        } finally {
            pool.release(connection, reusable);
        }
    }

    /** @return false when the engine ended the connection; what it did not answer has to be asked again */
    private <T> boolean readEach(Connection connection, List<Request> batch, Reader<T> reader, List<T> results)
            throws IOException {
        int before = results.size();
        for (Request request : batch) {
            if (results.size() > before && connection.isSilent()) {
                return false;
            }
            Answer answer = answer(connection, request, reusable -> {});
            results.add(reader.read(request, answer));
            if (!answer.skipRest()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        pool.close();
    }
}
