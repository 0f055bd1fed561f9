package dockdsl.vocabulary;

import dockdsl.value.Mount;
import dockdsl.value.Tree;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How the engine keeps mounts. They are sent as {@code HostConfig.Mounts}, for which a missing folder is an error and not, as for
 * {@code HostConfig.Binds}, silently made; both are read.
 */
final class MountFields {
    private MountFields() {}

    static EngineForm<SortedSet<Mount>> mounts() {
        return EngineForm.of(
                "HostConfig.Mounts",
                Collections.emptySortedSet(),
                MountFields::seen,
                (body, mounts) -> body.with(
                        "HostConfig.Mounts",
                        mounts.stream().map(MountFields::fields).toList()));
    }

    /** A volume that nobody named is not a setting: it came with the image, and is carried over to new containers. */
    private static boolean isNamed(Mount mount) {
        return mount.type() == Mount.Type.BIND || !mount.source().matches("[0-9a-f]{64}");
    }

    private static SortedSet<Mount> seen(Tree inspect) {
        SortedSet<Mount> mounts = new TreeSet<>();
        for (Tree mount : inspect.trees("HostConfig.Mounts")) {
            mounts.add(Mount.of(mount.text("Source"), mount.text("Target"), mount.flag("ReadOnly")));
        }
        for (String bind : inspect.texts("HostConfig.Binds")) {
            List<String> parts = List.of(bind.split(":"));
            boolean readOnly =
                    parts.size() == 3 && List.of(parts.getLast().split(",")).contains("ro");
            mounts.add(Mount.of(parts.get(0), parts.get(1), readOnly));
        }
        mounts.removeIf(mount -> !isNamed(mount) || Delivered.isWay(mount.source()));
        return Collections.unmodifiableSortedSet(mounts);
    }

    private static Map<String, Object> fields(Mount mount) {
        return Map.of(
                "Type", mount.type() == Mount.Type.BIND ? "bind" : "volume",
                "Source", mount.source(),
                "Target", mount.target(),
                "ReadOnly", mount.readOnly());
    }
}
