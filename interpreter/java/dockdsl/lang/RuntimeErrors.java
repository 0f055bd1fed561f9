package dockdsl.lang;

import dockdsl.problem.Problem;
import dockdsl.problem.SourceRef;
import dockdsl.value.Malformed;
import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import java.util.Arrays;
import java.util.Optional;

/** Says in plain words what went wrong while the user's own code ran. */
final class RuntimeErrors {
    private RuntimeErrors() {}

    static Problem problem(SourceText source, Throwable thrown) {
        SourceRef where = line(thrown).map(source::startOfLine).orElseGet(() -> source.startOfLine(1));
        return switch (thrown) {
            case MissingPropertyException missing ->
                new Problem(
                        where,
                        "`" + missing.getProperty() + "` is not known in this line",
                        "Check its spelling, or declare it before: def " + missing.getProperty() + " = ...");
            case MissingMethodException missing ->
                new Problem(
                        where,
                        "there is no method `" + missing.getMethod() + "` for the values in this line",
                        "Check its spelling and what it is given.");
            case NullPointerException nothing ->
                new Problem(
                        where,
                        "something is asked of a value that is null",
                        "Check where the value comes from; `?.` instead of `.` asks only when there is one.");
            case StackOverflowError endless ->
                new Problem(where, "a method calls itself without end", "Let it end at some point.");
            case Malformed value -> new Problem(where, value.getMessage(), value.remedy());
            case AssertionError failed ->
                new Problem(where, "an assertion does not hold", "It is: " + message(failed) + ".");
            default ->
                new Problem(
                        where,
                        "this line fails" + (message(thrown).isEmpty() ? "" : ": " + message(thrown)),
                        "It is an error in the Groovy code of the file ("
                                + thrown.getClass().getSimpleName() + ").");
        };
    }

    private static Optional<Integer> line(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> ScriptNames.SOURCE.equals(frame.getFileName()))
                .map(StackTraceElement::getLineNumber)
                .filter(number -> number > 0)
                .findFirst();
    }

    private static String message(Throwable thrown) {
        String own = thrown.getMessage() == null ? "" : thrown.getMessage();
        return own.lines().findFirst().map(String::strip).orElse("").replaceAll("\\.$", "");
    }
}
