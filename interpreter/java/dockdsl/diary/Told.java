package dockdsl.diary;

import dockdsl.value.Json;
import dockdsl.value.Tree;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Who was told of which troubles that have not passed since, so that everybody hears of each once, and once that it is over.
 *
 * @param troubles by who was told
 */
public record Told(SortedMap<String, SortedSet<String>> troubles) {
    private static final String FILE = "told.json";
    public static final Told NOTHING = new Told(Collections.emptySortedMap());

    /** What somebody has not heard yet. */
    public record News(SortedSet<String> begun, SortedSet<String> passed) {}

    public Told {
        troubles = Collections.unmodifiableSortedMap(new TreeMap<>(troubles));
    }

    /** @param reader of JSON; what it can't read is as good as nothing */
    public static Told read(StateFolder folder, Function<String, Tree> reader) {
        SortedMap<String, SortedSet<String>> troubles = new TreeMap<>();
        try {
            folder.read(FILE).map(reader).orElse(Tree.EMPTY).fields().forEach((who, told) -> {
                SortedSet<String> names = new TreeSet<>();
                ((List<?>) told).forEach(name -> names.add(String.valueOf(name)));
                troubles.put(who, names);
            });
        } catch (RuntimeException unreadable) {
            return NOTHING;
        }
        return new Told(troubles);
    }

    /** Whom nobody told anything has heard of no trouble. */
    public SortedSet<String> by(String who) {
        return troubles.getOrDefault(who, Collections.emptySortedSet());
    }

    /** @param now the troubles that there are */
    public News news(String who, Collection<String> now) {
        SortedSet<String> begun = new TreeSet<>(now);
        begun.removeAll(by(who));
        SortedSet<String> passed = new TreeSet<>(by(who));
        passed.removeAll(now);
        return new News(begun, passed);
    }

    /** The same when this one knows of these troubles and of no others. */
    public Told with(String who, Collection<String> now) {
        SortedMap<String, SortedSet<String>> after = new TreeMap<>(troubles);
        after.put(who, new TreeSet<>(now));
        return new Told(after);
    }

    /** The same without those who are not told anything any more. */
    public Told only(Collection<String> names) {
        SortedMap<String, SortedSet<String>> after = new TreeMap<>(troubles);
        after.keySet().retainAll(names);
        return new Told(after);
    }

    /** @throws IOException when it can't be written */
    public void write(StateFolder folder) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        troubles.forEach((who, names) -> fields.put(who, List.copyOf(names)));
        folder.replace(FILE, Json.indented(new Tree(fields)));
    }
}
