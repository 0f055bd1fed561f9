package dockdsl.observed;

import dockdsl.value.Port;
import dockdsl.value.PublishedPort;
import dockdsl.value.Tree;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A container of an engine.
 *
 * @param id 64 hexadecimal digits
 * @param name without the leading slash
 * @param status the engine's word: created, running, paused, restarting, removing, exited or dead
 * @param labels all of them, ours and others'
 * @param detail the answer of {@code GET /containers/ID/json}; empty for containers that nobody asked about
 * @param listed one of the answer of {@code GET /containers/json}; nothing when there is a detail
 */
public record ObservedContainer(
        String id, String name, String status, Map<String, String> labels, Optional<Tree> detail, Tree listed) {
    private static final Set<String> UP = Set.of("running", "restarting", "paused");

    public static final String SITE_LABEL = "dockdsl.site";
    public static final String CONTAINER_LABEL = "dockdsl.container";

    public ObservedContainer {
        labels = Map.copyOf(labels);
    }

    /** A container of which no more is known than its detail tells. */
    public ObservedContainer(String id, String name, String status, Map<String, String> labels, Optional<Tree> detail) {
        this(id, name, status, labels, detail, Tree.EMPTY);
    }

    /** This container, as it is after it got another name and status. */
    public ObservedContainer as(String newName, String newStatus) {
        return new ObservedContainer(id, newName, newStatus, labels, detail, listed);
    }

    public boolean isRunning() {
        return status.equals("running");
    }

    /** Whether it holds ports and networks: it runs, or the engine is about to start it again, or it is paused. */
    public boolean isUp() {
        return UP.contains(status);
    }

    /** Whether both run and this one has begun to after the other. */
    public boolean hasStartedAfter(ObservedContainer other) {
        return isRunning()
                && other.isRunning()
                && startedAt()
                        .flatMap(here -> other.startedAt().map(here::isAfter))
                        .orElse(false);
    }

    private Optional<Instant> startedAt() {
        return detail.map(tree -> tree.text("State.StartedAt"))
                .filter(time -> !time.isEmpty())
                .map(Instant::parse);
    }

    /** The site that owns it; empty when it is not ours. */
    public Optional<String> site() {
        return Optional.ofNullable(labels.get(SITE_LABEL));
    }

    public boolean belongsTo(String site) {
        return site().filter(site::equals).isPresent();
    }

    /** The Id of the image it runs, {@code sha256:} and 64 hexadecimal digits. */
    public String imageId() {
        return inspected().text("Image");
    }

    /** The name by which its image was asked for. */
    public String imageName() {
        return inspected().text("Config.Image");
    }

    /** {@code healthy}, {@code unhealthy}, {@code starting}, or empty when it has no health check. */
    public String health() {
        return inspected().text("State.Health.Status");
    }

    /** Its endpoints by network name. */
    public Map<String, Tree> endpoints() {
        Map<String, Tree> endpoints = new TreeMap<>();
        detail.orElse(listed)
                .map("NetworkSettings.Networks")
                .forEach((name, endpoint) -> endpoints.put(name, Tree.of(endpoint)));
        return endpoints;
    }

    /** This container, as it is after it got another place in a network. @param endpoint an {@code EndpointSettings} object */
    public ObservedContainer inNetwork(String network, Tree endpoint) {
        Map<String, Object> networks = new TreeMap<>(inspected().map("NetworkSettings.Networks"));
        networks.put(network, endpoint.fields());
        return new ObservedContainer(
                id, name, status, labels, Optional.of(inspected().with("NetworkSettings.Networks", networks)), listed);
    }

    /** The ports of the host that it has at this moment. */
    public SortedSet<PublishedPort> hostPorts() {
        SortedSet<PublishedPort> ports = new TreeSet<>();
        detail.ifPresent(tree ->
                tree.map("NetworkSettings.Ports").forEach((inside, bindings) -> addBound(inside, bindings, ports)));
        for (Tree port : listed.trees("Ports")) {
            if (port.has("PublicPort")) {
                ports.add(new PublishedPort(
                        port.text("IP"),
                        (int) port.number("PublicPort"),
                        new Port((int) port.number("PrivatePort"), port.text("Type"))));
            }
        }
        return ports;
    }

    /** The ports of the host that it has, or takes when it starts; 0 for those that the engine picks. */
    public SortedSet<PublishedPort> portsToTake() {
        SortedSet<PublishedPort> ports = new TreeSet<>();
        detail.ifPresent(tree ->
                tree.map("HostConfig.PortBindings").forEach((inside, bindings) -> addBound(inside, bindings, ports)));
        return ports;
    }

    private static void addBound(String inside, Object bindings, SortedSet<PublishedPort> ports) {
        if (bindings instanceof List<?> several) {
            several.stream()
                    .map(Tree::of)
                    .forEach(binding -> ports.add(new PublishedPort(
                            binding.text("HostIp"), number(binding.text("HostPort")), Port.parse(inside))));
        }
    }

    /** Out of a range the engine picks one. */
    private static int number(String port) {
        return port.isEmpty() || port.contains("-") ? 0 : Integer.parseInt(port);
    }

    /** @throws java.util.NoSuchElementException when nobody asked about it */
    public Tree inspected() {
        return detail.orElseThrow();
    }
}
