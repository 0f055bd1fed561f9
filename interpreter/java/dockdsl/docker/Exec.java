package dockdsl.docker;

import dockdsl.docker.http.Answer;
import dockdsl.host.CommandResult;
import dockdsl.problem.HostFailed;
import dockdsl.value.Tree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Runs a command in a container. The engine has no way to end one, so a command that takes too long goes on alone. */
record Exec(
        EngineApi api, String container, List<String> command, Map<String, String> environment, Optional<String> user) {
    Exec(EngineApi api, String container, List<String> command, Map<String, String> environment) {
        this(api, container, command, environment, Optional.empty());
    }

    private static final long BETWEEN_LOOKS = Duration.ofMillis(10).toNanos();

    CommandResult run(Duration timeout) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        UntilDeadline clock = UntilDeadline.in(timeout);
        String id = create();
        api.read(start(id).within(timeout), answer -> {
            follow(answer, clock, out, err);
            return true;
        });
        return new CommandResult(exitCode(id, clock), text(out), text(err));
    }

    private String purpose() {
        return "run `" + String.join(" ", command) + "` in the container " + container;
    }

    private String create() {
        List<String> variables = environment.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .toList();
        Tree body = Tree.EMPTY
                .with("Cmd", command)
                .with("Env", variables)
                .with("AttachStdout", true)
                .with("AttachStderr", true);
        Tree whole = user.map(name -> body.with("User", name)).orElse(body);
        return api.object(Call.post(purpose(), Target.of("containers", container, "exec"), whole))
                .text("Id");
    }

    private Call start(String id) {
        Tree body = Tree.EMPTY.with("Detach", false).with("Tty", false);
        return Call.post(purpose(), Target.of("exec", id, "start"), body)
                .with(Map.of("Connection", "Upgrade", "Upgrade", "tcp"));
    }

    private void follow(Answer answer, UntilDeadline clock, ByteArrayOutputStream out, ByteArrayOutputStream err)
            throws IOException {
        try {
            Frames.separate(clock.bounding(answer), out, err);
        } catch (SocketTimeoutException e) {
            throw tookTooLong(clock, e);
        }
    }

    /** The stream may end a moment before the engine has noted how. */
    private int exitCode(String id, UntilDeadline clock) {
        Call call = Call.get(purpose(), Target.of("exec", id, "json"));
        Tree state = api.object(call);
        while (state.flag("Running")) {
            if (clock.isOver()) {
                throw tookTooLong(clock, null);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
            state = api.object(call);
        }
        return (int) state.number("ExitCode");
    }

    private HostFailed tookTooLong(UntilDeadline clock, Exception cause) {
        return new HostFailed(
                api.host(),
                "could not " + purpose() + " to its end within " + clock.seconds() + " seconds; it still runs there",
                "Give it more time, or find out what it waits for.",
                cause);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
