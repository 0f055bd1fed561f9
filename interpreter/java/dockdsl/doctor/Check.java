package dockdsl.doctor;

import java.util.Optional;
import java.util.function.Function;

/**
 * One thing to look at; a pure function of facts that were gathered before.
 *
 * @param about what is looked at, in a few words
 */
record Check<F>(String about, Function<F, Optional<Finding>> look) {
    static <F> Check<F> of(String about, Function<F, Optional<Said>> look) {
        return new Check<>(
                about,
                facts -> look.apply(facts)
                        .map(said -> new Finding(said.severity(), about, said.what(), said.meaning(), said.remedy())));
    }

    /** A finding that does not know yet what it is about. */
    record Said(Severity severity, String what, String meaning, String remedy) {
        static Optional<Said> failure(String what, String meaning, String remedy) {
            return Optional.of(new Said(Severity.FAILURE, what, meaning, remedy));
        }

        static Optional<Said> warning(String what, String meaning, String remedy) {
            return Optional.of(new Said(Severity.WARNING, what, meaning, remedy));
        }

        static Optional<Said> note(String what, String meaning, String remedy) {
            return Optional.of(new Said(Severity.NOTE, what, meaning, remedy));
        }
    }
}
