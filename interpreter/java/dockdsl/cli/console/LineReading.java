package dockdsl.cli.console;

import dockdsl.cli.line.Command;
import dockdsl.lang.Typing;
import dockdsl.vocabulary.Language;
import dockdsl.vocabulary.SiteWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands a line of the console: a sign at its beginning decides, else its first word, and what is left is for the shells of the
 * hosts. A pure function: it knows neither hosts nor site.
 */
public final class LineReading {
    static final Set<String> LEAVING = Set.of("exit", "quit");
    static final String SHOW = "show";
    static final String FORGET = "forget";
    static final String RELOAD = "reload";
    static final String CLEAR = "clear";
    static final String DIFF = "diff";

    /** What expressions may begin with; everything else that they know needs the sign. */
    static final Set<String> SUBJECTS = Set.of("hosts", "vars", "containers");

    /** A word and what follows a word of the language, but hardly one of a shell: a bracket, a quote, a block, a named value. */
    private static final Pattern DECLARING =
            Pattern.compile("(\\w+)(?:\\s*[({]|\\s+['\"]|\\s+(?:true|false)$|\\s+\\w+:\\s).*", Pattern.DOTALL);

    private static final Pattern RECIPE = Pattern.compile("use\\s+\\w+\\s*\\(.*", Pattern.DOTALL);
    private static final Pattern ASKING = Pattern.compile("(\\w+)(?:(?:\\*?\\.|\\[).*)?", Pattern.DOTALL);
    private static final Pattern ARITHMETIC = Pattern.compile("[\\d(][\\d\\s.()]*[-+*/%][-+*/%\\d\\s.()]*");
    private static final Pattern DEFINITION = Pattern.compile("def\\s+\\w+\\s*=.*", Pattern.DOTALL);

    private LineReading() {}

    public static Meaning of(String line) {
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
            return new Meaning.Nothing();
        }
        String rest = text.substring(1).strip();
        return switch (text.charAt(0)) {
            case '!' -> shell(rest, new Meaning.Here(rest));
            case ':' -> shell(rest, new Meaning.OnHosts("", rest));
            case '=' -> typed(rest, new Meaning.Evaluate(rest));
            case '+' -> typed(rest, new Meaning.Declare(rest));
            case '@' -> selecting(rest);
            default -> unmarked(text);
        };
    }

    private static Meaning selecting(String text) {
        String[] parts = text.split("\\s+", 2);
        return parts.length == 1 ? new Meaning.Select(text) : shell(parts[1], new Meaning.OnHosts(parts[0], parts[1]));
    }

    private static Meaning unmarked(String text) {
        if (isDeclaration(text)) {
            return typed(text, new Meaning.Declare(text));
        }
        if (isExpression(text)) {
            return typed(text, new Meaning.Evaluate(text));
        }
        List<String> words = ShellWords.of(text);
        Meaning meaning = words.getFirst().equals("dockdsl") ? ofDockdsl(words, text) : command(words, text);
        boolean goesOn = meaning instanceof Meaning.OnHosts ? OpenScript.goesOn(text) : ShellWords.goOn(text);
        return goesOn ? new Meaning.Unfinished() : meaning;
    }

    private static Meaning ofDockdsl(List<String> words, String text) {
        return words.size() == 1
                ? new Meaning.Perform(List.of(Command.HELP.word()))
                : command(words.subList(1, words.size()), text);
    }

    private static Meaning command(List<String> words, String text) {
        String first = words.getFirst();
        List<String> rest = words.subList(1, words.size());
        if (LEAVING.contains(first) && rest.isEmpty()) {
            return new Meaning.Leave();
        }
        if (first.equals(CLEAR) && rest.isEmpty()) {
            return new Meaning.Here(CLEAR);
        }
        if (first.equals(RELOAD) && rest.isEmpty()) {
            return new Meaning.Reload();
        }
        if (first.equals(SHOW) && rest.isEmpty()) {
            return new Meaning.Show();
        }
        if (first.equals(FORGET) && rest.stream().allMatch(word -> word.matches("\\d+"))) {
            return new Meaning.Forget(rest);
        }
        if (first.equals(DIFF) && rest.stream().allMatch(word -> word.startsWith("-"))) {
            List<String> plan = new ArrayList<>(List.of(Command.PLAN.word(), "--diff"));
            plan.addAll(rest);
            return new Meaning.Perform(plan);
        }
        return Command.named(first).isPresent() ? new Meaning.Perform(words) : new Meaning.OnHosts("", text);
    }

    private static boolean isDeclaration(String text) {
        Matcher word = DECLARING.matcher(text);
        return word.matches()
                        && Language.word(SiteWords.ENVIRONMENT, word.group(1)).isPresent()
                || RECIPE.matcher(text).matches();
    }

    private static boolean isExpression(String text) {
        Matcher subject = ASKING.matcher(text);
        return subject.matches() && SUBJECTS.contains(subject.group(1))
                || ARITHMETIC.matcher(text).matches()
                || DEFINITION.matcher(text).matches();
    }

    private static Meaning shell(String script, Meaning whole) {
        if (script.isEmpty()) {
            return new Meaning.Nothing();
        }
        return OpenScript.goesOn(script) ? new Meaning.Unfinished() : whole;
    }

    private static Meaning typed(String text, Meaning whole) {
        if (text.isEmpty()) {
            return new Meaning.Nothing();
        }
        return Typing.goesOn(text) ? new Meaning.Unfinished() : whole;
    }
}
