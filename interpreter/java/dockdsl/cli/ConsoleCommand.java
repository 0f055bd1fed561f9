package dockdsl.cli;

import dockdsl.cli.console.Console;
import dockdsl.cli.console.Desk;
import dockdsl.cli.console.Inherited;
import dockdsl.cli.console.KeptSessions;
import dockdsl.cli.console.Keyboard;
import dockdsl.cli.console.LineSource;
import dockdsl.cli.console.PipedLines;
import dockdsl.cli.console.Prompt;
import dockdsl.cli.console.TerminalLines;
import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.cli.screen.Questions;
import dockdsl.problem.DockdslException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;

/** {@code dockdsl console}: one line after the other, over connections that stay open. */
record ConsoleCommand(Surroundings surroundings, Supplier<Wiring> wiring, Interruption interruption) {
    int run(Invocation invocation) {
        Desk desk = new Desk(String.join(",", invocation.all(Option.LIMIT)));
        try (KeptSessions sessions =
                new KeptSessions(settings -> wiring.get().hosts().apply(settings))) {
            return surroundings.interactive() ? typed(invocation, desk, sessions) : piped(invocation, desk, sessions);
        }
    }

    /** Whoever sits there has seen what went wrong; leaving is no failure. */
    private int typed(Invocation invocation, Desk desk, KeptSessions sessions) {
        Terminal terminal = Keyboard.terminal();
        LineReader reader = Keyboard.reader(terminal, Path.of(""));
        try (LineSource lines = new TerminalLines(terminal, reader, new Prompt(desk)::text)) {
            Console console = console(invocation, desk, sessions, TerminalLines.answers(terminal), lines);
            console.run(lines);
            return ExitCode.OK;
        }
    }

    private int piped(Invocation invocation, Desk desk, KeptSessions sessions) {
        try (LineSource lines = new PipedLines(surroundings.input())) {
            return console(invocation, desk, sessions, InputStream.nullInputStream(), lines)
                    .run(lines);
        }
    }

    private Console console(
            Invocation invocation, Desk desk, KeptSessions sessions, InputStream answers, LineSource lines) {
        ConsoleProgram program = new ConsoleProgram(surroundings, invocation, wiring, sessions, answers);
        interruption.closesWith(() -> {
            program.interrupt();
            lines.close();
            sessions.close();
        });
        askForPasswords(invocation, sessions);
        look(desk, program);
        String site = Operands.of(invocation, surroundings.folder()).site();
        return new Console(program, new Inherited(invocation, site), desk, surroundings.screen());
    }

    /** Once, for all commands to come. */
    private void askForPasswords(Invocation invocation, KeptSessions sessions) {
        if (invocation.has(Option.ASK_PASS) || invocation.has(Option.ASK_BECOME_PASS)) {
            Questions questions = new Questions(surroundings.screen(), surroundings.input());
            sessions.apply(new SshWishes(invocation, surroundings, questions, 1).settings());
        }
    }

    /** A site that is wrong is told and keeps nobody away: it can be mended meanwhile. */
    private void look(Desk desk, ConsoleProgram program) {
        try {
            desk.see(program.look(desk.typed()));
        } catch (DockdslException wrong) {
            program.tell(wrong);
        }
    }
}
