package dockdsl.cli.json;

import dockdsl.lockfile.LockEntry;
import dockdsl.lockfile.LockFile;
import dockdsl.plan.Difference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A lock file as JSON. */
public final class LockDocument {
    private LockDocument() {}

    public static Map<String, Object> of(LockFile lock, List<Difference> changes) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", lock.name());
        fields.put(
                "tags", lock.entries().values().stream().map(LockDocument::of).toList());
        fields.put("changed", changes.stream().map(LockDocument::of).toList());
        return fields;
    }

    private static Map<String, Object> of(Difference change) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("image", change.setting());
        change.before().ifPresent(before -> fields.put("before", before));
        change.after().ifPresent(after -> fields.put("after", after));
        return fields;
    }

    private static Map<String, Object> of(LockEntry entry) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("image", entry.image().toString());
        fields.put("digest", entry.digest());
        fields.put("from", entry.from());
        fields.put("at", entry.at().toString());
        return fields;
    }
}
