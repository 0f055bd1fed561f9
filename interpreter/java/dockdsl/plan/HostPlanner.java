package dockdsl.plan;

import dockdsl.model.ContainerSpec;
import dockdsl.model.NetworkSpec;
import dockdsl.model.Pins;
import dockdsl.model.Site;
import dockdsl.model.VolumeSpec;
import dockdsl.observed.HostSnapshot;
import dockdsl.observed.ObservedContainer;
import dockdsl.plan.Plan.Orphan;
import dockdsl.plan.Plan.Refusal;
import dockdsl.plan.Plan.Unchanged;
import dockdsl.plan.Plan.Unkept;
import dockdsl.plan.Resource.Kind;
import dockdsl.problem.SourceRef;
import dockdsl.value.ImageRef;
import dockdsl.value.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must change on one host: first what containers stand on, then the containers, then what is left over. */
final class HostPlanner {
    private static final String LEFT_OVER = "left over from an interrupted run";

    final List<Change> changes = new ArrayList<>();
    final List<Unchanged> unchanged = new ArrayList<>();
    final List<Orphan> orphans = new ArrayList<>();
    final List<Refusal> refusals = new ArrayList<>();
    final List<Unkept> unkept = new ArrayList<>();

    private final Site site;
    private final HostSnapshot snapshot;
    private final Renamed renamed;
    private final Resolution resolution;
    private final Waves waves;
    private final PortHandovers ports;
    private final Pins pins;

    /** @param resolution fills in what follows from links */
    HostPlanner(Site site, Renamed renamed, Resolution resolution, Waves waves, PortHandovers ports, Pins pins) {
        this.site = site;
        this.snapshot = renamed.snapshot();
        this.renamed = renamed;
        this.resolution = resolution;
        this.waves = waves;
        this.ports = ports;
        this.pins = pins;
    }

    void plan(boolean prune) {
        List<ContainerSpec> specs = site.on(snapshot.host());
        List<ContainerSpec> linked = understood(linked(specs));
        Map<String, WantedContainer> wanted = new LinkedHashMap<>();
        linked.stream()
                .filter(spec -> spec.image().isPresent())
                .forEach(spec -> wanted.put(spec.engineName(), resolution.of(spec)));
        ImagePlanner images = new ImagePlanner(this, site, snapshot, pins);
        Map<ImageRef, ImagePlanner.Renewal> renewed =
                new Groundwork(this, site, snapshot, images).plan(List.copyOf(wanted.values()));
        ContainerPlanner containers = new ContainerPlanner(
                this, site, snapshot, waves, ports, new Convergence(snapshot, renewed, new Fortune()));
        for (ContainerSpec spec : donorsFirst(linked)) {
            containers.plan(spec, Optional.ofNullable(wanted.get(spec.engineName())));
        }
        nameImages(wanted.values(), renewed.keySet(), images);
        leftBehind(specs, prune);
        emptyVolumes();
        new PortPlanner(this, site, snapshot).plan(specs);
    }

    /** Those whose links can be filled in; the others are refused. */
    private List<ContainerSpec> linked(List<ContainerSpec> specs) {
        List<ContainerSpec> linked = new ArrayList<>();
        for (ContainerSpec spec : specs) {
            List<LostLink> lost = resolution.lost(spec);
            lost.forEach(link -> refuse(new Resource(Kind.CONTAINER, spec.engineName()), link.what(), link.remedy()));
            if (lost.isEmpty()) {
                linked.add(spec);
            }
        }
        return linked;
    }

    /** Those that say nothing that is news to the engine; the others are refused. */
    private List<ContainerSpec> understood(List<ContainerSpec> specs) {
        List<ContainerSpec> understood = new ArrayList<>();
        for (ContainerSpec spec : specs) {
            List<TooNew> news = spec.state() == State.ABSENT ? List.of() : TooNew.of(spec, snapshot.engine());
            news.forEach(one -> refuse(new Resource(Kind.CONTAINER, spec.engineName()), one.what(), one.remedy()));
            if (news.isEmpty()) {
                understood.add(spec);
            }
        }
        return understood;
    }

