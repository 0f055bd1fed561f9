package dockdsl.lang;

import dockdsl.problem.Problem;
import dockdsl.problem.SourceRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Things of one sort that a site declares once each, by their names; an environment may declare them once more, and wins. */
final class Named<T> {
    private final String sort;
    private final SequencedMap<String, Entry<T>> entries = new LinkedHashMap<>();

    private record Entry<T>(T value, SourceRef where, boolean ofEnvironment) {}

    /** @param sort what such a thing is called, such as {@code network} */
    Named(String sort) {
        this.sort = sort;
    }

    /** @return what is wrong with saying it here */
    Optional<Problem> declare(String name, T value, SourceRef where, boolean ofEnvironment) {
        Entry<T> before = entries.get(name);
        if (before == null || ofEnvironment && !before.ofEnvironment()) {
            entries.put(name, new Entry<>(value, where, ofEnvironment));
        }
        return before != null && before.ofEnvironment() == ofEnvironment
                ? Optional.of(new Problem(
                        where,
                        sort + (name.isEmpty() ? "" : " '" + name + "'") + " is declared twice",
                        "The first is in " + before.where().seenFrom(where) + ". Keep one of them."))
                : Optional.empty();
    }

    Optional<T> find(String name) {
        return Optional.ofNullable(entries.get(name)).map(Entry::value);
    }

    List<T> values() {
        return entries.values().stream().map(Entry::value).toList();
    }

    Map<String, T> byName() {
        Map<String, T> all = new LinkedHashMap<>();
        entries.forEach((name, entry) -> all.put(name, entry.value()));
        return all;
    }
}
