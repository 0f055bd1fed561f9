package dockdsl.bootstrap;

import dockdsl.bootstrap.DaemonFile.Reading;
import dockdsl.value.Json;
import dockdsl.value.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of a site laid over those of a host; settings the site does not name stay.
 *
 * @param before the file as it is; empty when there is none
 * @param after all settings as they have to be
 * @param keys the settings that differ
 */
record DaemonChange(Optional<String> before, Tree after, List<String> keys) {
    /** What the engine takes over on SIGHUP ({@code daemon/reload.go} of moby); all else needs a restart. */
    private static final Set<String> RELOADABLE = Set.of(
            "debug",
            "features",
            "insecure-registries",
            "labels",
            "live-restore",
            "max-concurrent-downloads",
            "max-concurrent-uploads",
            "max-download-attempts",
            "registry-mirrors",
            "shutdown-timeout");

    /** Empty when the host has every wanted setting; a {@link DaemonFile.Broken} file counts as none. */
    static Optional<DaemonChange> between(DaemonFile file, Map<String, Object> wanted) {
        Tree now = settings(file);
        var keys = wanted.keySet().stream()
                .filter(key -> !isSame(key, now.fields().get(key), wanted.get(key)))
                .toList();
        var after = new LinkedHashMap<>(now.fields());
        keys.forEach(key -> after.put(key, laidOver(key, now.fields().get(key), wanted.get(key))));
        return keys.isEmpty() ? Optional.empty() : Optional.of(new DaemonChange(text(file), new Tree(after), keys));
    }

    static Tree settings(DaemonFile file) {
        return file instanceof DaemonFile.Present present ? present.settings() : Tree.EMPTY;
    }

    Reading reading() {
        return RELOADABLE.containsAll(keys) ? Reading.RELOAD : Reading.RESTART;
    }

    private static boolean isSame(String key, Object now, Object wanted) {
        if (key.equals(InsecureRegistries.KEY)) {
            return InsecureRegistries.of(now).cover(InsecureRegistries.of(wanted));
        }
        return now != null && Json.canonical(now).equals(Json.canonical(wanted));
    }

    private static Object laidOver(String key, Object now, Object wanted) {
        return key.equals(InsecureRegistries.KEY)
                ? InsecureRegistries.of(now).and(InsecureRegistries.of(wanted)).entries()
                : wanted;
    }

    private static Optional<String> text(DaemonFile file) {
        return file instanceof DaemonFile.Present present ? Optional.of(present.text()) : Optional.empty();
    }

    String text() {
        return Json.indented(after);
    }
}
