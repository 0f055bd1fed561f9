package dockdsl.cli;

import dockdsl.cli.line.ArgumentParser;
import dockdsl.cli.line.Command;
import dockdsl.cli.line.Invocation;
import dockdsl.problem.UsageMistake;
import java.util.List;

/** One run of dockdsl, from its arguments to its exit code. */
public final class Dockdsl {
    private final Surroundings surroundings;

    public Dockdsl(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Never throws: whatever goes wrong is told and becomes an exit code. */
    public int run(List<String> arguments) {
        Endings endings = new Endings(surroundings, arguments);
        try {
            return perform(ArgumentParser.parse(arguments));
        } catch (RuntimeException | Error ending) {
            return endings.tell(ending);
        }
    }

    private int perform(Invocation invocation) {
        return switch (invocation.command()) {
            case HELP -> new HelpCommand(surroundings.screen()).run(invocation);
            case VERSION -> new VersionCommand(surroundings.screen()).run();
            case APPLY, PLAN, CHECK, STATUS, DESTROY, BOOTSTRAP -> throw notYet(invocation.command());
        };
    }

    private static UsageMistake notYet(Command command) {
        return new UsageMistake("`" + command.word() + "` does not work in this version yet.", "");
    }
}
