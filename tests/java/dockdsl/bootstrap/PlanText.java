package dockdsl.bootstrap;

import dockdsl.host.Command;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A plan as the golden files show it: the summary, then each step with its scripts and what they read. */
final class PlanText {
    private PlanText() {}

    static String of(BootstrapPlan plan) {
        return plan.summary() + "\n"
                + switch (plan) {
                    case BootstrapPlan.Nothing nothing -> "";
                    case BootstrapPlan.Impossible impossible -> "remedy: " + impossible.remedy() + "\n";
                    case BootstrapPlan.Steps todo ->
                        todo.steps().stream().map(PlanText::of).collect(Collectors.joining());
                };
    }

    private static String of(Step step) {
        String undo = step.undo().isEmpty() ? "" : "  undo\n" + of(step.undo());
        return "\n* " + step.what() + "\n" + of(step.commands()) + undo;
    }

    private static String of(List<Command> commands) {
        return commands.stream().map(PlanText::of).collect(Collectors.joining("    --\n"));
    }

    private static String of(Command command) {
        String input = new String(command.input(), StandardCharsets.UTF_8).replaceAll("(?m)^", "< ");
        return (shortened(command.script()) + "\n" + input).indent(4);
    }

    private static String shortened(String script) {
        return script.replace(Script.text("detached.sh"), ". detached.sh; ")
                .replace(Script.text("no-start.sh").strip(), ". no-start.sh")
                .replace(Script.text("await.sh").strip(), ". await.sh");
    }
}
