package dockdsl.lang;

import dockdsl.problem.Problem;
import dockdsl.problem.SourceRef;
import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import java.util.Arrays;
import java.util.Optional;

/** Says in plain words what went wrong while the user's own code ran. */
final class RuntimeErrors {
    private RuntimeErrors() {}

    static Problem problem(SourceText source, Throwable thrown) {
        SourceRef where = line(thrown).map(source::startOfLine).orElseGet(() -> source.startOfLine(1));
        return new Problem(where, what(thrown), remedy(thrown));
    }

    private static Optional<Integer> line(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> ScriptCompiler.SOURCE_NAME.equals(frame.getFileName()))
                .map(StackTraceElement::getLineNumber)
                .filter(number -> number > 0)
                .findFirst();
    }

    private static String what(Throwable thrown) {
        return switch (thrown) {
            case MissingPropertyException missing -> "`" + missing.getProperty() + "` is not known here";
            case MissingMethodException missing ->
                "there is no method `" + missing.getMethod() + "` for what stands before it";
            case NullPointerException nothing -> "something is asked of a value that is null";
            case StackOverflowError endless -> "a method calls itself without end";
            case AssertionError failed -> "an assertion does not hold";
            default -> "this line fails";
        };
    }

    private static String remedy(Throwable thrown) {
        String own = thrown.getMessage() == null
                ? ""
                : thrown.getMessage().lines().findFirst().orElse("");
        return switch (thrown) {
            case MissingPropertyException missing ->
                "Check its spelling, or declare it: def " + missing.getProperty() + " = ...";
            case MissingMethodException missing -> "Check its spelling and what it is given.";
            case NullPointerException nothing -> "Check where the value comes from; `?.` asks only if there is one.";
            case StackOverflowError endless -> "Let it end at some point.";
            default ->
                own.isBlank() ? "It is Java's " + thrown.getClass().getSimpleName() + "." : SyntaxErrors.plain(own);
        };
    }
}
