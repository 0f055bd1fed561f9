package dockdsl.docker;

import dockdsl.observed.ObservedContainer;
import dockdsl.observed.ObservedImage;
import dockdsl.observed.ObservedNetwork;
import dockdsl.observed.ObservedVolume;
import dockdsl.value.Platform;
import dockdsl.value.Tree;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Makes observed things of what the engine tells. */
final class Snapshots {
    private Snapshots() {}

    /** @param listed one of {@code GET /containers/json} */
    static ObservedContainer listed(Tree listed) {
        return new ObservedContainer(
                listed.text("Id"),
                ownName(listed),
                listed.text("State"),
                texts(listed.map("Labels")),
                Optional.empty(),
                listed);
    }

    /** Links add names with two slashes in them. */
    private static String ownName(Tree listed) {
        for (String name : listed.texts("Names")) {
            if (name.lastIndexOf('/') == 0) {
                return name.substring(1);
            }
        }
        return "";
    }

    /** @param inspected the answer of {@code GET /containers/ID/json} */
    static ObservedContainer inspected(Tree inspected) {
        Tree gist = Gist.of(inspected);
        return new ObservedContainer(
                inspected.text("Id"),
                nameOf(inspected),
                inspected.text("State.Status"),
                texts(inspected.map("Config.Labels")),
                Optional.of(gist));
    }

    static String nameOf(Tree inspected) {
        String name = inspected.text("Name");
        return name.startsWith("/") ? name.substring(1) : name;
    }

    /** @param inspected the answer of {@code GET /images/NAME/json} */
    static ObservedImage image(Tree inspected) {
        return new ObservedImage(
                inspected.text("Id"),
                inspected.texts("RepoDigests"),
                platform(inspected.text("Os"), inspected.text("Architecture"), inspected.text("Variant")),
                inspected.tree("Config"));
    }

    /** Empty when the engine does not tell. */
    static Optional<Platform> platform(String os, String architecture, String variant) {
        return architecture.isEmpty() ? Optional.empty() : Optional.of(new Platform(os, architecture, variant));
    }

    static ObservedNetwork network(Tree listed) {
        return new ObservedNetwork(
                listed.text("Id"), listed.text("Name"), listed.text("Driver"), texts(listed.map("Labels")), listed);
    }

    static ObservedVolume volume(Tree listed) {
        return new ObservedVolume(listed.text("Name"), listed.text("Driver"), texts(listed.map("Labels")), listed);
    }

    static Map<String, String> texts(Map<String, Object> labels) {
        Map<String, String> texts = new HashMap<>();
        labels.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }
}
