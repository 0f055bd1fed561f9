package dockdsl.vocabulary;

import java.util.SortedMap;

/** The word of a {@code container} block about where the engine keeps what it writes into its own file system. */
public final class StorageWords {
    public static final Setting<SortedMap<String, String>> STORAGE_OPTIONS = Setting.of(
                    "storageOpt",
                    StorageKinds.OPTIONS,
                    "storageOpt size: '10g'",
                    "Options of the engine's storage driver for this container; `size` is the most that fits into its own file system, "
                            + "volumes aside. The usual driver, overlay2, can do that only where Docker's data is on XFS with project quotas; "
                            + "elsewhere the engine refuses, and the container stays as it is.")
            .alsoKnownAs("storage_opt", "storage_opts", "storageOpts", "disk_size", "disk_quota")
            .adding(Kinds::merged)
            .keptAs(StorageKinds.kept());

    private StorageWords() {}
}
