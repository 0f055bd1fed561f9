package dockdsl.vocabulary;

import dockdsl.value.Tree;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Names with values to which an engine, a driver or a runtime adds some of its own: only those count that were told or shall be told.
 *
 * @param setting the setting's name, with which a label remembers what was told
 */
record ToldPairs(String setting) {
    EngineForm<SortedMap<String, String>> of(EngineForm<SortedMap<String, String>> form) {
        return form.with((body, pairs) -> Told.remember(form.into().apply(body, pairs), remembered(pairs.keySet())))
                .counting(this::toldOrDeclared);
    }

    private SortedMap<String, String> toldOrDeclared(
            Tree inspect, SortedMap<String, String> seen, Optional<SortedMap<String, String>> declared) {
        if (seen.isEmpty()) {
            return seen;
        }
        Set<String> told = Told.in(inspect);
        SortedMap<String, String> counted = new TreeMap<>(seen);
        counted.keySet()
                .removeIf(name -> !told.contains(remembered(name))
                        && declared.filter(wanted -> wanted.containsKey(name)).isEmpty());
        return Collections.unmodifiableSortedMap(counted);
    }

    private Collection<String> remembered(Collection<String> names) {
        return names.stream().map(this::remembered).toList();
    }

    /** The label has names with spaces between them. */
    private String remembered(String name) {
        return setting + "." + name.replace(' ', '_');
    }
}
