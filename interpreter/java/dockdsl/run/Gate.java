package dockdsl.run;

import dockdsl.host.CommandResult;
import dockdsl.observed.ObservedContainer;
import dockdsl.plan.Action.AwaitCheck;
import dockdsl.plan.Action.AwaitWell;
import dockdsl.problem.HostFailed;
import dockdsl.value.Check;
import dockdsl.value.Durations;
import dockdsl.value.Tree;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Waits until a container proves that it does its work. */
record Gate(FleetHost host) {
    private static final Duration PAUSE = Duration.ofMillis(200);
    /** A container that lives this long did start. */
    private static final Duration SETTLED = Duration.ofSeconds(1);

    private static final Duration ONE_TRY = Duration.ofSeconds(10);

    void awaitWell(AwaitWell wait, Consumer<String> progress) {
        Stopwatch watch = Stopwatch.started();
        while (true) {
            ObservedContainer container = host.engine().inspect(wait.container());
            Duration waited = watch.time();
            refuseDead(container);
            switch (container.health()) {
                case "", "none" -> {
                    if (container.isRunning() && waited.compareTo(SETTLED) >= 0) {
                        return;
                    }
                }
                case "healthy" -> {
                    return;
                }
                case "unhealthy" -> throw unhealthy(container, "is unhealthy");
                default -> progress.accept("waits for its health check");
            }
            if (waited.compareTo(wait.within()) > 0) {
                throw unhealthy(container, "did not become healthy within " + Durations.show(wait.within()));
            }
            pause();
        }
    }

    private void refuseDead(ObservedContainer container) {
        boolean restarted = container.inspected().number("RestartCount") > 0;
        if (container.status().matches("exited|dead|restarting") || restarted) {
            long code = container.inspected().number("State.ExitCode");
            String error = container.inspected().text("State.Error");
            throw new HostFailed(
                    host.name(),
                    "its process ended" + (restarted ? "" : " with exit code " + code)
                            + (error.isEmpty() ? "" : ": " + error),
                    "What it wrote last may say why; mend the command, its settings or the image.");
        }
    }

    private HostFailed unhealthy(ObservedContainer container, String what) {
        List<Tree> log = container.inspected().trees("State.Health.Log");
        String output = log.isEmpty() ? "" : log.getLast().text("Output").strip();
        return new HostFailed(
                host.name(),
                what + (output.isEmpty() ? "" : "; the last health check said: " + output),
                "Run the image by hand and try the health check in it; what the container wrote last may tell more.");
    }

    void awaitCheck(AwaitCheck wait, Consumer<String> progress) {
        Stopwatch watch = Stopwatch.started();
        while (true) {
            ObservedContainer container = host.engine().inspect(wait.container());
            refuseDead(container);
            Optional<String> objection = objection(container, wait.check());
            if (objection.isEmpty()) {
                return;
            }
            progress.accept("waits until " + wait.check() + ": " + objection.get());
            if (watch.time().compareTo(wait.check().within()) > 0) {
                throw new HostFailed(
                        host.name(),
                        "the check `" + wait.check() + "` did not hold within "
                                + Durations.show(wait.check().within()) + ": " + objection.get(),
                        "Its last lines may say why; `within:` gives it more time.");
            }
            pause();
        }
    }

    /** Why the check does not hold; empty when it does. */
    private Optional<String> objection(ObservedContainer container, Check check) {
        return switch (check) {
            case Check.Exec exec -> objection(host.engine().exec(container.name(), exec.command(), ONE_TRY));
            case Check.Tcp tcp -> new Probe(host.session(), Door.of(host.name(), container, tcp.port())).connects();
            case Check.Http http ->
                new Probe(host.session(), Door.of(host.name(), container, http.port())).answers(http);
        };
    }

    private static Optional<String> objection(CommandResult result) {
        String said = (result.out() + result.err()).strip();
        return result.succeeded()
                ? Optional.empty()
                : Optional.of("it ended with " + result.exitCode() + (said.isEmpty() ? "" : ": " + said));
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HostFailed(host.name(), "the wait was interrupted", "Run again.", e);
        }
    }
}
