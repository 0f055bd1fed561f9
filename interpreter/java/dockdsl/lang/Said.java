package dockdsl.lang;

import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import dockdsl.value.Malformed;
import dockdsl.vocabulary.Arguments;
import dockdsl.vocabulary.Kind;
import dockdsl.vocabulary.RecipeWords;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A word as the user said it: with its arguments, somewhere. */
record Said(String word, Arguments arguments, Places places) {
    SourceRef where() {
        return places.word();
    }

    /** Whether something in it means nothing, which was told already. */
    boolean isUnreadable() {
        return arguments.positional().contains(Unreadable.VALUE)
                || arguments.named().containsValue(Unreadable.VALUE);
    }

    /** What it means; empty, and told why, when it means nothing. */
    <T> Optional<T> read(Kind<T> kind, Problems problems) {
        if (isUnreadable()) {
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

    /** A recipe with what it is given, which are named values. */
    Optional<RecipeWords.Use> recipe(Problems problems) {
        if (!arguments.positional().isEmpty()) {
            problems.add(
                    places.firstArgument(),
                    "a recipe's arguments have names",
                    "Write use " + word + "(name: value). `dockdsl help " + word
                            + "` lists the names of a standard one.");
            return Optional.empty();
        }
        Map<String, SourceRef> where = new LinkedHashMap<>();
        int index = 0;
        for (String name : arguments.named().keySet()) {
            where.put(name, places.named(index++));
        }
        return Optional.of(new RecipeWords.Use(word, arguments.named(), where, where()));
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
