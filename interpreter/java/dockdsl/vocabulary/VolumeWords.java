package dockdsl.vocabulary;

import java.util.List;
import java.util.SortedMap;

/** The words of a {@code volume} at the top level: behind its name, or in its block. */
public final class VolumeWords {
    public static final Setting<String> DRIVER = Setting.of(
                    "driver",
                    Kinds.TEXT,
                    "driver 'local'",
                    "The engine's driver that makes it: 'local' when not said, or a plugin that the engine has.")
            .alsoKnownAs("volume_driver")
            .keptAs(StandFields.text("Driver", "local"));

    public static final Setting<SortedMap<String, String>> OPTIONS = Setting.of(
                    "options",
                    Kinds.PAIRS,
                    "options type: 'nfs', o: 'addr=10.0.0.5,rw', device: ':/export/data'",
                    "Options of the driver; the local one takes those of mount(8): `type`, `o` and `device`.")
            .alsoKnownAs("driver_opts", "driverOpts", "driver_options", "opt", "opts")
            .adding(Kinds::merged)
            .keptAs(StandFields.options("DriverOpts"));

    public static final Setting<SortedMap<String, String>> LABELS = Setting.of(
                    "labels", Kinds.PAIRS, "labels team: 'data'", "Labels. Names that begin with `dockdsl.` are ours.")
            .alsoKnownAs("label")
            .adding(Kinds::merged)
            .keptAs(StandFields.labels());

    public static final Setting<Boolean> EXTERNAL = Setting.of(
            "external",
            Kinds.FLAG,
            "external true",
            "Whether somebody else makes it: it is used, never made or removed, and an error where it is missing.");

    static final List<Word> WORDS = List.of(DRIVER, OPTIONS, LABELS, EXTERNAL);

    /** The settings that the engine keeps, in the order in which differences are told. */
    public static final List<Setting<?>> KEPT = NetworkWords.kept(WORDS);

    private static final String DOC =
            "A volume that the site owns, made on each host where a container mounts it. It is never removed without being asked for, "
                    + "and one whose settings change is not made anew, because it holds data: the plan says what differs and stops there. "
                    + "Its name has two characters or more.";

    /** Its name, when no block follows. */
    public static final Setting<List<Declaration>> VOLUME = Setting.of(
                    "volume",
                    Declaration.kind("a name in quotes, and what else is known of it: 'data', driver: 'local'", WORDS),
                    "volume 'redis-data'",
                    DOC)
            .adding(Kinds::joined);

    public static final Block BLOCK = new Block(
            "volume",
            DOC + " Its settings stand behind the name or in a block: volume('data') { driver 'local' }.",
            "volume 'redis-data'",
            List.of("volumes", "docker_volume"),
            WORDS);

    private VolumeWords() {}
}
