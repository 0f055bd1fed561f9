package dockdsl.run;

import dockdsl.host.Command;
import dockdsl.host.CommandResult;
import dockdsl.host.Shell;
import dockdsl.plan.Action.RunHook;
import dockdsl.problem.HostFailed;
import dockdsl.value.Hook;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Runs the commands that go along with a change.
 *
 * @param here the shell of the machine that dockdsl runs on
 */
record HookRun(FleetHost host, Shell here) {
    private static final int LONGEST = 500;

    /** @throws HostFailed when it does not end with 0 in time */
    void run(RunHook run, Consumer<String> progress) {
        progress.accept("runs " + nameOf(run));
        CommandResult result = result(run);
        if (!result.succeeded()) {
            String said = (result.out() + result.err()).strip();
            throw failed(
                    run,
                    "ended with " + result.exitCode()
                            + (said.isEmpty() ? "" : ": " + said.substring(Math.max(0, said.length() - LONGEST))),
                    null);
        }
    }

    private CommandResult result(RunHook run) {
        Hook hook = run.hook();
        try {
            return switch (hook.place()) {
                case HERE -> here.run(command(run));
                case HOST ->
                    host.session().shell().run(hook.sudo() ? command(run).asRootUser() : command(run));
                case CONTAINER ->
                    host.engine()
                            .exec(
                                    run.container(),
                                    hook.isLine()
                                            ? List.of(
                                                    "/bin/sh",
                                                    "-c",
                                                    hook.words().getFirst())
                                            : hook.words(),
                                    run.environment(),
                                    hook.timeout());
            };
        } catch (HostFailed e) {
            throw failed(run, "failed: " + e.getMessage(), e);
        }
    }

    /** A line goes to the shell as it stands; words are quoted, so that the shell passes them on unchanged. */
    private static Command command(RunHook run) {
        Hook hook = run.hook();
        String variables = run.environment().entrySet().stream()
                .map(variable -> "export " + variable.getKey() + "=" + Command.quoted(variable.getValue()) + "\n")
                .collect(Collectors.joining());
        String script = hook.isLine()
                ? hook.words().getFirst()
                : hook.words().stream().map(Command::quoted).collect(Collectors.joining(" "));
        return Command.script(variables + script)
                .called(Command.quotedStart(script))
                .within(hook.timeout());
    }

    private HostFailed failed(RunHook run, String how, HostFailed cause) {
        String remedy = switch (run.moment()) {
            case BEFORE_SWITCH, BEFORE_STOP -> "What ran before goes on. Mend the hook, or take it out.";
            case AFTER_START -> "Mend the hook, or take it out; `timeout:` gives it more time.";
        };
        return new HostFailed(host.name(), "the hook " + nameOf(run) + " " + how, remedy, cause);
    }

    private static String nameOf(RunHook run) {
        String moment = switch (run.moment()) {
            case BEFORE_SWITCH -> "beforeSwitch";
            case BEFORE_STOP -> "beforeStop";
            case AFTER_START -> "afterStart";
        };
        return moment + " " + run.hook();
    }
}
