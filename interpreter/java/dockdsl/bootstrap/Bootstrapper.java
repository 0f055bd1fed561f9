package dockdsl.bootstrap;

import dockdsl.host.Command;
import dockdsl.host.CommandResult;
import dockdsl.host.Shell;
import dockdsl.model.DockerSpec;
import dockdsl.problem.HostFailed;
import dockdsl.value.Tree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Function;

/** Takes the steps of a plan on one host, and looks whether they led there. */
public final class Bootstrapper {
    private final HostProbe probe;
    private final QuickLook quickLook;

    /** @param json reads a JSON object; throws {@link IllegalArgumentException} when it is none */
    public Bootstrapper(Function<String, Tree> json) {
        this.probe = new HostProbe(json);
        this.quickLook = new QuickLook(json);
    }

    /**
     * What it takes to make a host what the site asks for; touches nothing.
     *
     * @throws HostFailed when the host does not tell what it has
     */
    public BootstrapPlan plan(String host, Shell shell, DockerSpec wish) {
        return Recipes.plan(probe.read(host, shell), wish);
    }

    /**
     * The same for a host whose engine answers; when it is what the site asks for, that takes a single look.
     *
     * @param runningVersion what the engine says of itself
     */
    public BootstrapPlan planRunning(String host, Shell shell, DockerSpec wish, String runningVersion) {
        return quickLook.finds(shell, wish, runningVersion)
                ? new BootstrapPlan.Nothing("engine " + runningVersion + " runs")
                : plan(host, shell, wish);
    }

    /**
     * Carries out a plan; a plan for nothing does nothing.
     *
     * @param progress is told each step in words before it is taken
     * @throws HostFailed when a step fails (changed engine settings are put back first), when the host is not what the
     *     site asks for after all steps, or when the plan is impossible
     */
    public void run(String host, Shell shell, BootstrapPlan plan, DockerSpec wish, Consumer<String> progress) {
        switch (plan) {
            case BootstrapPlan.Nothing nothing -> {}
            case BootstrapPlan.Impossible impossible -> throw refusal(host, impossible);
            case BootstrapPlan.Steps todo -> {
                new Walk(host, shell, progress).take(todo);
                confirm(host, plan(host, shell, wish));
            }
        }
    }

    private static void confirm(String host, BootstrapPlan rest) {
        switch (rest) {
            case BootstrapPlan.Nothing done -> {}
            case BootstrapPlan.Impossible impossible -> throw refusal(host, impossible);
            case BootstrapPlan.Steps more ->
                throw new HostFailed(
                        host,
                        "is not ready though every step succeeded; it still takes to " + more.summary(),
                        "run again; if that does not help, do it by hand");
        }
    }

    private static HostFailed refusal(String host, BootstrapPlan.Impossible impossible) {
        return new HostFailed(host, impossible.reason(), impossible.remedy());
    }

    /** One walk over the steps of a plan. */
    private record Walk(String host, Shell shell, Consumer<String> progress, Deque<Step> taken) {
        Walk(String host, Shell shell, Consumer<String> progress) {
            this(host, shell, progress, new ArrayDeque<>());
        }

        void take(BootstrapPlan.Steps plan) {
            for (Step step : plan.steps()) {
                progress.accept(step.what());
                take(step);
                taken.push(step);
            }
        }

        private void take(Step step) {
            try {
                step.commands().forEach(command -> run(step, command));
            } catch (HostFailed failure) {
                goBack(failure);
                throw failure;
            }
        }

        private void run(Step step, Command command) {
            CommandResult result = answer(step, command);
            if (!result.succeeded()) {
                throw new HostFailed(host, failed(step, LastLines.of(result)), step.remedy());
            }
        }

        private CommandResult answer(Step step, Command command) {
            try {
                return shell.run(command);
            } catch (HostFailed failure) {
                throw new HostFailed(host, failed(step, failure.getMessage()), step.remedy(), failure);
            }
        }

        private static String failed(Step step, String how) {
            return "could not " + step.what() + ": " + how;
        }

        private void goBack(HostFailed failure) {
            try {
                taken.stream().flatMap(step -> step.undo().stream()).forEach(shell::run);
            } catch (HostFailed again) {
                failure.addSuppressed(again);
            }
        }
    }
}
