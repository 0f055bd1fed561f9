package dockdsl.plan;

import dockdsl.observed.HostSnapshot;
import dockdsl.observed.ObservedContainer;
import dockdsl.value.Donor;
import dockdsl.value.Tree;
import dockdsl.vocabulary.Setting;
import dockdsl.vocabulary.SharingWords;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What containers of a host have from each other: the engine keeps Ids where a site says names. */
record Lent(HostSnapshot snapshot) {
    private static final String VOLUMES_FROM =
            SharingWords.VOLUMES_FROM.engine().orElseThrow().field();

    /** The container with names for Ids of others, and without the volumes that are not its own. */
    ObservedContainer named(ObservedContainer container) {
        if (container.detail().isEmpty()) {
            return container;
        }
        Tree inspected = container.inspected();
        Tree named = inspected;
        for (Setting<String> mode : SharingWords.MODES) {
            String field = mode.engine().orElseThrow().field();
            Optional<String> donor = Donor.ofMode(inspected.text(field));
            named = donor.isPresent() ? named.with(field, Donor.mode(name(donor.get()))) : named;
        }
        List<String> volumesFrom = inspected.texts(VOLUMES_FROM);
        if (!volumesFrom.isEmpty()) {
            named = withVolumesFrom(
                    named, volumesFrom.stream().map(Donor::parse).toList());
        }
        return named == inspected
                ? container
                : new ObservedContainer(
                        container.id(), container.name(), container.status(), container.labels(), Optional.of(named));
    }

    private Tree withVolumesFrom(Tree inspected, List<Donor> donors) {
        Set<String> theirs = new HashSet<>();
        donors.stream()
                .flatMap(donor -> find(donor.container()).stream())
                .flatMap(donor -> donor.detail().stream())
                .flatMap(donor -> donor.trees("Mounts").stream())
                .forEach(mount -> theirs.add(mount.text("Name")));
        return inspected
                .with(
                        VOLUMES_FROM,
                        donors.stream()
                                .map(donor -> new Donor(name(donor.container()), donor.readOnly()).toString())
                                .toList())
                .with(
                        "Mounts",
                        inspected.items("Mounts").stream()
                                .filter(mount -> !theirs.contains(Tree.of(mount).text("Name")))
                                .toList());
    }

    /** An Id that nobody has stays as it is, and is a difference. */
    private String name(String reference) {
        return find(reference).map(ObservedContainer::name).orElse(reference);
    }

    private Optional<ObservedContainer> find(String reference) {
        return snapshot.container(reference)
                .or(() -> snapshot.containers().stream()
                        .filter(container -> container.id().equals(reference))
                        .findFirst());
    }
}
