package dockdsl.plan;

import dockdsl.model.NetworkSpec;
import dockdsl.model.Site;
import dockdsl.model.VolumeSpec;
import dockdsl.observed.HostSnapshot;
import dockdsl.observed.ObservedContainer;
import dockdsl.observed.ObservedNetwork;
import dockdsl.observed.ObservedVolume;
import dockdsl.plan.Resource.Kind;
import dockdsl.problem.SourceRef;
import dockdsl.value.ImageRef;
import dockdsl.value.Mount;
import dockdsl.value.State;
import dockdsl.value.Tree;
import dockdsl.vocabulary.ContainerWords;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The networks, volumes and images that the containers of one host stand on. */
record Groundwork(HostPlanner host, Site site, HostSnapshot snapshot, ImagePlanner images) {

    /** Returns the images that will not be what they are now, since they are fetched or built. */
    Map<ImageRef, ImagePlanner.Renewal> plan(List<WantedContainer> wanted) {
        SortedSet<String> networks = new TreeSet<>();
        SortedSet<String> volumes = new TreeSet<>();
        Set<ImageRef> seen = new HashSet<>();
        Map<ImageRef, ImagePlanner.Renewal> renewed = new HashMap<>();
        for (WantedContainer container : wanted) {
            if (container.spec().state() != State.ABSENT) {
                networks.addAll(container.endpoints().keySet());
                volumes.addAll(volumes(container));
                ImageRef image = container.spec().image().orElseThrow();
                if (seen.add(image)) {
                    images.plan(container.spec()).ifPresent(renewal -> renewed.put(image, renewal));
                }
            }
        }
        networks.forEach(this::network);
        volumes.forEach(this::volume);
        return renewed;
    }

    private static List<String> volumes(WantedContainer container) {
        return container.settings().get(ContainerWords.VOLUME, Collections.emptySortedSet()).stream()
                .filter(mount -> mount.type() == Mount.Type.VOLUME)
                .map(Mount::source)
                .toList();
    }

    private void network(String name) {
        Resource resource = new Resource(Kind.NETWORK, name);
        Optional<SourceRef> where = site.network(name).map(NetworkSpec::where);
        Optional<ObservedNetwork> seen = snapshot.network(name);
        if (seen.isEmpty()) {
            Tree body = owned("Name", name).with("Driver", "bridge").with("CheckDuplicate", true);
            create(resource, where, Step.of(new Action.CreateNetwork(name, body), new Action.RemoveNetwork(name)));
        } else if (seen.get().site().filter(site.name()::equals).isEmpty()) {
            host.refuse(
                    resource,
                    "the network " + name + " is there already and belongs to "
                            + owner(seen.get().site()),
                    "Give the site's network another name, or remove the one on the host: docker network rm " + name);
        } else {
            host.keep(resource, "is there");
        }
    }

    private void volume(String name) {
        Resource resource = new Resource(Kind.VOLUME, name);
        Optional<SourceRef> where = site.volumes().stream()
                .filter(volume -> volume.name().equals(name))
                .map(VolumeSpec::where)
                .findFirst();
        Optional<ObservedVolume> seen = snapshot.volume(name);
        if (seen.isEmpty()) {
            create(resource, where, Step.of(new Action.CreateVolume(name, owned("Name", name))));
        } else if (seen.get().site().filter(owner -> !owner.equals(site.name())).isPresent()) {
            host.refuse(
                    resource,
                    "the volume " + name + " belongs to " + owner(seen.get().site()),
                    "Give the site's volume another name.");
        } else {
            host.keep(resource, "is there");
        }
    }

    private Tree owned(String key, String name) {
        return new Tree(Map.of(key, name, "Labels", Map.of(ObservedContainer.SITE_LABEL, site.name())));
    }

    static String owner(Optional<String> site) {
        return site.map(name -> "the site '" + name + "'").orElse("nobody that dockdsl knows");
    }

    private void create(Resource resource, Optional<SourceRef> where, Step step) {
        change(resource, Verb.CREATE, "it is not there", where, step);
    }

    private void change(Resource resource, Verb verb, String reason, Optional<SourceRef> where, Step step) {
        host.change(resource, "", verb, reason, List.of(), where, 0, Set.of(), List.of(step), List.of());
    }
}
