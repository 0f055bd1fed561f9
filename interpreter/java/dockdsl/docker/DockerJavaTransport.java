package dockdsl.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import dockdsl.docker.http.Answer;
import dockdsl.docker.http.Body;
import dockdsl.docker.http.HttpClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Lets docker-java's commands speak over our connections. */
record DockerJavaTransport(HttpClient http, Duration patience) implements DockerHttpClient {

    @Override
    public Response execute(Request request) {
        try {
            Answer answer = http.send(
                    new dockdsl.docker.http.Request(request.method(), request.path(), request.headers(), body(request)),
                    patience);
            if (request.hijackedInput() != null) {
                Thread.startVirtualThread(() -> feed(request.hijackedInput(), answer));
            }
            return new Given(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Body body(Request request) {
        InputStream stream = request.body();
        if (stream != null) {
            return new Body.Stream("", () -> stream);
        }
        byte[] bytes = request.bodyBytes();
        return bytes == null ? Body.NONE : new Body.Bytes("", bytes);
    }

    /** Ends the input at the other side too, so that a process which reads to the end gets there. */
    private static void feed(InputStream input, Answer answer) {
        try (OutputStream output = answer.output()) {
            input.transferTo(output);
            answer.closeOutput();
        } catch (IOException ended) {
            answer.close();
        }
    }

    /** Our connections belong to the engine, which outlives this. */
    @Override
    public void close() {}

    private record Given(Answer answer) implements Response {
        @Override
        public int getStatusCode() {
            return answer.status();
        }

        @Override
        public Map<String, List<String>> getHeaders() {
            return answer.headers();
        }

        @Override
        public InputStream getBody() {
            return answer.body();
        }

        @Override
        public void close() {
            answer.close();
        }
    }
}
