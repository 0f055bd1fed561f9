package dockdsl.lang;

import dockdsl.problem.Problem;
import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
            return unpaired(where).orElseGet(() -> unexpected(where, unexpected.group(2)));
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

    private Problem unexpected(SourceRef where, String input) {
        String token = input.isEmpty() ? "" : input.substring(input.length() - 1);
        String line = source.line(where.line());
        String before = line.substring(0, Math.min(line.length(), where.column() - 1));
        if ("‘’“”«»`´".contains(token) && !token.isEmpty()) {
            return new Problem(where, "this is not a quote that ends or begins text", "Write ' instead.");
        }
        Optional<Problem> reserved = reserved(where, before);
        if (reserved.isPresent()) {
            return reserved.get();
        }
        return switch (token) {
            case ":" -> colon(where, before);
            case "#" -> new Problem(where, "`#` begins no comment here", "Write // instead.");
            case "," -> new Problem(where, "there is a comma too many", "Remove it.");
            default ->
                new Problem(
                        where,
                        (input.isBlank() ? "the end of the file" : "`" + last(input) + "`") + " is not expected here",
                        "Is a comma, a quote or a bracket missing before it?");
        };
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

    private Problem colon(SourceRef where, String before) {
        Matcher dashed = DASHED_NAME.matcher(before);
        if (dashed.matches()) {
            return new Problem(
                    new SourceRef(where.file(), where.line(), dashed.start(1) + 1),
                    "`" + dashed.group(1) + "` is not a plain name",
                    "Write it in quotes: '" + dashed.group(1) + "': ...");
        }
        Matcher name = LAST_NAME.matcher(before);
        if (name.matches() && !before.substring(0, name.start(1)).isBlank()) {
            return new Problem(
                    new SourceRef(where.file(), where.line(), name.start(1) + 1),
                    "a comma is missing before `" + name.group(1) + ":`",
                    "Named values are separated by commas: A: 'x', B: 'y'.");
        }
        return new Problem(where, "there is a ':' too many", "Write words without a colon: image 'redis:7.4.1'.");
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