    private List<ContainerSpec> donorsFirst(List<ContainerSpec> specs) {
        Map<Boolean, List<ContainerSpec>> borrowing = specs.stream()
                .collect(Collectors.partitioningBy(spec -> !spec.donors().isEmpty()));
        return Stream.concat(
                        borrowing.get(false).stream(),
                        borrowing.get(true).stream().sorted(Comparator.comparingInt(spec -> waves.of(spec.name()))))
                .toList();
    }

    /** Engines make containers of names only; one that a container runs may have been taken from its image. */
    private void nameImages(Collection<WantedContainer> wanted, Set<ImageRef> renewed, ImagePlanner images) {
        Set<ImageRef> named = new HashSet<>(renewed);
        for (WantedContainer container : wanted) {
            Resource resource = new Resource(Kind.CONTAINER, container.name());
            ImageRef image = container.spec().image().orElseThrow();
            boolean isMade = does(Verb.CREATE, resource) || does(Verb.REPLACE, resource);
            if (isMade && snapshot.image(image).isEmpty() && named.add(image)) {
                images.planName(container.spec());
            }
        }
        changes.sort(Comparator.comparing(change -> change.resource().kind() == Kind.CONTAINER));
    }

    /** As far as is planned. */
    private final class Fortune implements Convergence.Fortune {
        @Override
        public boolean isMade(String container) {
            Resource resource = new Resource(Kind.CONTAINER, container);
            return does(Verb.CREATE, resource) || does(Verb.REPLACE, resource);
        }

        @Override
        public boolean isStarted(String container) {
            return changes.stream()
                    .flatMap(change -> Stream.concat(change.prepare().stream(), change.switching().stream()))
                    .anyMatch(step -> switch (step.action()) {
                        case Action.StartContainer start -> start.name().equals(container);
                        case Action.RestartContainer restart -> restart.name().equals(container);
                        default -> false;
                    });
        }

        @Override
        public boolean isRenewed(String network) {
            return renews(network);
        }
    }

    /** Whether a container that runs is to be replaced, as far as is planned. */
    boolean replaces(String container) {
        return snapshot.container(container).filter(ObservedContainer::isUp).isPresent()
                && does(Verb.REPLACE, new Resource(Kind.CONTAINER, container));
    }

    /** What the container of this name is called instead. */
    Optional<String> renamed(String container) {
        return renamed.of(container);
    }

    /** Whether anything is to become of the container, as far as is planned. */
    boolean changes(String container) {
        return changesOf(new Resource(Kind.CONTAINER, container)).findAny().isPresent();
    }

    /** Whether the container is to be removed, as far as is planned. */
    boolean removes(String container) {
        return does(Verb.REMOVE, new Resource(Kind.CONTAINER, container));
    }

    /** Whether the network is made anew, as far as is planned, and its members join it again as declared. */
    boolean renews(String network) {
        return does(Verb.REPLACE, new Resource(Kind.NETWORK, network));
    }

    private boolean does(Verb verb, Resource resource) {
        return changesOf(resource).anyMatch(change -> change.verb() == verb);
    }

    private Stream<Change> changesOf(Resource resource) {
        return changes.stream().filter(change -> change.resource().equals(resource));
    }

    private void leftBehind(List<ContainerSpec> specs, boolean prune) {
        Set<String> declared = specs.stream().map(ContainerSpec::engineName).collect(Collectors.toSet());
        for (ObservedContainer container : snapshot.containers()) {
            boolean ours = container.belongsTo(site.name()) && !declared.contains(container.name());
            if (ours && EngineNames.isUnfinished(container.name())) {
                removeUnlessReplaced(container);
            } else if (ours && surplusOf(container, specs).isPresent()) {
                dismiss(container, surplusOf(container, specs).get());
            } else if (ours && prune && !EngineNames.isTemporary(container.name())) {
                remove(container, "the site no longer declares it");
            } else if (ours && !declared.contains(base(container))) {
                orphans.add(new Orphan(snapshot.host(), new Resource(Kind.CONTAINER, container.name())));
            }
        }
    }

