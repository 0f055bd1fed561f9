package dockdsl.vocabulary;

import dockdsl.value.Device;
import dockdsl.value.Tmpfs;
import dockdsl.value.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** How the engine keeps the settings of {@link IsolationWords}. */
final class IsolationFields {
    /** What nobody sees, and what nobody writes, where nothing else is said. */
    private static final List<String> CLOSED_PATHS = List.of("HostConfig.MaskedPaths", "HostConfig.ReadonlyPaths");

    private IsolationFields() {}

    static EngineForm<SortedSet<Tmpfs>> tmpfs() {
        return EngineForm.of(
                "HostConfig.Tmpfs",
                Collections.emptySortedSet(),
                inspect -> Kinds.sorted(
                        inspect.map("HostConfig.Tmpfs").entrySet(),
                        folder -> Tmpfs.parse(folder.getKey(), String.valueOf(folder.getValue()))),
                (body, folders) -> {
                    Map<String, String> words = new TreeMap<>();
                    folders.forEach(folder -> words.put(folder.target(), folder.words()));
                    return body.with("HostConfig.Tmpfs", words);
                });
    }

    static EngineForm<SortedSet<Device>> devices() {
        return EngineForm.of(
                "HostConfig.Devices",
                Collections.emptySortedSet(),
                inspect -> Kinds.sorted(
                        inspect.trees("HostConfig.Devices"),
                        device -> new Device(
                                device.text("PathOnHost"),
                                device.text("PathInContainer"),
                                device.text("CgroupPermissions"))),
                (body, devices) -> body.with(
                        "HostConfig.Devices",
                        devices.stream().map(IsolationFields::fields).toList()));
    }

    private static Map<String, Object> fields(Device device) {
        return Map.of(
                "PathOnHost", device.host(),
                "PathInContainer", device.container(),
                "CgroupPermissions", device.permissions());
    }

    /** To a container that shares its host's processes or is privileged, the engine adds an option of its own. */
    static EngineForm<SortedSet<String>> securityOptions() {
        return EngineForm.of(
                        "HostConfig.SecurityOpt",
                        Collections.emptySortedSet(),
                        inspect -> withoutImplied(seenSecurityOptions(inspect), isOpen(inspect)),
                        IsolationFields::into)
                .readFrom("HostConfig.SecurityOpt", "HostConfig.MaskedPaths", "HostConfig.ReadonlyPaths");
    }

    private static SortedSet<String> seenSecurityOptions(Tree inspect) {
        List<String> options = new ArrayList<>(inspect.texts("HostConfig.SecurityOpt"));
        boolean areOpen = CLOSED_PATHS.stream()
                .allMatch(paths -> inspect.has(paths) && inspect.items(paths).isEmpty());
        if (areOpen && !inspect.flag("HostConfig.Privileged")) {
            options.add(KernelNames.OPEN_PATHS);
        }
        return Kinds.sorted(options, IsolationKinds::securityOption);
    }

    private static Tree into(Tree body, SortedSet<String> options) {
        List<String> told = new ArrayList<>(options);
        Tree open = body;
        if (told.remove(KernelNames.OPEN_PATHS)) {
            for (String paths : CLOSED_PATHS) {
                open = open.with(paths, List.of());
            }
        }
        return open.with("HostConfig.SecurityOpt", told);
    }

    private static boolean isOpen(Tree inspect) {
        return inspect.flag("HostConfig.Privileged")
                || inspect.text("HostConfig.PidMode").equals("host")
                || inspect.text("HostConfig.IpcMode").equals("host");
    }

    /** @param open whether the engine drops the labels of the security module anyway */
    static SortedSet<String> withoutImplied(SortedSet<String> options, boolean open) {
        if (!open || options.isEmpty()) {
            return options;
        }
        SortedSet<String> own = new TreeSet<>(options);
        own.remove("label=disable");
        return Collections.unmodifiableSortedSet(own);
    }
}
