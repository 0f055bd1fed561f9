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
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How the engine keeps mounts. They are sent as {@code HostConfig.Mounts}, for which a missing folder is an error and not, as for
 * {@code HostConfig.Binds}, silently made; only what is labelled for SELinux goes there. Both are read. Volumes without a name and
 * folders in memory are no mounts here.
 */
final class MountFields {
    private static final Set<String> TYPES = Set.of("bind", "volume");

    private static final Map<String, String> RECURSION = Map.of(
            "disabled", "NonRecursive",
            "writable", "ReadOnlyNonRecursive",
            "readonly", "ReadOnlyForceRecursive");

    private MountFields() {}

    static EngineForm<SortedSet<Mount>> mounts() {
        return EngineForm.of("HostConfig.Mounts", Collections.emptySortedSet(), MountFields::seen, MountFields::into)
                .readFrom("HostConfig.Mounts", "HostConfig.Binds");
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
            String source = each.text("Source");
            if (TYPES.contains(each.text("Type")) && !source.isEmpty() && !Delivered.isWay(source)) {
                mounts.add(mount(each));
            }
        }
        for (String bind : inspect.texts("HostConfig.Binds")) {
            Mount mount = Mount.parse(bind);
            if (!Delivered.isWay(mount.source())) {
                mounts.add(mount);
            }
        }
        mounts.removeIf(mount -> !isNamed(mount));
        return Collections.unmodifiableSortedSet(mounts);
    }

    private static Mount mount(Tree mount) {
        Mount plain = Mount.of(mount.text("Source"), mount.text("Target"), mount.flag("ReadOnly"));
        return plain.with(
                plain.type() == Mount.Type.BIND
                        ? wordsOfFolder(mount.tree("BindOptions"))
                        : wordsOfVolume(mount.tree("VolumeOptions")));
    }

    private static Set<String> wordsOfFolder(Tree bind) {
        Set<String> words = new HashSet<>(Set.of("recursive=" + recursion(bind)));
        words.add(bind.text("Propagation"));
        if (bind.flag("CreateMountpoint")) {
            words.add("create");
        }
        return words;
    }

    private static Set<String> wordsOfVolume(Tree volume) {
        Set<String> words = new HashSet<>(Set.of("subpath=" + volume.text("Subpath")));
        if (volume.flag("NoCopy")) {
            words.add("nocopy");
        }
        return words;
    }

    private static String recursion(Tree bind) {
        for (Map.Entry<String, String> field : RECURSION.entrySet()) {
            if (bind.flag(field.getValue())) {
                return field.getKey();
            }
        }
        return "enabled";
    }

    private static Map<String, Object> fields(Mount mount) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Type", mount.type() == Mount.Type.BIND ? "bind" : "volume");
        fields.put("Source", mount.source());
        fields.put("Target", mount.target());
        fields.put("ReadOnly", mount.readOnly());
        Map<String, Object> further = mount.type() == Mount.Type.BIND ? ofFolder(mount) : ofVolume(mount);
        if (!further.isEmpty()) {
            fields.put(mount.type() == Mount.Type.BIND ? "BindOptions" : "VolumeOptions", further);
        }
        return fields;
    }

    private static Map<String, Object> ofFolder(Mount mount) {
        Map<String, Object> fields = new TreeMap<>();
        if (!mount.propagation().isEmpty()) {
            fields.put("Propagation", mount.propagation());
        }
        if (mount.isCreated()) {
            fields.put("CreateMountpoint", true);
        }
        if (!mount.recursion().isEmpty()) {
            fields.put(RECURSION.get(mount.recursion()), true);
        }
        if (mount.recursion().equals("readonly")) {
            fields.put("Propagation", "rprivate");
        }
        return fields;
    }

    private static Map<String, Object> ofVolume(Mount mount) {
        Map<String, Object> fields = new TreeMap<>();
        if (mount.isWithoutCopy()) {
            fields.put("NoCopy", true);
        }
        if (!mount.subpath().isEmpty()) {
            fields.put("Subpath", mount.subpath());
        }
        return fields;
    }
}
