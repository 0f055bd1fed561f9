package dockdsl.model;

import dockdsl.problem.SourceRef;
import dockdsl.vocabulary.VolumeWords;

/**
 * A volume that the site uses on each host where a container mounts it, and never removes without being asked.
 *
 * @param settings of {@link VolumeWords}
 */
public record VolumeSpec(String name, Declared settings, SourceRef where) {
    /** A volume about which nothing is said. */
    public VolumeSpec(String name, SourceRef where) {
        this(name, Declared.NOTHING, where);
    }

    public boolean isExternal() {
        return settings.get(VolumeWords.EXTERNAL, false);
    }
}
