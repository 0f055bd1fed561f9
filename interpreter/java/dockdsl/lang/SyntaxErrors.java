package dockdsl.lang;

import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.messages.ExceptionMessage;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;

/** Says in plain words what Groovy's parser and compiler say in theirs. */
final class SyntaxErrors {
    private final SourceText source;
    private final Problems problems;

    SyntaxErrors(SourceText source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    void tell(MultipleCompilationErrorsException failed) {
        for (Message message : failed.getErrorCollector().getErrors()) {
            switch (message) {
                case SyntaxErrorMessage error -> tell(error.getCause());
                case ExceptionMessage error ->
                    problems.add(
                            source.startOfLine(1),
                            "the file can't be compiled",
                            plain(String.valueOf(error.getCause().getMessage())));
                default -> problems.add(source.startOfLine(1), "the file can't be compiled", "");
            }
        }
    }

    private void tell(SyntaxException error) {
        SourceRef where =
                new SourceRef(source.name(), Math.max(1, error.getStartLine()), Math.max(1, error.getStartColumn()));
        problems.add(where, "RAW " + error.getOriginalMessage(), "");
    }

    static String plain(String message) {
        return message;
    }
}
