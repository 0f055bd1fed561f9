package dockdsl.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
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

    /** Says everything, so that nothing is taken from the environment or from files of the user. */
    static DockerClient client(EngineApi api) {
        DefaultDockerClientConfig config = new DefaultDockerClientConfig.Builder()
                .withDockerHost("tcp://docker:2375")
                .withDockerTlsVerify(false)
                .withDockerConfig("/nonexistent")
                .withApiVersion(api.version().toString())
                .build();
        return DockerClientImpl.getInstance(config, new DockerJavaTransport(api.http(), EngineApi.STREAM_PATIENCE));
    }

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

    /** A request shows its bytes as a stream too; sent as such, their end would run into the input that follows. */
    private static Body body(Request request) {
        if (request.bodyBytes() != null) {
            return new Body.Bytes("", request.bodyBytes());
        }
        InputStream stream = request.body();
        return stream == null ? Body.NONE : new Body.Stream("", () -> stream);
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
