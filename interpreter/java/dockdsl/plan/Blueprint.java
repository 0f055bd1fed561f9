package dockdsl.plan;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Declared;
import dockdsl.model.Site;
import dockdsl.problem.SourceRef;
import dockdsl.value.ImageRef;
import dockdsl.value.Json;
import dockdsl.value.Link;
import dockdsl.value.RolloutPolicy;
import dockdsl.value.State;
import dockdsl.value.Tree;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.Delivered;
import dockdsl.vocabulary.Kinds;
import dockdsl.vocabulary.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Everything that one release said of one container of one host, so that the same container can be made again whatever the site
 * file says by then: links are resolved, addresses are filled in. Of the files and secrets that it got there is their list, never
 * their content: that comes from the site again.
 */
public final class Blueprint {
    private static final String DELIVERED = "delivered";

    private final WantedContainer wanted;
    private final List<Delivered> delivered;

    private Blueprint(WantedContainer wanted, List<Delivered> delivered) {
        this.wanted = wanted;
        this.delivered = delivered;
    }

    /**
     * Those of containers of a site that shall be there.
     *
     * @param addresses of all hosts that those containers have links to, as other hosts reach them
     */
    public static List<Blueprint> of(Site site, Map<String, String> addresses, Predicate<ContainerSpec> which) {
        Topology topology = new Topology(site, addresses);
        return site.containers().stream()
                .filter(which)
                .filter(spec -> spec.state() != State.ABSENT)
                .map(spec -> WantedContainer.of(site, spec, topology))
                .map(wanted -> new Blueprint(wanted, wanted.delivery().items()))
                .toList();
    }

    /**
     * What {@link #fields} gave.
     *
     * @param site the name of the site
     * @param host the name of the host
     * @param where what stands in messages for the place that declares it
     * @return empty when it is none, or one with settings that this version does not know
     */
    public static Optional<Blueprint> read(Tree fields, String site, String host, SourceRef where) {
        try {
            Blueprint blueprint =
                    new Blueprint(wanted(fields, site, host, where), Delivered.read(fields.text(DELIVERED)));
            boolean same = Json.canonical(blueprint.fields()).equals(Json.canonical(fields));
            return same ? Optional.of(blueprint) : Optional.empty();
        } catch (RuntimeException notAsWeWriteIt) {
            return Optional.empty();
        }
    }

    private static WantedContainer wanted(Tree fields, String site, String host, SourceRef where) {
        Tree body = fields.tree("body");
        Declared settings = settings(body, fields.texts("settings"), where)
                .with(ContainerWords.STATE, State.parse(fields.text("state")), where)
                .with(ContainerWords.CHECK, CheckForm.read(fields.trees("checks")), where)
                .with(ContainerWords.LINK, Kinds.sorted(links(fields)), where);
        ContainerSpec spec = new ContainerSpec(
                fields.text("container"),
                (int) fields.number("instance"),
                host,
                Optional.of(ImageRef.parse(body.text("Image"))),
                Optional.empty(),
                settings,
                where);
        return new WantedContainer(
                site, spec, settings, endpoints(fields.map("networks")), RolloutPolicy.NONE, Delivery.NOTHING);
    }

    /** A body for the engine has what its answers have, but for the object around {@code Config}. */
    private static Declared settings(Tree body, List<String> names, SourceRef where) {
        Tree inspected = Tree.EMPTY
                .with("Config", body.fields())
                .with("HostConfig", body.tree("HostConfig").fields());
        Declared settings = Declared.NOTHING;
        for (Setting<?> setting : ContainerWords.KEPT) {
            if (names.contains(setting.name())) {
                settings = with(settings, setting, inspected, where);
            }
        }
        return settings;
    }

    private static <T> Declared with(Declared settings, Setting<T> setting, Tree inspected, SourceRef where) {
        return settings.with(setting, setting.engine().orElseThrow().seen().apply(inspected), where);
    }

    private static List<Link> links(Tree fields) {
        return fields.trees("links").stream()
                .map(link -> new Link(link.text("target"), link.text("alias")))
                .toList();
    }

    private static SortedMap<String, Endpoint> endpoints(Map<String, Object> networks) {
        SortedMap<String, Endpoint> endpoints = new TreeMap<>();
        networks.forEach((network, endpoint) -> endpoints.put(network, Endpoint.of(Tree.of(endpoint))));
        return endpoints;
    }

    /** As a JSON object for {@link #read}. */
    public Tree fields() {
        List<Delivered> gets = wanted.delivery().items().isEmpty()
                ? delivered
                : wanted.delivery().items();
        return gets.isEmpty() ? ownFields() : ownFields().with(DELIVERED, Delivered.text(gets));
    }

    private Tree ownFields() {
        ContainerSpec spec = wanted.spec();
        Map<String, Object> networks = new LinkedHashMap<>();
        wanted.endpoints()
                .forEach((network, endpoint) ->
                        networks.put(network, endpoint.body().fields()));
        return Tree.EMPTY
                .with("container", spec.name())
                .with("instance", spec.instance())
                .with("state", spec.state().toString())
                .with("body", wanted.ownBody().fields())
                .with("settings", saidSettings())
                .with("networks", networks)
                .with("links", spec.links().stream().map(Blueprint::fields).toList())
                .with("checks", CheckForm.fields(spec.checks()));
    }

    private List<String> saidSettings() {
        return ContainerWords.KEPT.stream()
                .filter(wanted.settings()::says)
                .map(Setting::name)
                .sorted()
                .toList();
    }

    private static Map<String, Object> fields(Link link) {
        return Map.of("target", link.target(), "alias", link.alias());
    }

    /** The names of the secrets that the release gave it. */
    public SortedSet<String> secrets() {
        return Kinds.sorted(delivered.stream()
                .filter(item -> !item.isFile())
                .map(Delivered::name)
                .toList());
    }

    /** The same with the files and secrets that the release gave it, as a site has them now; asks for those secrets. */
    public Blueprint supplied(Site site) {
        if (delivered.isEmpty()) {
            return this;
        }
        Set<String> places = delivered.stream().map(Delivered::at).collect(Collectors.toSet());
        Delivery delivery = site.on(host()).stream()
                .filter(spec -> spec.engineName().equals(name()))
                .findFirst()
                .map(spec -> Delivery.of(site, spec, places::contains))
                .orElse(Delivery.NOTHING);
        return new Blueprint(wanted.getting(delivery), delivered);
    }

    /** What the release gave it and the site that supplies it does not have for it. */
    List<Delivered> missing() {
        return delivered.stream().filter(item -> now(item).isEmpty()).toList();
    }

    /** What it gets again, but with another content or value than the release gave it. */
    List<Delivered> renewed() {
        return delivered.stream()
                .filter(item -> now(item)
                        .filter(other -> !other.digest().equals(item.digest()))
                        .isPresent())
                .toList();
    }

    private Optional<Delivered> now(Delivered item) {
        return wanted.delivery().items().stream().filter(item::isSameThingAs).findFirst();
    }

    public String host() {
        return wanted.spec().host();
    }

    /** The engine's name of the container. */
    public String name() {
        return wanted.name();
    }

    public ImageRef image() {
        return wanted.spec().image().orElseThrow();
    }

    /** For planning: what the container is, with everything resolved. */
    public ContainerSpec spec() {
        return wanted.spec();
    }

    WantedContainer wanted() {
        return wanted;
    }
}
