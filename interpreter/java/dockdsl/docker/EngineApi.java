package dockdsl.docker;

import dockdsl.docker.http.Answer;
import dockdsl.docker.http.HttpClient;
import dockdsl.docker.http.Request;
import dockdsl.host.HostSession;
import dockdsl.problem.HostFailed;
import dockdsl.problem.RunInterrupted;
import dockdsl.value.Tree;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The Engine API of one host, spoken in the version that was agreed on; what goes wrong becomes a {@link HostFailed}. */
final class EngineApi implements AutoCloseable {
    /** How long an ordinary call may keep silent. */
    static final Duration USUAL_PATIENCE = Duration.ofSeconds(60);

    /** How long a stream of progress may keep silent. */
    static final Duration STREAM_PATIENCE = Duration.ofMinutes(5);

    private final String host;
    private final HttpClient http;
    private volatile Optional<ApiVersion> agreed = Optional.empty();

    EngineApi(HostSession session) {
        this.host = session.host();
        this.http = new HttpClient(session::dialEngine);
    }

    /** Makes something of an answer that is a success. */
    interface Reading<T> {
        T of(Answer answer) throws IOException;
    }

    /** Makes something of every answer of a batch; those that are no success too. */
    interface EachReading<T> {
        T of(int index, Answer answer) throws IOException;
    }

    String host() {
        return host;
    }

    HttpClient http() {
        return http;
    }

    /** Empty as long as the engine has not been asked anything. */
    Optional<ApiVersion> known() {
        return agreed;
    }

    void agreeOn(ApiVersion version) {
        agreed = Optional.of(version);
    }

    /** The version to speak; asks the engine when it is not known yet. */
    ApiVersion version() {
        if (agreed.isEmpty()) {
            Call call = Call.get("ask the engine for its version", Target.of("version"));
            agreeOn(agreed(ask(call, call.request(""), answer -> JsonReader.object(answer.body()))));
        }
        return agreed.orElseThrow();
    }

    /** @param answer that of {@code /version} */
    ApiVersion agreed(Tree answer) {
        try {
            return ApiVersion.agreed(
                    host, ApiVersion.parse(answer.text("ApiVersion")), ApiVersion.parse(answer.text("MinAPIVersion")));
        } catch (IllegalArgumentException e) {
            throw new HostFailed(host, "what answers for its engine does not tell a version", "", e);
        }
    }

    /** @return the answer of a call that answers with an object, or with nothing */
    Tree object(Call call) {
        return read(call, answer -> JsonReader.object(answer.body()));
    }

    /** Does what only has an effect. */
    void run(Call call) {
        read(call, answer -> answer.body().readAllBytes());
    }

    /** @throws EngineRefused when the engine says no */
    <T> T read(Call call, Reading<T> reading) {
        return ask(call, call.request(prefix()), reading);
    }

    private <T> T ask(Call call, Request request, Reading<T> reading) {
        try (Answer answer = http.send(request, call.patience())) {
            if (!answer.isSuccess()) {
                throw refused(call, Refusal.of(answer));
            }
            return reading.of(answer);
        } catch (IOException e) {
            throw broken(call, e);
        }
    }

    /**
     * As {@link #read}, for an answer that goes on after this.
     *
     * @return to be closed by the caller
     */
    Answer open(Call call) {
        try {
            Answer answer = http.send(call.request(prefix()), call.patience());
            if (!answer.isSuccess()) {
                try (answer) {
                    throw refused(call, Refusal.of(answer));
                }
            }
            return answer;
        } catch (IOException e) {
            throw broken(call, e);
        }
    }

    /** Many calls in one round trip, in the version that was agreed on or, while there is none, in the engine's newest. */
    <T> List<T> readAll(List<Call> calls, EachReading<T> reading) {
        String prefix = agreed.isPresent() ? prefix() : "";
        List<Request> requests = new ArrayList<>(calls.size());
        calls.forEach(call -> requests.add(call.request(prefix)));
        int[] next = {0};
        try {
            return http.sendAll(requests, USUAL_PATIENCE, (request, answer) -> reading.of(next[0]++, answer));
        } catch (IOException e) {
            throw broken(calls.getFirst(), e);
        }
    }

    private String prefix() {
        return "/v" + version();
    }

    EngineRefused refused(Call call, Refusal refusal) {
        return new EngineRefused(host, call.failure(), refusal, Remedies.of(refusal, call.registry()));
    }

    /** An engine that waits for a registry says nothing meanwhile, for as long as that takes. */
    private HostFailed silent(Call call, SocketTimeoutException silence) {
        String time = call.patience().toSeconds() + " seconds";
        return call.registry().isEmpty()
                ? new HostFailed(
                        host,
                        call.failure() + ": the engine did not answer within " + time,
                        "See `systemctl status docker` and `journalctl -u docker` on the host.",
                        silence)
                : new HostFailed(
                        host,
                        call.failure() + ": nothing came from the registry " + call.registry() + " for " + time,
                        Remedies.REGISTRY_OUT_OF_REACH,
                        silence);
    }

    /** The exception for a connection that broke or fell silent. */
    RuntimeException broken(Call call, IOException e) {
        return switch (e) {
            case SocketTimeoutException silence -> silent(call, silence);
            case InterruptedIOException interrupt -> new RunInterrupted(call.failure() + ": interrupted", "", e);
            default ->
                new HostFailed(
                        host,
                        call.failure() + ": the connection to the engine broke: " + e.getMessage(),
                        "Run again; if it breaks again, see `journalctl -u docker` on the host.",
                        e);
        };
    }

    @Override
    public void close() {
        http.close();
    }
}
