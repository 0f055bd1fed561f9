package dockdsl.lang;

import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import dockdsl.value.Malformed;
import dockdsl.vocabulary.Arguments;
import dockdsl.vocabulary.Kind;
import java.util.Optional;

/** A word as the user said it: with its arguments, somewhere. */
record Said(String word, Arguments arguments, Places places) {
    SourceRef where() {
        return places.word();
    }

    /** What it means; empty, and told why, when it means nothing. */
    <T> Optional<T> read(Kind<T> kind, Problems problems) {
        if (arguments.positional().contains(Unreadable.VALUE)
                || arguments.named().containsValue(Unreadable.VALUE)) {
            return Optional.empty();
        }
        try {
            return Optional.of(kind.read().apply(arguments));
        } catch (Malformed complaint) {
            String remedy = complaint.remedy().equals("It takes no named values.")
                    ? "It takes " + kind.expects() + "."
                    : complaint.remedy();
            problems.add(places.culprit(arguments, complaint), complaint.getMessage(), remedy);
            return Optional.empty();
        }
    }
}
