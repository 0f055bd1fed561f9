package dockdsl.docker;

import dockdsl.docker.http.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a container wrote. Whether the engine marks its pieces depends on whether the container has a terminal. */
record Logs(EngineApi api, String container) {

    List<String> last(int count) {
        boolean[] hasTerminal = {false};
        List<Call> calls = List.of(
                Call.get(purpose(), Target.of("containers", container, "json")), Call.get(purpose(), target(count)));
        return api.readAll(calls, (index, answer) -> {
                    if (!answer.isSuccess()) {
                        throw api.refused(calls.get(index), Refusal.of(answer));
                    }
                    if (index == 0) {
                        hasTerminal[0] = JsonReader.object(answer.body()).flag("Config.Tty");
                        return List.<String>of();
                    }
                    return lines(answer, hasTerminal[0]);
                })
                .getLast();
    }

    private String purpose() {
        return "read what the container " + container + " wrote";
    }

    private Target target(int count) {
        return Target.of("containers", container, "logs")
                .with("stdout", true)
                .with("stderr", true)
                .with("tail", count);
    }

    private static List<String> lines(Answer answer, boolean hasTerminal) throws IOException {
        byte[] text = hasTerminal ? answer.body().readAllBytes() : Frames.joined(answer.body());
        return new String(text, StandardCharsets.UTF_8).lines().toList();
    }
}
