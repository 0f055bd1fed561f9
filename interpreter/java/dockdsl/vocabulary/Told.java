package dockdsl.vocabulary;

import dockdsl.value.Tree;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A label that remembers which settings a container, network or volume was told although the engine has a default for them. */
final class Told {
    private static final String LABEL = "dockdsl.told";

    private Told() {}

    static SortedSet<String> in(Tree inspect) {
        return of(inspect.map(inspect.has("Config") ? "Config.Labels" : "Labels"));
    }

    private static SortedSet<String> of(Map<String, Object> labels) {
        Object told = labels.get(LABEL);
        if (told == null) {
            return Collections.emptySortedSet();
        }
        SortedSet<String> names = new TreeSet<>(List.of(String.valueOf(told).split(" ")));
        names.remove("");
        return names;
    }

    static Tree remember(Tree body, String... names) {
        return remember(body, List.of(names));
    }

    static Tree remember(Tree body, Collection<String> names) {
        Map<String, Object> labels = new TreeMap<>(body.map("Labels"));
        SortedSet<String> all = new TreeSet<>(of(labels));
        all.addAll(names);
        labels.put(LABEL, String.join(" ", all));
        return body.with("Labels", labels);
    }
}
