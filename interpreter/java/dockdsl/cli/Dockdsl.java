package dockdsl.cli;

import dockdsl.cli.console.Keyboard;
import dockdsl.cli.line.ArgumentParser;
import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import java.util.List;
import java.util.function.Supplier;

/** One run of dockdsl, from its arguments to its exit code. */
final class Dockdsl {
    private final Surroundings surroundings;
    private final Supplier<Wiring> wiring;
    private final Interruption interruption;

    /** @param wiring is asked for by commands that need hosts */
    Dockdsl(Surroundings surroundings, Supplier<Wiring> wiring, Interruption interruption) {
        this.wiring = wiring;
        this.surroundings = surroundings;
        this.interruption = interruption;
    }

    /** Never throws: whatever goes wrong is told and becomes an exit code. */
    int run(List<String> arguments) {
        Endings endings = new Endings(surroundings, arguments);
        try {
            if (!arguments.isEmpty() && arguments.getFirst().equals(CompletionCommand.QUESTION)) {
                return new CompletionCommand(surroundings).answer(arguments);
            }
            return perform(ArgumentParser.parse(arguments));
        } catch (RuntimeException | Error ending) {
            return endings.tell(ending);
        }
    }

    private int perform(Invocation invocation) {
        return switch (invocation.command()) {
            case HELP -> new HelpCommand(surroundings.screen(), surroundings::width).run(invocation);
            case VERSION -> new VersionCommand(surroundings.screen()).run();
            case DOCTOR -> new DoctorCommand(surroundings, wiring.get(), interruption).run(invocation);
            case COMPLETION -> new CompletionCommand(surroundings).run(invocation);
            case INIT -> new InitCommand(invocation, surroundings).run();
            case SECRETS -> new SecretsCommand(invocation, surroundings).run();
            case INVENTORY -> new InventoryCommand(surroundings).run(invocation);
            case SSH -> new SshCommand(surroundings, wiring.get(), interruption).run(invocation);
            case CP -> new CopyCommand(surroundings, wiring.get(), interruption).run(invocation);
            case TOP, STATS -> new LookCommand(surroundings, wiring.get(), interruption).run(invocation);
            case RUN -> new RunCommand(surroundings, wiring.get(), interruption).run(invocation);
            case LOGS -> new LogsCommand(surroundings, wiring.get(), interruption).run(invocation);
            case GRAPH -> new GraphCommand(surroundings).run(invocation);
            case EXEC -> new ExecCommand(surroundings, wiring.get(), interruption).run(invocation);
            case CONSOLE -> new ConsoleCommand(surroundings, wiring, interruption, Keyboard::terminal).run(invocation);
            case APPLY, PROMOTE, ROLLBACK, DESTROY, PRUNE, BOOTSTRAP ->
                invocation.has(Option.UNATTENDED)
                        ? new Unattended(surroundings, wiring, interruption).run(invocation)
                        : new RecordedRun(surroundings, wiring, interruption).run(invocation);
            case SCHEDULE -> new ScheduleCommand(invocation, surroundings).run();
            case RUNS -> new RunsCommand(surroundings).run(invocation);
            default -> new HostCommands(surroundings, wiring.get(), interruption).run(invocation);
        };
    }
}
