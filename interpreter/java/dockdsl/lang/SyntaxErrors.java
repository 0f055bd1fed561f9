package dockdsl.lang;

import dockdsl.problem.Problem;
import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;

/** Says in plain words what Groovy's parser and compiler say in theirs. */
final class SyntaxErrors {
    private static final Pattern UNEXPECTED = Pattern.compile("(?s)Unexpected (input|character): '(.*)'.*");
    private static final Pattern NO_CLASS = Pattern.compile("(?s)unable to resolve class (\\S+).*");
    private static final Pattern DECLARED = Pattern.compile("(?s).*already contains a variable of the name (\\w+).*");
    private static final Pattern DASHED_NAME = Pattern.compile(".*?([\\w.]+-[\\w.-]+)\\s*$");
    private static final Pattern RESERVED_VALUE =
            Pattern.compile(".*\\w\\s+(continue|break|default|null|new|in|return)\\s*");
    private static final Pattern KEY = Pattern.compile("\\s*(\\w+)\\s*:(?:\\s.*)?");
    private static final Pattern NAME_BEFORE = Pattern.compile(".*\\w:\\s+");
    private static final Pattern WORD_BEFORE = Pattern.compile("(?:.*[;{])?\\s*(\\w+)\\s+");
    private static final Pattern LAST_NAME = Pattern.compile(".*?(\\w+)\\s*$");

    private final SourceText source;
    private final Problems problems;
    private final List<Problem> later = new ArrayList<>();

