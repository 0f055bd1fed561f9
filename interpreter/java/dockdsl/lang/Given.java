package dockdsl.lang;

import dockdsl.problem.Nearest;
import dockdsl.problem.Problems;
import dockdsl.vocabulary.RecipeWords;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a recipe is given, as far as it has said what it takes. */
final class Given {
    private final RecipeWords.Use use;
    private final Problems problems;
    private final Map<String, Object> values = new LinkedHashMap<>();

    Given(RecipeWords.Use use, Problems problems) {
        this.use = use;
        this.problems = problems;
    }

    void take(RecipeWords.Argument argument) {
        Optional<Object> value =
                Optional.ofNullable(use.arguments().get(argument.name())).or(argument::standard);
        if (value.isEmpty()) {
            problems.add(
                    use.where(),
                    "recipe `" + use.recipe() + "` is not given `" + argument.name() + "`",
                    (argument.about() + " Write use " + use.recipe() + "(" + argument.name() + ": ...).").strip());
        }
        values.put(argument.name(), value.orElse(Unreadable.VALUE));
    }

    Optional<Object> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Collection<String> names() {
        return values.keySet();
    }

    Map<String, Object> values() {
        return values;
    }

    /** Tells of what it was given and does not take. */
    void tellUnknown() {
        use.places().forEach((name, where) -> {
            if (!values.containsKey(name)) {
                String hint = Nearest.hint(name, names());
                problems.add(
                        where,
                        "recipe `" + use.recipe() + "` takes no `" + name + "`",
                        hint.isEmpty() ? "It takes " + String.join(", ", names()) + "." : hint);
            }
        });
    }
}
