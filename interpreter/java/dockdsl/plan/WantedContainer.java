package dockdsl.plan;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Declared;
import dockdsl.model.Site;
import dockdsl.observed.ObservedContainer;
import dockdsl.value.PublishedPort;
import dockdsl.value.RolloutPolicy;
import dockdsl.value.Tree;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.EngineForm;
import dockdsl.vocabulary.IsolationWords;
import dockdsl.vocabulary.Kinds;
import dockdsl.vocabulary.Setting;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A container as its engine shall have it: the declaration, and what follows from its links.
 *
 * @param settings what is declared, links' variables and host names included
 * @param endpoints its place in each network, by the network's name
 * @param rollout how it is changed, the site's word on it included
 * @param delivery what is put into it before it starts
 */
record WantedContainer(
        String site,
        ContainerSpec spec,
        Declared settings,
        SortedMap<String, Endpoint> endpoints,
        RolloutPolicy rollout,
        Delivery delivery) {

    static WantedContainer of(Site site, ContainerSpec spec, Topology topology) {
        Declared settings = spec.settings();
        settings = below(settings, spec, ContainerWords.ENV, topology.remoteVariables(spec));
        settings = below(settings, spec, ContainerWords.EXTRA_HOSTS, topology.remoteHosts(spec));
        settings = exposingPublished(settings, spec);
        settings = withoutImagesCommand(settings, spec);
        settings = withoutImpliedLabel(settings, spec);
        return new WantedContainer(
                site.name(),
                spec,
                settings,
                topology.endpoints(spec),
                spec.rollout().over(site.rollout()),
                Delivery.of(site, spec));
    }

    /** What follows from links gives way to what is declared. */
    private static Declared below(
            Declared settings,
            ContainerSpec spec,
            Setting<SortedMap<String, String>> setting,
            SortedMap<String, String> implied) {
        return implied.isEmpty()
                ? settings
                : settings.with(
                        setting,
                        Kinds.merged(implied, settings.get(setting, Collections.emptySortedMap())),
                        settings.where(setting).orElse(spec.where()));
    }

    private static Declared exposingPublished(Declared settings, ContainerSpec spec) {
        return spec.published().isEmpty()
                ? settings
                : settings.with(
                        ContainerWords.EXPOSE,
                        Kinds.union(
                                settings.get(ContainerWords.EXPOSE, Collections.emptySortedSet()),
                                Kinds.sorted(spec.published().stream()
                                        .map(PublishedPort::port)
                                        .toList())),
                        settings.where(ContainerWords.EXPOSE).orElse(spec.where()));
    }

    /** The engine drops the image's command when the entry point is another one. */
    private static Declared withoutImagesCommand(Declared settings, ContainerSpec spec) {
        return settings.says(ContainerWords.ENTRYPOINT) && !settings.says(ContainerWords.COMMAND)
                ? settings.with(ContainerWords.COMMAND, List.of(), spec.where())
                : settings;
    }

    /** What the engine adds by itself is not worth a difference when it is also said. */
    private static Declared withoutImpliedLabel(Declared settings, ContainerSpec spec) {
        boolean open = settings.get(IsolationWords.PRIVILEGED, false)
                || settings.get(IsolationWords.PID, "").equals("host")
                || settings.get(IsolationWords.IPC, "").equals("host");
        return settings.find(IsolationWords.SECURITY_OPT)
                .map(options -> settings.get(IsolationWords.PRIVILEGED, false)
                        ? IsolationWords.withoutOpenPaths(options)
                        : options)
                .map(options -> settings.with(
                        IsolationWords.SECURITY_OPT, IsolationWords.withoutImplied(options, open), spec.where()))
                .orElse(settings);
    }

    String name() {
        return spec.engineName();
    }

    /** What the engine has when it does as told. @param image the {@code Config} of the image it is made of */
    <T> T effective(Setting<T> setting, Tree image) {
        return effective(setting, settings.find(setting), image);
    }

    /** @param declared the setting's value here, for those who know it already */
    <T> T effective(Setting<T> setting, Optional<T> declared, Tree image) {
        EngineForm<T> form = setting.engine().orElseThrow();
        T inherited = form.inherited().apply(image(setting, image));
        return declared.isEmpty() ? inherited : form.over().apply(inherited, declared.get());
    }

    /** What an image says of variables that are secrets here holds for nobody. */
    private Tree image(Setting<?> setting, Tree image) {
        if (setting != ContainerWords.ENV || delivery.variables().isEmpty()) {
            return image;
        }
        return image.with(
                "Env",
                image.texts("Env").stream()
                        .filter(line -> !delivery.variables().containsKey(line.split("=", 2)[0]))
                        .toList());
    }

    /** The body of {@code POST /containers/create}; further networks are connected afterwards, as old engines want it. */
    Tree body() {
        return delivery.into(ownBody());
    }

    /** The body without what is delivered. */
    Tree ownBody() {
        Tree body =
                Tree.EMPTY.with("Image", spec.image().orElseThrow().toString()).with("Labels", ownership());
        for (Setting<?> setting : ContainerWords.KEPT) {
            body = with(body, setting);
        }
        if (endpoints.isEmpty()) {
            return body;
        }
        String network = endpoints.firstKey();
        return body.with("HostConfig.NetworkMode", network)
                .with(
                        "NetworkingConfig.EndpointsConfig",
                        Map.of(network, withMac(endpoints.get(network).body()).fields()));
    }

    /** Engines from API 1.44 on want it here and nowhere else from 1.52 on; older ones look only beside it. */
    private Tree withMac(Tree endpoint) {
        return settings.find(ContainerWords.MAC_ADDRESS)
                .map(mac -> endpoint.with("MacAddress", mac))
                .orElse(endpoint);
    }

    /** Where it has the hardware address that is declared; empty when none is. */
    Optional<String> networkOfHardwareAddress() {
        return settings.find(ContainerWords.MAC_ADDRESS)
                .flatMap(mac -> endpoints.keySet().stream().findFirst());
    }

    /** Whether the container has the very place in a network that is declared. */
    boolean isIn(String network, ObservedContainer seen) {
        return Optional.ofNullable(seen.endpoints().get(network))
                .map(place -> Endpoint.seen(seen, place))
                .filter(endpoints.get(network).besidesNamesOf(seen)::equals)
                .isPresent();
    }

    /** The same, found by its name also while it has another one yet. */
    WantedContainer answeringToItsName() {
        SortedMap<String, Endpoint> named = new TreeMap<>();
        endpoints.forEach((network, endpoint) ->
                named.put(network, endpoint.and(Kinds.sorted(List.of(name())), Collections.emptySortedSet())));
        return new WantedContainer(site, spec, settings, named, rollout, delivery);
    }

    WantedContainer getting(Delivery delivered) {
        return new WantedContainer(site, spec, settings, endpoints, rollout, delivered);
    }

    private <T> Tree with(Tree body, Setting<T> setting) {
        return settings.find(setting)
                .map(value -> setting.engine().orElseThrow().into().apply(body, value))
                .orElse(body);
    }

    Map<String, String> ownership() {
        return new TreeMap<>(
                Map.of(ObservedContainer.SITE_LABEL, site, ObservedContainer.CONTAINER_LABEL, spec.name()));
    }

    /** The networks that {@link #body} does not name. */
    SortedMap<String, Endpoint> furtherEndpoints() {
        return endpoints.isEmpty() ? endpoints : endpoints.tailMap(endpoints.firstKey() + "\0");
    }
}
