package dockdsl.cli.console;

import dockdsl.cli.screen.Screen;
import dockdsl.cli.text.Line;
import dockdsl.cli.text.Tone;
import dockdsl.model.Host;
import dockdsl.problem.DockdslException;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.value.Malformed;
import java.util.List;
import java.util.Optional;

/** Takes one line after the other and does what it means. */
public final class Console {
    private final Program program;
    private final Inherited inherited;
    private final Screen screen;
    private final Desk desk;
    private int worst;

    public Console(Program program, Inherited inherited, Desk desk, Screen screen) {
        this.program = program;
        this.inherited = inherited;
        this.desk = desk;
        this.screen = screen;
    }

    /** Until there are no more lines. @return the largest exit code of all of them */
    public int run(LineSource lines) {
        Optional<String> line = lines.next();
        while (line.isPresent() && !(LineReading.of(line.get()) instanceof Meaning.Leave)) {
            Meaning meaning = LineReading.of(line.get());
            lines.whileWorking(() -> worst = Math.max(worst, guarded(meaning)), program);
            line = lines.next();
        }
        return worst;
    }

    private int guarded(Meaning meaning) {
        try {
            return perform(meaning);
        } catch (RuntimeException why) {
            return program.tell(why);
        }
    }

    private int perform(Meaning meaning) {
        return switch (meaning) {
            case Meaning.Nothing _, Meaning.Leave _ -> 0;
            case Meaning.Unfinished _ ->
                throw new NothingToWorkOn(
                        "The line is not finished when the input ends.",
                        "Close its quotes and brackets, and end its here-documents.");
            case Meaning.Select select -> select(select.pattern());
            case Meaning.OnHosts(String pattern, String script) ->
                program.perform(inherited.words(pattern.isEmpty() ? desk.selection() : pattern, script), desk.typed());
            case Meaning.Here here -> program.runHere(here.script());
            case Meaning.Perform command ->
                program.perform(inherited.words(command.words(), desk.selection()), desk.typed());
            case Meaning.Declare declare -> declare(declare.text());
            case Meaning.Evaluate evaluate -> program.evaluate(evaluate.expression(), program.look(desk.typed()));
            case Meaning.Reload _ -> reload();
            case Meaning.Show _ -> show();
            case Meaning.Forget forget -> forget(forget.numbers());
        };
    }

    private int select(String pattern) {
        World world = program.look(desk.typed());
        try {
            List<Host> hosts = world.hosts(pattern.isEmpty() ? desk.first() : pattern);
            desk.select(pattern.isEmpty() ? desk.first() : pattern);
            desk.see(world);
            screen.say(Line.of(
                    Tone.QUIET, String.join(" ", hosts.stream().map(Host::name).toList())));
            return 0;
        } catch (Malformed nothing) {
            throw new NothingToWorkOn("`@" + pattern + "`: " + nothing.getMessage() + ".", nothing.remedy(), nothing);
        }
    }

    /** What the site would be wrong with is told and not kept. */
    private int declare(String text) {
        desk.declare(text);
        try {
            desk.see(program.look(desk.typed()));
            screen.say(Line.of(
                    Tone.QUIET,
                    "Laid over the site as number " + desk.typed().size()
                            + ", for this console: `plan` shows what it changes."));
            return 0;
        } catch (DockdslException wrong) {
            int code = program.tell(wrong);
            desk.forget(desk.typed().size());
            return code;
        }
    }

    private int reload() {
        World world = program.lookAnew(desk.typed());
        desk.see(world);
        screen.say(Line.of(Tone.QUIET, "Read again: " + world.told() + "."));
        return 0;
    }

    private int show() {
        if (desk.typed().isEmpty()) {
            screen.say(Line.of(Tone.QUIET, "Nothing is laid over the site."));
        }
        int number = 0;
        for (String text : desk.typed()) {
            number++;
            int counted = number;
            text.lines()
                    .forEach(line ->
                            screen.say(Line.of(Tone.QUIET, counted + "  ").and(line)));
        }
        return 0;
    }

    private int forget(List<String> numbers) {
        List<Integer> known =
                numbers.stream().map(Integer::valueOf).sorted().toList().reversed();
        int last = desk.typed().size();
        known.stream().filter(number -> number < 1 || number > last).findFirst().ifPresent(number -> {
            throw new NothingToWorkOn("There is no number " + number + ".", "`show` shows what there is.");
        });
        if (known.isEmpty()) {
            desk.forgetAll();
        }
        known.stream().distinct().forEach(desk::forget);
        desk.see(program.look(desk.typed()));
        return show();
    }
}
