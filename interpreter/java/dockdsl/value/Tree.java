package dockdsl.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A JSON object as the engine sends or takes it, read and extended by dotted paths such as {@code HostConfig.Memory}.
 *
 * <p>Values are {@code Map<String, Object>}, {@code List<Object>}, {@code String}, {@code Number} and {@code Boolean};
 * a JSON null is an absent key. Keys with dots in them (labels, ports) are reached through {@link #map}.
 */
public record Tree(Map<String, Object> fields) {
    private static final Class<?> FIXED = Collections.unmodifiableMap(Map.of()).getClass();

    /** Paths in steps: they are few, stand in the code, and are asked for again and again. */
    private static final Map<String, String[]> STEPS = new ConcurrentHashMap<>();

    public static final Tree EMPTY = new Tree(Map.of());

    /** A view that nobody can change is taken for a map that nobody changes: trees are looked into far too often to be copied. */
    public Tree {
        fields = fields.getClass() == FIXED ? fields : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public String text(String path) {
        Object value = at(path);
        return value == null ? "" : value.toString();
    }

    public long number(String path) {
        Object value = at(path);
        return value == null ? 0 : ((Number) value).longValue();
    }

    public boolean flag(String path) {
        Object value = at(path);
        return value != null && (Boolean) value;
    }

    public List<String> texts(String path) {
        List<?> items = items(path);
        return items.isEmpty() ? List.of() : items.stream().map(String::valueOf).toList();
    }

    public List<Tree> trees(String path) {
        List<?> items = items(path);
        return items.isEmpty() ? List.of() : items.stream().map(Tree::of).toList();
    }

    public Tree tree(String path) {
        Object value = at(path);
        return value == null ? EMPTY : of(value);
    }

    /** The object at the path as a map, empty when absent. */
    public Map<String, Object> map(String path) {
        return tree(path).fields;
    }

    public List<?> items(String path) {
        Object value = at(path);
        return value == null ? List.of() : (List<?>) value;
    }

    public boolean has(String path) {
        return at(path) != null;
    }

    public Optional<Object> find(String path) {
        return Optional.ofNullable(at(path));
    }

    /** Null where there is nothing: this is asked far too often for anything to be wrapped. */
    private Object at(String path) {
        Object here = fields;
        for (String step : steps(path)) {
            here = here instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return here;
    }

    /** Threads that only read don't wait for each other. */
    private static String[] steps(String path) {
        String[] steps = STEPS.get(path);
        return steps == null ? STEPS.computeIfAbsent(path, once -> once.split("\\.")) : steps;
    }

    /** A copy with the value at the path; objects on the way are made as needed. */
    public Tree with(String path, Object value) {
        int dot = path.indexOf('.');
        String head = dot < 0 ? path : path.substring(0, dot);
        Object tail = dot < 0 ? value : tree(head).with(path.substring(dot + 1), value).fields;
        Map<String, Object> copy = new LinkedHashMap<>(fields);
        copy.put(head, tail);
        return new Tree(copy);
    }

    /** Sees a JSON object, given as a map that nobody changes any more, as a tree. */
    @SuppressWarnings("unchecked") // JSON objects have text keys
    public static Tree of(Object map) {
        return new Tree(Collections.unmodifiableMap((Map<String, Object>) map));
    }
}
