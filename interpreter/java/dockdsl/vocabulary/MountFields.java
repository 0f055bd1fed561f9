package dockdsl.vocabulary;

import dockdsl.value.Mount;
import dockdsl.value.Tree;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How the engine keeps mounts. They are sent as {@code HostConfig.Mounts}, for which a missing folder is an error and not, as for
 * {@code HostConfig.Binds}, silently made; only what is labelled for SELinux goes there. Both are read. Volumes without a name and
 * folders in memory are no mounts here.
 */
final class MountFields {
    private MountFields() {}

    static EngineForm<SortedSet<Mount>> mounts() {
        return EngineForm.of("HostConfig.Mounts", Collections.emptySortedSet(), MountFields::seen, MountFields::into);
    }

    private static Tree into(Tree body, SortedSet<Mount> mounts) {
        List<String> labelled =
                mounts.stream().filter(Mount::isLabelled).map(Mount::toString).toList();
        Tree told = body.with(
                "HostConfig.Mounts",
                mounts.stream()
                        .filter(mount -> !mount.isLabelled())
                        .map(MountFields::fields)
                        .toList());
        return labelled.isEmpty() ? told : told.with("HostConfig.Binds", labelled);
    }

    /** A volume that nobody named is not a setting: it came with the image, and is carried over to new containers. */
    private static boolean isNamed(Mount mount) {
        return mount.type() == Mount.Type.BIND || !mount.source().matches("[0-9a-f]{64}");
    }

    private static SortedSet<Mount> seen(Tree inspect) {
        SortedSet<Mount> mounts = new TreeSet<>();
        for (Tree each : inspect.trees("HostConfig.Mounts")) {
            if (!each.text("Source").isEmpty()) {
                mounts.add(mount(each));
            }
        }
        inspect.texts("HostConfig.Binds").forEach(bind -> mounts.add(Mount.parse(bind)));
        mounts.removeIf(mount -> !isNamed(mount) || Delivered.isWay(mount.source()));
        return Collections.unmodifiableSortedSet(mounts);
    }

    private static Mount mount(Tree mount) {
        Set<String> options = new HashSet<>();
        options.add(mount.text("BindOptions.Propagation"));
        if (mount.flag("VolumeOptions.NoCopy")) {
            options.add("nocopy");
        }
        return Mount.of(mount.text("Source"), mount.text("Target"), mount.flag("ReadOnly"))
                .with(options);
    }

    private static Map<String, Object> fields(Mount mount) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Type", mount.type() == Mount.Type.BIND ? "bind" : "volume");
        fields.put("Source", mount.source());
        fields.put("Target", mount.target());
        fields.put("ReadOnly", mount.readOnly());
        if (!mount.propagation().isEmpty()) {
            fields.put("BindOptions", Map.of("Propagation", mount.propagation()));
        }
        if (mount.isWithoutCopy()) {
            fields.put("VolumeOptions", Map.of("NoCopy", true));
        }
        return fields;
    }
}