    SyntaxErrors(SourceText source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    void tell(MultipleCompilationErrorsException failed) {
        for (Message message : failed.getErrorCollector().getErrors()) {
            if (message instanceof SyntaxErrorMessage error) {
                tell(problem(error.getCause()));
            } else {
                problems.add(
                        source.startOfLine(1),
                        "the file can't be compiled",
                        "It is too long, or its brackets are nested too deeply.");
            }
        }
        later.forEach(this::tell);
    }

    /** One message for each place, because the parser may stumble over the same thing again. */
    private void tell(Problem problem) {
        if (problems.list().stream().noneMatch(known -> known.where().equals(problem.where()))) {
            problems.add(problem);
        }
    }

    private Problem problem(SyntaxException error) {
        SourceRef where =
                new SourceRef(source.name(), Math.max(1, error.getStartLine()), Math.max(1, error.getStartColumn()));
        String message = error.getOriginalMessage();
        Matcher unexpected = UNEXPECTED.matcher(message);
        if (unexpected.matches()) {
            return unpaired(where).or(() -> yaml(where)).orElseGet(() -> unexpected(where, unexpected.group(2)));
        }
        Matcher noClass = NO_CLASS.matcher(message);
        if (noClass.matches()) {
            return new Problem(
                    where,
                    "there is no class `" + noClass.group(1) + "`",
                    "Check its spelling. A name with a capital letter is a class; text is written in quotes.");
        }
        Matcher declared = DECLARED.matcher(message);
        if (declared.matches()) {
            return new Problem(
                    where,
                    "`" + declared.group(1) + "` is declared twice",
                    "Take another name, or leave `def` out to give it another value.");
        }
        return unpaired(where)
                .or(() -> yaml(where))
                .orElseGet(() -> new Problem(
                        where, "this is not understood here", "Is a comma, a quote or a bracket missing before it?"));
    }

    /** Brackets, quotes and commas are looked at by themselves, unless the parser got stuck in a line above their mistake. */
    private Optional<Problem> unpaired(SourceRef stuck) {
        Optional<Problem> mistake = Brackets.mistake(source.text())
                .map(found -> new Problem(source.at(found.offset()), found.what(), found.remedy()));
        mistake.filter(found -> found.where().line() > stuck.line()).ifPresent(later::add);
        return mistake.filter(found -> found.where().line() <= stuck.line());
    }

    /** {@code command: redis-server --save 60 1}, or an item of a list below {@code environment:}. */
    private Optional<Problem> yaml(SourceRef stuck) {
        int line = stuck.line();
        while (line > 1 && source.line(line).stripLeading().startsWith("- ")) {
            line--;
        }
        Matcher key = KEY.matcher(source.line(line));
        if (!key.matches()) {
            return Optional.empty();
        }
        String word = key.group(1);
        SourceRef where = new SourceRef(stuck.file(), line, key.start(1) + 1);
        return Stream.concat(Stream.of(ContainerWords.BLOCK), Language.BLOCKS.stream())
                .filter(block ->
                        Language.word(block, word).or(() -> block.meantBy(word)).isPresent())
                .findFirst()
                .map(block -> Wording.colon(where, word, block));
    }

    private Problem unexpected(SourceRef where, String input) {
        String token = input.isEmpty() ? "" : input.substring(input.length() - 1);
        String line = source.line(where.line());
        String before = line.substring(0, Math.min(line.length(), where.column() - 1));
        if ("‘’“”«»`´".contains(token) && !token.isEmpty()) {
            return new Problem(where, "this is not a quote that ends or begins text", "Write ' instead.");
        }
        if (!token.isEmpty() && isUnseen(token.charAt(0))) {
            return new Problem(
                    where,
                    "there is a character that is not seen: U+%04X".formatted((int) token.charAt(0)),
                    "It came from a web page or a document, perhaps. Write an ordinary blank instead.");
        }
        Optional<Problem> reserved = reserved(where, before);
        if (reserved.isPresent()) {
            return reserved.get();
        }
        return switch (token) {
            case ":" -> colon(where, before, line.substring(before.length()));
            case "#" -> new Problem(where, "`#` begins no comment here", "Write // instead.");
            case "," -> new Problem(where, "there is a comma too many", "Remove it.");
            default ->
                new Problem(
                        where,
                        (isEnd(input) ? "the end of the file" : "`" + last(input) + "`") + " is not expected here",
                        "Is a comma, a quote or a bracket missing before it?");
        };
    }

    private static boolean isEnd(String input) {
        return input.isBlank() || input.endsWith("<EOF>");
    }

    /** A blank or a mark that is no whitespace for Groovy. */
    private static boolean isUnseen(char c) {
        return Character.isSpaceChar(c) && c != ' ' || Character.getType(c) == Character.FORMAT;
    }

    /** {@code onFailure continue}: Groovy takes the value for a statement of its own. @param before what stands before it in its line */
    private Optional<Problem> reserved(SourceRef where, String before) {
        int line = where.line();
        String text = before;
        while (text.isBlank() && line > 1) {
            text = source.line(--line);
        }
        Matcher value = RESERVED_VALUE.matcher(text);
        return value.matches()
                ? Optional.of(new Problem(
                        new SourceRef(where.file(), line, value.start(1) + 1),
                        "`" + value.group(1) + "` is a word of Groovy's own",
                        "Write it in quotes: '" + value.group(1) + "'."))
                : Optional.empty();
    }

    /** @param behind the colon and what follows it in its line */
    private Problem colon(SourceRef where, String before, String behind) {
        Optional<Problem> unquoted = unquoted(where);
        if (unquoted.isPresent()) {
            return unquoted.get();
        }
        Matcher dashed = DASHED_NAME.matcher(before);
        if (dashed.matches()) {
            return new Problem(
                    new SourceRef(where.file(), where.line(), dashed.start(1) + 1),
                    "`" + dashed.group(1) + "` is not a plain name",
                    "Write it in quotes: '" + dashed.group(1) + "': ...");
        }
        Matcher name = LAST_NAME.matcher(before);
        if (name.matches() && behind.substring(1).isBlank()) {
            return new Problem(
                    new SourceRef(where.file(), where.line(), name.start(1) + 1),
                    "a value is missing behind `" + name.group(1) + ":`",
                    "Write it in the same line: " + name.group(1) + ": 'value'.");
        }
        if (name.matches() && !before.substring(0, name.start(1)).isBlank()) {
            return new Problem(
                    new SourceRef(where.file(), where.line(), name.start(1) + 1),
                    "a comma is missing before `" + name.group(1) + ":`",
                    "Named values are separated by commas: A: 'x', B: 'y'.");
        }
        return new Problem(where, "there is a ':' too many", "Write words without a colon: image 'redis:7.4.1'.");
    }

    /** {@code publish 127.0.0.1:80:80}: what stands behind a word as a whole, and is a value of it in quotes. */
    private Optional<Problem> unquoted(SourceRef where) {
        Unquoted whole = Unquoted.around(source, where);
        String before = source.line(where.line()).substring(0, whole.where().column() - 1);
        boolean isNamed = NAME_BEFORE.matcher(before).matches() && !whole.text().endsWith(":");
        return isNamed || isValueBehind(before, whole) ? Optional.of(whole.problem()) : Optional.empty();
    }

    private static boolean isValueBehind(String before, Unquoted whole) {
        Matcher word = WORD_BEFORE.matcher(before);
        return word.matches()
                && Language.blocksWith(word.group(1)).stream()
                        .flatMap(block -> Language.setting(block, word.group(1)).stream())
                        .anyMatch(whole::isReadBy);
    }

    /** The last word or sign of what was read until then. */
    private static String last(String input) {
        Matcher last = LAST_NAME.matcher(
                input.strip().lines().reduce((one, other) -> other).orElse(""));
        return last.matches()
                ? last.group(1)
                : input.strip().substring(input.strip().length() - 1);
    }
}
