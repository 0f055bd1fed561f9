package dockdsl.docker;

import dockdsl.host.Command;
import dockdsl.host.ContainerOrder;
import dockdsl.host.HostSession;
import dockdsl.host.Marker;
import dockdsl.host.Running;
import dockdsl.host.Terminal;
import dockdsl.problem.DockdslException;
import dockdsl.value.Tree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A command that somebody runs in a container, with its streams. The engine can't signal it: that is done by a variable in its
 * environment, in the container where it has a shell, else from the host.
 *
 * @param own connections that nothing else uses; closed with the command
 */
record Visit(HostSession session, EngineApi api, EngineApi own, String container, ContainerOrder order) {
    private static final long BETWEEN_LOOKS = Duration.ofMillis(10).toNanos();
    private static final int MOST_LOOKS = 500;
    private static final Duration FOR_EVER = Duration.ZERO;

    Running start(Optional<Terminal> terminal) {
        Marker marker = Marker.fresh();
        String id = create(terminal.isPresent(), marker);
        Call call = Call.post(purpose(), Target.of("exec", id, "start"), starting(terminal))
                .with(Map.of("Connection", "Upgrade", "Upgrade", "tcp"))
                .within(FOR_EVER);
        Process process = new Process(this, id, marker);
        Running running = new Attached(own.open(call), terminal.isPresent(), process);
        terminal.ifPresent(running::resize);
        return running;
    }

    private String purpose() {
        return "run `" + order.words().getFirst() + "` in the container " + container;
    }

    private String create(boolean onTerminal, Marker marker) {
        List<String> environment = new ArrayList<>(order.environment());
        environment.add(marker.text());
        Tree body = Tree.EMPTY
                .with("Cmd", order.words())
                .with("Env", environment)
                .with("Tty", onTerminal)
                .with("AttachStdin", true)
                .with("AttachStdout", true)
                .with("AttachStderr", true);
        Tree said = order.user().map(user -> body.with("User", user)).orElse(body);
        Tree whole =
                order.folder().map(folder -> said.with("WorkingDir", folder)).orElse(said);
        return api.object(Call.post(purpose(), Target.of("containers", container, "exec"), whole))
                .text("Id");
    }

    private static Tree starting(Optional<Terminal> terminal) {
        return Tree.EMPTY.with("Detach", false).with("Tty", terminal.isPresent());
    }

    private record Process(Visit visit, String id, Marker marker) implements Attached.Process {
        @Override
        public String purpose() {
            return visit.purpose();
        }

        @Override
        public String host() {
            return visit.api.host();
        }

        /** The stream may end a moment before the engine has noted how. */
        @Override
        public int exitCode() {
            Call call = Call.get(purpose(), Target.of("exec", id, "json"));
            Tree state = visit.api.object(call);
            for (int look = 0; state.flag("Running") && look < MOST_LOOKS; look++) {
                LockSupport.parkNanos(BETWEEN_LOOKS);
                state = visit.api.object(call);
            }
            return (int) state.number("ExitCode");
        }

        @Override
        public void signal(String name) {
            String script = marker.signalling(name);
            ContainerOrder inside = ContainerOrder.of(
                    "/bin/sh", "-c", "command -v grep >/dev/null && command -v cut >/dev/null || exit 127\n" + script);
            boolean done = new Exec(visit.api, visit.container, inside.words(), Map.of(), Optional.of("0"))
                            .run(Command.USUAL_TIMEOUT)
                            .exitCode()
                    < 126;
            if (!done) {
                visit.session.shell().run(Command.script(script).asRootUser());
            }
        }

        /** The engine knows a terminal only a moment after the start. */
        @Override
        public void resize(Terminal size) {
            Target target =
                    Target.of("exec", id, "resize").with("h", size.rows()).with("w", size.columns());
            for (int look = 0; look < 20; look++) {
                try {
                    visit.api.run(Call.post("resize the terminal in " + visit.container, target));
                    return;
                } catch (DockdslException notYet) {
                    LockSupport.parkNanos(BETWEEN_LOOKS);
                }
            }
        }

        @Override
        public void closed() {
            visit.own.close();
        }
    }
}
