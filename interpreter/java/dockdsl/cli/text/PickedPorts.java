package dockdsl.cli.text;

import dockdsl.model.ContainerSpec;
import dockdsl.observed.ObservedContainer;
import dockdsl.value.PublishedPort;
import java.util.Comparator;
import java.util.List;

/** The ports of the host that the engine chose, because the site publishes a port without saying where. */
final class PickedPorts {
    private PickedPorts() {}

    /** One for each that it has now; the same port of several addresses is one. */
    static List<PublishedPort> of(ContainerSpec spec, ObservedContainer seen) {
        return spec.published().stream()
                .filter(declared -> declared.hostPort() == 0)
                .flatMap(declared -> seen.hostPorts().stream()
                        .filter(given -> given.port().equals(declared.port()))
                        .filter(given -> !isFixed(spec, given))
                        .map(given -> new PublishedPort(declared.hostIp(), given.hostPort(), given.port())))
                .distinct()
                .sorted(Comparator.comparing(PublishedPort::port).thenComparing(PublishedPort::hostPort))
                .toList();
    }

    private static boolean isFixed(ContainerSpec spec, PublishedPort given) {
        return spec.published().stream()
                .anyMatch(declared -> declared.hostPort() == given.hostPort()
                        && declared.port().equals(given.port()));
    }
}
