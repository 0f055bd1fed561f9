package dockdsl.cli.console;

import dockdsl.cli.line.Command;
import dockdsl.cli.text.Line;
import dockdsl.cli.text.Tone;
import dockdsl.value.Malformed;
import dockdsl.vocabulary.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The colours of a line while it is being typed. */
final class Highlighting {
    private static final Pattern PARTS = Pattern.compile(
            "(?<text>'[^'\\n]*'?|\"(?:\\\\.|[^\"\\\\\\n])*\"?)|(?<word>[\\p{L}_][\\w.-]*)|(?<option>(?<=\\s)--?[\\w-]+)|(?<rest>.)",
            Pattern.DOTALL);

    private final Supplier<World> world;

    Highlighting(Supplier<World> world) {
        this.world = world;
    }

    /** One line for each of the text. */
    List<Line> of(String typed) {
        Marked marked = new Marked();
        String text = typed.stripLeading();
        marked.add(Tone.PLAIN, typed.substring(0, typed.length() - text.length()));
        switch (text.isEmpty() ? ' ' : text.charAt(0)) {
            case ' ' -> {}
            case '#' -> marked.add(Tone.QUIET, text);
            case '@' -> selecting(marked, text);
            case '!', ':' -> parts(marked.add(Tone.STRONG, text.substring(0, 1)), text.substring(1), false);
            case '=', '+' -> parts(marked.add(Tone.STRONG, text.substring(0, 1)), text.substring(1), true);
            default -> unmarked(marked, text);
        }
        return marked.lines();
    }

    private static void unmarked(Marked marked, String text) {
        String first = text.split("\\W", 2)[0];
        switch (LineReading.of(text)) {
            case Meaning.Declare _, Meaning.Evaluate _ -> parts(marked, text, true);
            case Meaning.OnHosts _ -> parts(marked, text, false);
            case Meaning.Unfinished _
            when Command.named(first).isEmpty() ->
                parts(marked, text, !Language.blocksWith(first).isEmpty());
            default -> parts(marked.add(Tone.GOOD, first), text.substring(first.length()), false);
        }
    }

    private void selecting(Marked marked, String text) {
        int blank = text.indexOf(' ');
        String pattern = blank < 0 ? text : text.substring(0, blank);
        marked.add(means(pattern.substring(1)) ? Tone.GOOD : Tone.BAD, pattern);
        parts(marked, blank < 0 ? "" : text.substring(blank), false);
    }

    private boolean means(String pattern) {
        try {
            return !world.get().hosts(pattern).isEmpty();
        } catch (Malformed none) {
            return false;
        }
    }

    private static void parts(Marked marked, String text, boolean language) {
        Matcher part = PARTS.matcher(text);
        while (part.find()) {
            marked.add(tone(part, language), part.group());
        }
    }

    private static Tone tone(Matcher part, boolean language) {
        if (part.group("text") != null) {
            return Tone.CHANGE;
        }
        if (part.group("option") != null) {
            return Tone.QUIET;
        }
        return language
                        && part.group("word") != null
                        && !Language.blocksWith(part.group()).isEmpty()
                ? Tone.STRONG
                : Tone.PLAIN;
    }

    /** Lines as they grow. */
    private static final class Marked {
        private final List<Line> lines = new ArrayList<>(List.of(Line.EMPTY));

        Marked add(Tone tone, String text) {
            String[] parts = text.split("\n", -1);
            for (int number = 0; number < parts.length; number++) {
                if (number > 0) {
                    lines.add(Line.EMPTY);
                }
                lines.add(lines.removeLast().and(tone, parts[number]));
            }
            return this;
        }

        List<Line> lines() {
            return List.copyOf(lines);
        }
    }
}
