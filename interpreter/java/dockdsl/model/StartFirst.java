package dockdsl.model;

import dockdsl.value.Mount;
import dockdsl.value.PublishedPort;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.IsolationWords;
import dockdsl.vocabulary.Setting;
import dockdsl.vocabulary.SharingWords;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether two containers of a declaration can run side by side for a while, one taking over from the other. */
public final class StartFirst {
    private StartFirst() {}

    /** A setting that two containers cannot both have at a time. @param what half a sentence: {@code both would publish port 80} */
    public record Obstacle(Setting<?> setting, String what) {}

    /** The first setting in the way; empty when there is none. */
    public static Optional<Obstacle> obstacle(ContainerSpec container) {
        return network(container)
                .or(() -> port(container))
                .or(() -> mount(container))
                .or(() -> address(container))
                .or(() -> hardwareAddress(container))
                .or(() -> device(container));
    }

    private static Optional<Obstacle> network(ContainerSpec container) {
        return container
                .networkMode()
                .filter(mode -> !mode.equals("none"))
                .map(mode -> new Obstacle(
                        SharingWords.NETWORK_MODE,
                        "both would have the ports of one network, which only one can have"));
    }

    private static Optional<Obstacle> port(ContainerSpec container) {
        return container.published().stream()
                .filter(port -> port.hostPort() != 0)
                .map(PublishedPort::hostPort)
                .findFirst()
                .map(port -> new Obstacle(
                        ContainerWords.PUBLISH, "both would publish port " + port + ", which only one can have"));
    }

    private static Optional<Obstacle> mount(ContainerSpec container) {
        return container.settings().get(ContainerWords.VOLUME, Collections.emptySortedSet()).stream()
                .filter(mount -> !mount.readOnly())
                .map(Mount::source)
                .findFirst()
                .map(source -> new Obstacle(ContainerWords.VOLUME, "both would write to '" + source + "' at once"));
    }

    private static Optional<Obstacle> address(ContainerSpec container) {
        return container.networks().stream()
                .flatMap(network ->
                        Stream.concat(network.attachment().ip().stream(), network.attachment().ip6().stream()))
                .findFirst()
                .map(ip -> new Obstacle(
                        ContainerWords.NETWORKS, "both would have the address " + ip + ", which only one can"));
    }

    private static Optional<Obstacle> hardwareAddress(ContainerSpec container) {
        return container
                .settings()
                .find(ContainerWords.MAC_ADDRESS)
                .map(mac -> new Obstacle(
                        ContainerWords.MAC_ADDRESS, "both would have the address " + mac + ", which only one can"));
    }

    private static Optional<Obstacle> device(ContainerSpec container) {
        return container.settings().get(IsolationWords.DEVICES, Collections.emptySortedSet()).stream()
                .findFirst()
                .map(device ->
                        new Obstacle(IsolationWords.DEVICES, "both would use the device " + device + " at once"));
    }
}
