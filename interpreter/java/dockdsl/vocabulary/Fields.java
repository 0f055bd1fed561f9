package dockdsl.vocabulary;

import dockdsl.value.Tree;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;

/** How the engine keeps settings that are one field with nothing special about it. */
final class Fields {
    private Fields() {}

    /** A flag of {@code Config}. */
    static EngineForm<Boolean> flag(String field) {
        String path = "Config." + field;
        return EngineForm.of(path, false, inspect -> inspect.flag(path), (body, flag) -> body.with(field, flag));
    }

    static EngineForm<Boolean> hostFlag(String field) {
        String path = "HostConfig." + field;
        return EngineForm.of(path, false, inspect -> inspect.flag(path), (body, flag) -> body.with(path, flag));
    }

    static EngineForm<String> hostText(String field) {
        String path = "HostConfig." + field;
        return EngineForm.of(path, "", inspect -> inspect.text(path), (body, text) -> body.with(path, text));
    }

    static EngineForm<Integer> hostNumber(String field) {
        String path = "HostConfig." + field;
        return EngineForm.of(path, 0, inspect -> (int) inspect.number(path), (body, number) -> body.with(path, number));
    }

    /** A list whose order means something. */
    static EngineForm<List<String>> hostList(String field) {
        String path = "HostConfig." + field;
        return EngineForm.of(path, List.of(), inspect -> inspect.texts(path), (body, texts) -> body.with(path, texts));
    }

    /** @param normal makes one spelling of all spellings of the same */
    static EngineForm<SortedSet<String>> hostSet(String field, Function<String, String> normal) {
        String path = "HostConfig." + field;
        return EngineForm.of(
                path,
                Collections.emptySortedSet(),
                inspect -> Kinds.sorted(inspect.texts(path), normal),
                (body, texts) -> body.with(path, List.copyOf(texts)));
    }

    static EngineForm<SortedMap<String, String>> hostPairs(String field) {
        String path = "HostConfig." + field;
        return EngineForm.of(
                path,
                Collections.emptySortedMap(),
                inspect -> texts(inspect, path),
                (body, pairs) -> body.with(path, pairs));
    }

    static SortedMap<String, String> texts(Tree inspect, String path) {
        SortedMap<String, String> texts = new TreeMap<>();
        inspect.map(path).forEach((name, text) -> texts.put(name, String.valueOf(text)));
        return Collections.unmodifiableSortedMap(texts);
    }
}
