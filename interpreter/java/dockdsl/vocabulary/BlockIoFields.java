package dockdsl.vocabulary;

import dockdsl.value.Bytes;
import dockdsl.value.Tree;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** How the engine keeps the settings of {@link BlockIoWords}: it drops each of them where the kernel does not have it. */
final class BlockIoFields {
    private BlockIoFields() {}

    /** Only an engine that keeps a weight can change it in place: from another one it cannot be told. */
    static EngineForm<Integer> weight() {
        return Fields.hostNumber("BlkioWeight")
                .inPlace((before, after) -> before != 0 && after != 0)
                .keptWherePossible("blkioWeight");
    }

    static EngineForm<SortedMap<String, Integer>> weights() {
        return perDevice("blkioWeightDevice", "BlkioWeightDevice", "Weight", Long::intValue, weight -> (long) weight);
    }

    static EngineForm<SortedMap<String, Bytes>> bytes(String name, String field) {
        return perDevice(name, field, "Rate", Bytes::new, Bytes::count);
    }

    static EngineForm<SortedMap<String, Integer>> operations(String name, String field) {
        return perDevice(name, field, "Rate", Long::intValue, rate -> (long) rate);
    }

    private static <V> EngineForm<SortedMap<String, V>> perDevice(
            String name, String field, String key, Function<Long, V> seen, Function<V, Long> told) {
        String path = "HostConfig." + field;
        return EngineForm.<SortedMap<String, V>>of(
                        path,
                        Collections.emptySortedMap(),
                        inspect -> seen(inspect.trees(path), key, seen),
                        (body, values) -> body.with(path, fields(values, key, told)))
                .keptWherePossible(name);
    }

    private static <V> SortedMap<String, V> seen(List<Tree> devices, String key, Function<Long, V> value) {
        SortedMap<String, V> values = new TreeMap<>();
        devices.forEach(device -> values.put(device.text("Path"), value.apply(device.number(key))));
        return Collections.unmodifiableSortedMap(values);
    }

    private static <V> List<Map<String, Object>> fields(
            SortedMap<String, V> values, String key, Function<V, Long> told) {
        return values.entrySet().stream()
                .map(value -> Map.<String, Object>of("Path", value.getKey(), key, told.apply(value.getValue())))
                .toList();
    }
}
