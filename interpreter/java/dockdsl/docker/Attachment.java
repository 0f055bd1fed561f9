package dockdsl.docker;

import dockdsl.docker.http.Answer;
import dockdsl.host.Running;
import dockdsl.host.Terminal;
import dockdsl.problem.DockdslException;
import dockdsl.value.Tree;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A container with somebody at its streams, from its start to its end.
 *
 * @param own connections that nothing else uses; closed with it
 */
record Attachment(EngineApi api, EngineApi own, String container) {
    private static final Duration FOR_EVER = Duration.ZERO;

    /** The wait for its end begins before the start: afterwards it may be gone already. */
    Running start(Optional<Terminal> terminal) {
        Target attach = Target.of("containers", container, "attach")
                .with("stream", true)
                .with("stdin", true)
                .with("stdout", true)
                .with("stderr", true);
        Answer streams = own.open(Call.post(purpose(), attach)
                .with(Map.of("Connection", "Upgrade", "Upgrade", "tcp"))
                .within(FOR_EVER));
        Call wait = Call.post(
                        purpose(), Target.of("containers", container, "wait").with("condition", "next-exit"))
                .within(FOR_EVER);
        Answer end = own.open(wait);
        Running running = new Attached(streams, terminal.isPresent(), new Process(this, wait, end));
        try {
            api.run(Call.post(purpose(), Target.of("containers", container, "start")));
        } catch (RuntimeException | Error e) {
            running.close();
            throw e;
        }
        terminal.ifPresent(running::resize);
        return running;
    }

    private String purpose() {
        return "run the container " + container;
    }

    private record Process(Attachment attachment, Call awaiting, Answer end) implements Attached.Process {
        @Override
        public String purpose() {
            return attachment.purpose();
        }

        @Override
        public String host() {
            return attachment.api.host();
        }

        @Override
        public int exitCode() {
            try {
                Tree answer = JsonReader.object(end.body());
                return (int) answer.number("StatusCode");
            } catch (IOException e) {
                throw attachment.api.broken(awaiting, e);
            }
        }

        @Override
        public void signal(String name) {
            attachment.api.run(Call.post(
                    "send " + name + " to the container " + attachment.container,
                    Target.of("containers", attachment.container, "kill").with("signal", "SIG" + name)));
        }

        @Override
        public void resize(Terminal size) {
            try {
                attachment.api.run(Call.post(
                        "resize the terminal of " + attachment.container,
                        Target.of("containers", attachment.container, "resize")
                                .with("h", size.rows())
                                .with("w", size.columns())));
            } catch (DockdslException notYet) {
                // Whoever has a terminal tells its size again.
            }
        }

        @Override
        public void closed() {
            end.close();
            attachment.own.close();
        }
    }
}
