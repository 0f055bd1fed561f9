package dockdsl.docker;

import dockdsl.value.Tree;
import dockdsl.vocabulary.Delivered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Engines learned with API 1.45 to mount a single file of a volume. All of them mount it by the path that it has on the host,
 * which the engine tells.
 */
record VolumeFiles(EngineApi api) {

    Tree byTheirPaths(Tree body) {
        Map<String, String> folders = new HashMap<>();
        List<Object> mounts = new ArrayList<>();
        for (Tree mount : body.trees("HostConfig.Mounts")) {
            mounts.add(isFileOfOurs(mount) ? byItsPath(mount, folders) : mount.fields());
        }
        return folders.isEmpty() ? body : body.with("HostConfig.Mounts", mounts);
    }

    private static boolean isFileOfOurs(Tree mount) {
        return mount.has("VolumeOptions.Subpath") && Delivered.isVolume(mount.text("Source"));
    }

    private Map<String, Object> byItsPath(Tree mount, Map<String, String> folders) {
        String folder = folders.computeIfAbsent(mount.text("Source"), this::folder);
        return Map.of(
                "Type",
                "bind",
                "Source",
                folder + "/" + mount.text("VolumeOptions.Subpath"),
                "Target",
                mount.text("Target"),
                "ReadOnly",
                true);
    }

    private String folder(String volume) {
        return api.object(Call.get("look up the volume " + volume, Target.of("volumes", volume)))
                .text("Mountpoint");
    }
}
