package dockdsl.lang;

import dockdsl.model.Declared;
import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import dockdsl.vocabulary.Setting;
import java.util.HashSet;
import java.util.Set;

/** The settings that a block has said so far. */
final class Collected {
    private final Problems problems;
    private final Set<String> missed = new HashSet<>();
    private Declared declared = Declared.NOTHING;

    Collected(Problems problems) {
        this.problems = problems;
    }

    <T> void add(Setting<T> setting, T value, SourceRef where) {
        if (declared.says(setting) && setting.adding().isEmpty()) {
            twice(setting, where);
            return;
        }
        T together = declared.find(setting)
                .flatMap(before -> setting.adding().map(adding -> adding.apply(before, value)))
                .orElse(value);
        declared = declared.with(setting, together, where);
    }

    private void twice(Setting<?> setting, SourceRef where) {
        SourceRef first = declared.where(setting).orElseThrow();
        if (!first.equals(where)) {
            problems.add(
                    where,
                    "`" + setting.name() + "` is said twice",
                    "The first is in " + first.seenFrom(where) + ". Keep one of them.");
        }
    }

    void miss(String word) {
        missed.add(word);
    }

    /** Whether the block is whole: nothing in it was unreadable or unknown. */
    boolean isWhole() {
        return missed.isEmpty();
    }

    /** The words that could not be read; an empty one stands for any. */
    Set<String> missed() {
        return Set.copyOf(missed);
    }

    Declared declared() {
        return declared;
    }
}
