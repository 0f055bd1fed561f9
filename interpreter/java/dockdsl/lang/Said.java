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
            SourceRef where = places.culprit(arguments, complaint);
            if (complaint.getMessage().startsWith("'null' ")) {
                problems.add(where, "the value is null", "Give it a value, or leave the word out.");
            } else {
                problems.add(where, complaint.getMessage(), remedy(complaint, kind));
            }
            return Optional.empty();
        }
    }

    private String remedy(Malformed complaint, Kind<?> kind) {
        if (!complaint.remedy().equals("It takes no named values.")) {
            return complaint.remedy();
        }
        String takes = "It takes " + kind.expects() + ".";
        return arguments.positional().isEmpty() && arguments.named().size() == 1
                ? takes + " Text is written in quotes: '"
                        + arguments
                                .named()
                                .entrySet()
                                .iterator()
                                .next()
                                .toString()
                                .replace('=', ':') + "'."
                : takes;
    }
}