    /** What is declared under its name for this host, but for fewer instances. */
    private static Optional<ContainerSpec> surplusOf(ObservedContainer container, List<ContainerSpec> specs) {
        String name = container.labels().getOrDefault(ObservedContainer.CONTAINER_LABEL, "");
        return specs.stream()
                .filter(spec -> spec.name().equals(name))
                .filter(spec -> container.name().matches(Pattern.quote(name) + "-\\d+"))
                .findFirst();
    }

    /** One instance too many: it goes as it would for a successor, with its hooks and its drain. */
    private void dismiss(ObservedContainer container, ContainerSpec spec) {
        List<Step> steps = new ArrayList<>(ContainerSteps.farewell(site.name(), spec, container, container.name()));
        steps.addAll(ContainerSteps.stopAndRemove(container));
        remove(new Resource(Kind.CONTAINER, container.name()), "there are fewer instances now", steps);
    }

    private void removeUnlessReplaced(ObservedContainer leftover) {
        if (!makes(new Resource(Kind.CONTAINER, leftover.name()))) {
            remove(leftover, LEFT_OVER);
        }
    }

    /** Whether a change makes one of this name anew, and clears the way by itself. */
    private boolean makes(Resource thing) {
        return changes.stream().flatMap(change -> change.prepare().stream()).anyMatch(step -> switch (step.action()) {
            case Action.CreateContainer create -> thing.equals(new Resource(Kind.CONTAINER, create.name()));
            case Action.CreateVolume create -> thing.equals(new Resource(Kind.VOLUME, create.name()));
            default -> false;
        });
    }

    private void emptyVolumes() {
        for (String volume : DeliverySteps.leftIn(snapshot, site.name())) {
            Resource resource = new Resource(Kind.VOLUME, volume);
            if (!makes(resource)) {
                Step removal = Step.of(new Action.RemoveUnusedVolume(volume));
                remove(resource, LEFT_OVER, List.of(removal));
            }
        }
    }

    private static String base(ObservedContainer container) {
        return EngineNames.base(container.name());
    }

    private void remove(ObservedContainer container, String reason) {
        remove(new Resource(Kind.CONTAINER, container.name()), reason, ContainerSteps.stopAndRemove(container));
    }

    private void remove(Resource resource, String reason, List<Step> steps) {
        add(Change.removal(snapshot.host(), resource, 0, reason, steps));
    }

    void add(Change change) {
        changes.add(change);
    }

    /** What is not there is made before anything is disturbed. */
    void create(Resource resource, Optional<SourceRef> where, Step step) {
        add(Change.preparation(snapshot.host(), resource, Verb.CREATE, "it is not there", where, List.of(step)));
    }

    void keep(Resource resource, String why) {
        unchanged.add(new Unchanged(snapshot.host(), resource, why));
    }

    void tellUnkept(ContainerSpec spec, List<Difference> differences) {
        Resource container = new Resource(Kind.CONTAINER, spec.engineName());
        differences.forEach(difference ->
                unkept.add(new Unkept(snapshot.host(), container, difference, difference.declaredIn(spec))));
    }

    void refuse(Resource resource, String what, String remedy) {
        refusals.add(new Refusal(snapshot.host(), resource, what, remedy, declaration(resource)));
    }

    /** Images have no declaration of their own: what is said of them names the containers. */
    private Optional<SourceRef> declaration(Resource resource) {
        String name = resource.name();
        return switch (resource.kind()) {
            case CONTAINER ->
                site.on(snapshot.host()).stream()
                        .filter(spec -> spec.engineName().equals(name))
                        .map(ContainerSpec::where)
                        .findFirst();
            case IMAGE -> Optional.empty();
            case NETWORK -> site.network(name).map(NetworkSpec::where);
            case VOLUME -> site.volume(name).map(VolumeSpec::where);
        };
    }
}
