package dockdsl.vocabulary;

import dockdsl.value.Bytes;
import dockdsl.value.Malformed;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Options of storage drivers, and how the engine keeps them: as they were spelled. */
final class StorageKinds {
    private static final String SIZE = "size";

    static final Kind<SortedMap<String, String>> OPTIONS = new Kind<>(
            "options with values, such as size: '10g'",
            List.of(),
            arguments -> with(Kinds.PAIRS.read().apply(arguments), StorageKinds::size),
            options -> options);

    private StorageKinds() {}

    static EngineForm<SortedMap<String, String>> kept() {
        return EngineForm.of(
                "HostConfig.StorageOpt",
                Collections.emptySortedMap(),
                inspect -> with(Fields.texts(inspect, "HostConfig.StorageOpt"), StorageKinds::seenSize),
                (body, options) -> body.with("HostConfig.StorageOpt", options));
    }

    private static SortedMap<String, String> with(SortedMap<String, String> options, UnaryOperator<String> size) {
        SortedMap<String, String> normal = new TreeMap<>(options);
        normal.computeIfPresent(SIZE, (name, text) -> size.apply(text));
        return Collections.unmodifiableSortedMap(normal);
    }

    /** All spellings of a size are one. */
    private static String size(String text) {
        Bytes size = Bytes.parse(text);
        if (size.count() == 0) {
            throw new Malformed("a size is more than 0", "Write for example size: '10g', or nothing for no limit.");
        }
        return size.toString();
    }

    /** Somebody may have told an engine what nobody can say here: that is a difference, and no mistake. */
    private static String seenSize(String text) {
        try {
            return size(text);
        } catch (Malformed strange) {
            return text;
        }
    }
}
