package dockdsl.vocabulary;

import dockdsl.value.Device;
import dockdsl.value.Tmpfs;
import dockdsl.value.Tree;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** How the engine keeps the settings of {@link IsolationWords}. */
final class IsolationFields {
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
                inspect -> withoutImplied(
                        Kinds.sorted(inspect.texts("HostConfig.SecurityOpt"), IsolationKinds::securityOption),
                        isOpen(inspect)),
                (body, options) -> body.with("HostConfig.SecurityOpt", List.copyOf(options)));
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
