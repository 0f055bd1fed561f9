package dockdsl.docker;

import dockdsl.observed.EngineInfo;
import dockdsl.observed.Facility;
import dockdsl.observed.HostSnapshot;
import dockdsl.observed.ObservedContainer;
import dockdsl.observed.ObservedImage;
import dockdsl.observed.ObservedNetwork;
import dockdsl.observed.ObservedVolume;
import dockdsl.value.ImageRef;
import dockdsl.value.Tree;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What is known of an engine so far, on the way to a snapshot. For one thread. */
final class Findings {
    private final Map<String, ObservedContainer> containers = new LinkedHashMap<>();
    private final Map<String, String> imageIds = new LinkedHashMap<>();
    private final Map<ImageRef, ObservedImage> images = new LinkedHashMap<>();
    private final List<ObservedImage> otherImages = new ArrayList<>();
    private final List<ObservedNetwork> networks = new ArrayList<>();
    private final List<ObservedVolume> volumes = new ArrayList<>();
    private final Set<Facility> lacking = EnumSet.noneOf(Facility.class);
    private Tree version = Tree.EMPTY;

    void version(Tree answer) {
        version = answer;
    }

    /** @param answer that of {@code /info}; an engine that says nothing of a facility may have it */
    void info(Tree answer) {
        for (Facility facility : Facility.values()) {
            if (answer.has(facility.field()) && !answer.flag(facility.field())) {
                lacking.add(facility);
            }
        }
    }

    boolean makeDoubtful(Predicate<ObservedContainer> doubtful) {
        return containers.values().stream()
                .filter(container -> container.detail().isPresent())
                .anyMatch(doubtful);
    }

    Tree version() {
        return version;
    }

    void listed(List<Tree> answer) {
        for (Tree listed : answer) {
            ObservedContainer container = Snapshots.listed(listed);
            containers.put(container.id(), container);
            imageIds.put(container.id(), listed.text("ImageID"));
        }
    }

    void inspected(Tree answer) {
        ObservedContainer container = Snapshots.inspected(answer);
        containers.put(container.id(), container);
        imageIds.put(container.id(), container.imageId());
    }

    /** It was removed after the containers had been listed. */
    void gone(String nameOrId) {
        containers
                .values()
                .removeIf(container ->
                        container.id().equals(nameOrId) || container.name().equals(nameOrId));
    }

    void image(ImageRef name, Tree answer) {
        images.put(name, Snapshots.image(answer));
    }

    void otherImage(Tree answer) {
        otherImages.add(Snapshots.image(answer));
    }

    void networks(List<Tree> answer) {
        answer.forEach(listed -> networks.add(Snapshots.network(listed)));
    }

    void volumes(List<Tree> answer) {
        answer.forEach(listed -> volumes.add(Snapshots.volume(listed)));
    }

    /** Ids of containers of the site that nobody has asked for by name: what its file does not know any more. */
    List<String> leftovers(String site) {
        return containers.values().stream()
                .filter(container ->
                        container.belongsTo(site) && container.detail().isEmpty())
                .map(ObservedContainer::id)
                .toList();
    }

    /** Ids of images that containers of interest run and that are not known by one of the names that were asked for. */
    Set<String> unknownImages(String site) {
        Set<String> known = new HashSet<>();
        images.values().forEach(image -> known.add(image.id()));
        Set<String> unknown = new LinkedHashSet<>();
        for (ObservedContainer container : containers.values()) {
            String image = imageIds.get(container.id());
            if ((container.detail().isPresent() || container.belongsTo(site)) && !known.contains(image)) {
                unknown.add(image);
            }
        }
        return unknown;
    }

    HostSnapshot snapshot(String host, String address, ApiVersion agreed) {
        return new HostSnapshot(
                host,
                address,
                new EngineInfo(
                        version.text("Version"),
                        agreed.toString(),
                        lacking,
                        Snapshots.platform(version.text("Os"), version.text("Arch"), "")),
                List.copyOf(containers.values()),
                images,
                networks,
                volumes,
                otherImages);
    }
}
