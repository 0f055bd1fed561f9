package dockdsl.plan;

import dockdsl.model.BuildSpec;
import dockdsl.model.ContainerSpec;
import dockdsl.model.NetworkSpec;
import dockdsl.model.Site;
import dockdsl.model.VolumeSpec;
import dockdsl.observed.HostSnapshot;
import dockdsl.observed.ObservedContainer;
import dockdsl.observed.ObservedImage;
import dockdsl.observed.ObservedNetwork;
import dockdsl.observed.ObservedVolume;
import dockdsl.plan.Resource.Kind;
import dockdsl.problem.SourceRef;
import dockdsl.value.ImageRef;
import dockdsl.value.Mount;
import dockdsl.value.PullPolicy;
import dockdsl.value.State;
import dockdsl.value.Tree;
import dockdsl.vocabulary.ContainerWords;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The networks, volumes and images that the containers of one host stand on. */
record Groundwork(HostPlanner host, Site site, HostSnapshot snapshot) {

    /** Returns the images that will not be what they are now, since they are fetched or built. */
    Set<ImageRef> plan(List<WantedContainer> wanted) {
        SortedSet<String> networks = new TreeSet<>();
        SortedSet<String> volumes = new TreeSet<>();
        Set<ImageRef> images = new HashSet<>();
        Set<ImageRef> renewed = new HashSet<>();
        for (WantedContainer container : wanted) {
            if (container.spec().state() != State.ABSENT) {
                networks.addAll(container.endpoints().keySet());
                volumes.addAll(volumes(container));
                ImageRef image = container.spec().image().orElseThrow();
                if (images.add(image) && isRenewed(container.spec())) {
                    renewed.add(image);
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

    private boolean isRenewed(ContainerSpec spec) {
        ImageRef ref = spec.image().orElseThrow();
        Resource resource = new Resource(Kind.IMAGE, ref.toString());
        Optional<String> why =
                spec.build().map(build -> whyBuild(snapshot.image(ref), build)).orElseGet(() -> whyPull(spec));
        if (why.isEmpty()) {
            host.keep(resource, "is there");
        } else if (spec.build().isPresent()) {
            Step build = Step.of(new Action.BuildImage(
                    ref, spec.build().get(), spec.settings().find(ContainerWords.GATHER)));
            change(resource, Verb.BUILD, why.get(), Optional.of(spec.where()), build);
        } else if (spec.pull() == PullPolicy.NEVER) {
            host.refuse(
                    resource,
                    "the image " + ref + " is not there, and `pull never` forbids to fetch it",
                    "Load it on the host, or write `pull missing`.");
        } else {
            Step pull = Step.of(new Action.PullImage(ref));
            change(resource, Verb.PULL, why.get(), Optional.of(spec.where()), pull);
        }
        return why.isPresent();
    }

    private static Optional<String> whyBuild(Optional<ObservedImage> seen, BuildSpec build) {
        if (seen.isEmpty()) {
            return Optional.of("it is not there");
        }
        boolean current =
                build.fingerprint().equals(seen.get().config().map("Labels").get(BuildSpec.LABEL));
        return current
                ? Optional.empty()
                : Optional.of("a file in " + build.folder().getFileName() + " changed");
    }

    private Optional<String> whyPull(ContainerSpec spec) {
        ImageRef ref = spec.image().orElseThrow();
        Optional<ObservedImage> seen = snapshot.image(ref);
        if (seen.isEmpty()) {
            return isRunAlready(spec) ? Optional.empty() : Optional.of("it is not there");
        }
        return spec.pull() == PullPolicy.ALWAYS ? whyAgain(ref, seen.get()) : Optional.empty();
    }

    /** A registry that does not say what it has is asked for the image itself, so that its objection is heard. */
    private Optional<String> whyAgain(ImageRef ref, ObservedImage seen) {
        String latest = snapshot.registryDigests().getOrDefault(ref, "");
        if (latest.isEmpty()) {
            return Optional.of("the registry does not say what it has under this name");
        }
        boolean current = seen.repoDigests().stream().anyMatch(digest -> digest.endsWith("@" + latest));
        return current ? Optional.empty() : Optional.of("the registry has another image under this name");
    }

    /** Somebody took the name from the image, but the container that was made of it is there. */
    private boolean isRunAlready(ContainerSpec spec) {
        return site.on(snapshot.host()).stream()
                .filter(other -> other.image().equals(spec.image()))
                .allMatch(other -> snapshot.container(other.engineName())
                        .filter(seen -> ImageNames.isSame(seen, spec.image().orElseThrow()))
                        .isPresent());
    }
}
