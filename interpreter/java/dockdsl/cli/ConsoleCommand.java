package dockdsl.cli;

import dockdsl.cli.console.Console;
import dockdsl.cli.console.Desk;
import dockdsl.cli.console.DumbLines;
import dockdsl.cli.console.Glance;
import dockdsl.cli.console.Inherited;
import dockdsl.cli.console.KeptSessions;
import dockdsl.cli.console.Keyboard;
import dockdsl.cli.console.LineSource;
import dockdsl.cli.console.PatientInput;
import dockdsl.cli.console.PipedLines;
import dockdsl.cli.console.Prompt;
import dockdsl.cli.console.TerminalLines;
import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.cli.screen.Questions;
import dockdsl.problem.DockdslException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;

/**
 * {@code dockdsl console}: one line after the other, over connections that stay open.
 *
 * @param terminals opens the terminal, where there is one
 */
record ConsoleCommand(
        Surroundings surroundings, Supplier<Wiring> wiring, Interruption interruption, Supplier<Terminal> terminals) {
    int run(Invocation invocation) {
        Desk desk = new Desk(String.join(",", new Limits(invocation, surroundings).patterns()));
        try (KeptSessions sessions =
                new KeptSessions(settings -> wiring.get().hosts().apply(settings))) {
            if (!surroundings.interactive()) {
                return piped(invocation, desk, sessions);
            }
            askForPasswords(invocation, sessions);
            return surroundings.live()
                    ? typed(invocation, desk, sessions)
                    : typedLineByLine(invocation, desk, sessions);
        }
    }

    /** Whoever sits there has seen what went wrong; leaving is no failure. */
    private int typed(Invocation invocation, Desk desk, KeptSessions sessions) {
        CompletableFuture<TerminalLines> opened = new CompletableFuture<>();
        ConsoleProgram looking = program(invocation, sessions, InputStream::nullInputStream);
        boolean asks = Secrets.mayAsk(invocation, surroundings.environment());
        if (asks) {
            look(desk, looking);
        }
        Glance.at(desk, asks ? desk::world : () -> looking.look(desk.typed()), wrong -> {
            opened.join().interject(() -> wrong.ifPresent(looking::tell));
            getReady(invocation, sessions);
        });
        Terminal terminal = terminals.get();
        LineReader reader =
                Keyboard.reader(terminal, desk, surroundings.screen(), surroundings.home(), surroundings.environment());
        try (TerminalLines lines = new TerminalLines(terminal, reader, new Prompt(desk)::text)) {
            opened.complete(lines);
            console(invocation, desk, sessions, program(invocation, sessions, PatientInput::ofProcess), lines)
                    .run(lines);
            return ExitCode.OK;
        }
    }

    private int typedLineByLine(Invocation invocation, Desk desk, KeptSessions sessions) {
        ConsoleProgram program = program(invocation, sessions, PatientInput::ofProcess);
        try (LineSource lines = new DumbLines(surroundings.screen(), new Prompt(desk)::text)) {
            look(desk, program);
            console(invocation, desk, sessions, program, lines).run(lines);
            return ExitCode.OK;
        }
    }

    private static void look(Desk desk, ConsoleProgram program) {
        try {
            desk.see(program.look(desk.typed()));
        } catch (DockdslException wrong) {
            program.tell(wrong);
        }
    }

    private int piped(Invocation invocation, Desk desk, KeptSessions sessions) {
        try (LineSource lines = new PipedLines(surroundings.input())) {
            ConsoleProgram program = program(invocation, sessions, InputStream::nullInputStream);
            return console(invocation, desk, sessions, program, lines).run(lines);
        }
    }

    private ConsoleProgram program(Invocation invocation, KeptSessions sessions, Supplier<InputStream> answers) {
        return new ConsoleProgram(surroundings, invocation, wiring, sessions, answers);
    }

    private Console console(
            Invocation invocation, Desk desk, KeptSessions sessions, ConsoleProgram program, LineSource lines) {
        interruption.closesWith(() -> {
            program.end();
            lines.close();
            sessions.close();
        });
        String site = Operands.of(invocation, surroundings.folder()).site();
        return new Console(program, new Inherited(invocation, site), desk, surroundings.screen());
    }

    /** Once, for all commands to come. */
    private void askForPasswords(Invocation invocation, KeptSessions sessions) {
        if (invocation.has(Option.ASK_PASS) || invocation.has(Option.ASK_BECOME_PASS)) {
            getReady(invocation, sessions);
        }
    }

    /** SSH wakes while the first line is being typed. */
    private void getReady(Invocation invocation, KeptSessions sessions) {
        Questions questions = new Questions(surroundings.screen(), surroundings.input());
        sessions.getReady(() -> new SshWishes(invocation, surroundings, questions, 1).settings());
    }
}
