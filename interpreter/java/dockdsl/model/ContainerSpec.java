package dockdsl.model;

import dockdsl.problem.SourceRef;
import dockdsl.value.Check;
import dockdsl.value.Donor;
import dockdsl.value.Hook;
import dockdsl.value.ImageRef;
import dockdsl.value.Link;
import dockdsl.value.NetworkMembership;
import dockdsl.value.PublishedPort;
import dockdsl.value.PullPolicy;
import dockdsl.value.RolloutPolicy;
import dockdsl.value.State;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.Kinds;
import dockdsl.vocabulary.Setting;
import dockdsl.vocabulary.SharingWords;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A container as one host shall have it.
 *
 * @param name its name in the site
 * @param instance 1 for the first on this host, and so on
 * @param host the name of the host
 * @param image what it is made of; a container to be absent needs none, so it may be empty for that state only
 * @param build the folder that the image is built from, when it is not pulled
 * @param settings everything else that was said
 * @param where the {@code container} word in the site file
 */
public record ContainerSpec(
        String name,
        int instance,
        String host,
        Optional<ImageRef> image,
        Optional<BuildSpec> build,
        Declared settings,
        SourceRef where) {
    public ContainerSpec {
        if (instance < 1) {
            throw new IllegalArgumentException("instances count from 1, not " + instance);
        }
        if (image.isEmpty() && settings.get(ContainerWords.STATE, State.RELOADED) != State.ABSENT) {
            throw new IllegalArgumentException("a container has an image: " + name);
        }
    }

    /** What the engine calls it: {@code web}, {@code web-2}, {@code web-3}. */
    public String engineName() {
        return instance == 1 ? name : name + "-" + instance;
    }

    public State state() {
        return settings.get(ContainerWords.STATE, State.RELOADED);
    }

    public PullPolicy pull() {
        return settings.get(ContainerWords.PULL, PullPolicy.MISSING);
    }

    public SortedSet<Link> links() {
        return settings.get(ContainerWords.LINK, Collections.emptySortedSet());
    }

    /** The names of containers that are to be well before this one is come to, the targets of its links and its donors among them. */
    public SortedSet<String> needs() {
        SortedSet<String> targets = Kinds.sorted(links(), Link::target);
        return Kinds.union(
                Kinds.union(targets, donors()), settings.get(ContainerWords.DEPENDS_ON, Collections.emptySortedSet()));
    }

    /** The names of containers of its host whose network, memory, processes or volumes it uses. */
    public SortedSet<String> donors() {
        SortedSet<Donor> lenders = settings.get(SharingWords.VOLUMES_FROM, Collections.emptySortedSet());
        return lenders.isEmpty() ? housemates() : Kinds.union(Kinds.sorted(lenders, Donor::container), housemates());
    }

    /** The names of containers of its host whose network, memory or processes it uses: it has those of their present life only. */
    public SortedSet<String> housemates() {
        List<String> housemates = new ArrayList<>();
        for (Setting<String> mode : SharingWords.MODES) {
            settings.find(mode).flatMap(Donor::ofMode).ifPresent(housemates::add);
        }
        return Kinds.sorted(housemates);
    }

    /** {@code host}, {@code none} or {@code container:NAME}; empty when its networks are the site's. */
    public Optional<String> networkMode() {
        return settings.find(SharingWords.NETWORK_MODE);
    }

    public SortedSet<NetworkMembership> networks() {
        return settings.get(ContainerWords.NETWORKS, Collections.emptySortedSet());
    }

    public SortedSet<PublishedPort> published() {
        return settings.get(ContainerWords.PUBLISH, Collections.emptySortedSet());
    }

    public List<Check> checks() {
        return settings.get(ContainerWords.CHECK, List.of());
    }

    /** Whether a run fails when this container does. */
    public boolean isEssential() {
        return settings.get(ContainerWords.ESSENTIAL, true);
    }

    /** What its own block says about its rollout. */
    public RolloutPolicy rollout() {
        return settings.get(ContainerWords.ROLLOUT_VALUE, RolloutPolicy.NONE);
    }

    public List<Hook> hooks(Hook.Moment moment) {
        return settings.get(ContainerWords.HOOKS_VALUE, Map.of()).getOrDefault(moment, List.of());
    }

    /** Whether one of this name that has no owner is taken over. */
    public boolean adopts() {
        return settings.get(ContainerWords.ADOPT, false);
    }
}
