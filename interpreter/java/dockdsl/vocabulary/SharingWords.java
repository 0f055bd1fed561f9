package dockdsl.vocabulary;

import dockdsl.value.Donor;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;

/** The words of a {@code container} block about what it has from its host or from another container. */
public final class SharingWords {
    public static final Setting<String> NETWORK_MODE = Setting.of(
                    "networkMode",
                    SharingKinds.mode("host", "none"),
                    "networkMode 'host'",
                    "Where its network comes from: 'host' for that of its host, without a wall between them; 'none' for no network at all; "
                            + "container('redis') for that of another container, which starts first and is reached at 127.0.0.1. "
                            + "When that one is replaced, this one is too. Networks of the site when not said.")
            .alsoKnownAs("network_mode", "net_mode", "netMode")
            .keptAs(EngineForm.of(
                    "HostConfig.NetworkMode",
                    "",
                    inspect -> mode(inspect.text("HostConfig.NetworkMode")),
                    (body, mode) -> body.with("HostConfig.NetworkMode", mode)));

    public static final Setting<SortedSet<Donor>> VOLUMES_FROM = Setting.of(
                    "volumesFrom",
                    WiringKinds.DONORS,
                    "volumesFrom 'redis:ro'",
                    "Containers of the site on the same host whose volumes and folders it sees at the same places; `:ro` keeps it from "
                            + "writing. They start first, and when one of them is replaced, this one is too.")
            .alsoKnownAs("volumes_from")
            .adding(Kinds::union)
            .layering(Kinds.byKey(Donor::container))
            .keptAs(EngineForm.of(
                    "HostConfig.VolumesFrom",
                    Collections.emptySortedSet(),
                    inspect -> Kinds.sorted(inspect.texts("HostConfig.VolumesFrom"), Donor::parse),
                    (body, donors) -> body.with(
                            "HostConfig.VolumesFrom",
                            donors.stream().map(Donor::toString).toList())));

    /** The settings that may name one container that lends something. */
    public static final List<Setting<String>> MODES = List.of(NETWORK_MODE, IsolationWords.IPC, IsolationWords.PID);

    private SharingWords() {}

    /** Any other mode is the name of a network, about which there is a setting of its own. */
    private static String mode(String mode) {
        return mode.equals("host") || mode.equals("none") || Donor.ofMode(mode).isPresent() ? mode : "";
    }
}
