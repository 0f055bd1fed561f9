package dockdsl.cli;

import dockdsl.cli.console.KeptSessions;
import dockdsl.cli.console.LocalShell;
import dockdsl.cli.console.Program;
import dockdsl.cli.console.Values;
import dockdsl.cli.console.World;
import dockdsl.cli.line.Command;
import dockdsl.cli.line.Invocation;
import dockdsl.cli.screen.Questions;
import dockdsl.cli.screen.Terminals;
import dockdsl.problem.UsageMistake;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What the console lets dockdsl do: every command as in a run of its own, but over sessions that are kept. */
final class ConsoleProgram implements Program {
    private final Surroundings surroundings;
    private final Invocation console;
    private final Supplier<Wiring> wiring;
    private final KeptSessions sessions;
    private final Supplier<InputStream> answers;
    private final Values values = new Values();
    private final LocalShell here;
    private volatile Optional<Interruption> current = Optional.empty();

    /** @param answers what is typed when a command asks */
    ConsoleProgram(
            Surroundings surroundings,
            Invocation console,
            Supplier<Wiring> wiring,
            KeptSessions sessions,
            Supplier<InputStream> answers) {
        this.surroundings = surroundings;
        this.console = console;
        this.wiring = wiring;
        this.sessions = sessions;
        this.answers = answers;
        this.here = new LocalShell(
                surroundings.screen(), surroundings.interactive(), () -> Terminals.width(surroundings.environment()));
    }

    @Override
    public int perform(List<String> words, List<String> typed) {
        if (words.getFirst().equals(Command.CONSOLE.word())) {
            throw new UsageMistake("This is the console already.", "`exit` or Ctrl-D leaves it.");
        }
        Surroundings its = within(typed);
        Interruption ending = new Interruption(its, words);
        current = Optional.of(ending);
        try (InputStream _ = its.input()) {
            return new Dockdsl(its, () -> wiring.get().over(sessions), ending).run(words);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            current = Optional.empty();
        }
    }

    private Surroundings within(List<String> typed) {
        return surroundings.within(surroundings.screen().fresh(), answers.get(), typed);
    }

    @Override
    public int runHere(String script) {
        return here.run(script);
    }

    @Override
    public int evaluate(String expression, World world) {
        surroundings.screen().say(values.of(expression, world));
        return ExitCode.OK;
    }

    @Override
    public World look(List<String> typed) {
        Surroundings its = within(typed);
        JobReader reader = new JobReader(its, new Questions(its.screen(), its.input()));
        if (!reader.findsSite(console)) {
            return new World(Optional.empty(), reader.inventory(console));
        }
        Job job = reader.read(console);
        return new World(Optional.of(job.site()), job.inventory());
    }

    @Override
    public World lookAnew(List<String> typed) {
        surroundings.memory().printouts().forget();
        return look(typed);
    }

    @Override
    public int tell(RuntimeException why) {
        return new Endings(surroundings, List.of()).tell(why);
    }

    @Override
    public void interrupt() {
        here.interrupt();
        current.ifPresent(Interruption::now);
    }

    /** The process ends. */
    void end() {
        here.interrupt();
        current.ifPresent(Interruption::nowQuietly);
    }

    @Override
    public void drop() {
        sessions.drop();
    }
}
