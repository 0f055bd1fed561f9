package dockdsl.run;

import dockdsl.observed.ObservedContainer;
import dockdsl.problem.HostFailed;
import dockdsl.value.Port;
import dockdsl.value.Tree;
import java.util.List;
import java.util.Optional;

/** A port of a container as its host reaches it. */
record Door(String address, int port) {
    private static final String EVERYWHERE = "0.0.0.0|::|";
    private static final String LOOPBACK = "127.0.0.1";

    /**
     * The published port on the host where there is one, or its port when it has the host's network, else the container's own address.
     *
     * @param port inside of the container; 0 means the only one that it exposes
     * @throws HostFailed when there is no such port, or no address to reach it at
     */
    static Door of(String host, ObservedContainer container, int port) {
        String key = port == 0 ? onlyPort(host, container.inspected()) : port + "/tcp";
        return published(container, key)
                .or(() -> onHost(container, key))
                .or(() -> inside(container, key))
                .orElseThrow(() -> new HostFailed(
                        host,
                        "it has no address at which its port " + key + " could be asked",
                        "Publish the port, or check it with exec('...') in the container."));
    }

    private static Optional<Door> published(ObservedContainer container, String key) {
        List<?> bindings =
                container.inspected().map("NetworkSettings.Ports").get(key) instanceof List<?> list ? list : List.of();
        return bindings.stream().findFirst().map(Tree::of).map(binding -> {
            String ip = binding.text("HostIp");
            return new Door(ip.matches(EVERYWHERE) ? LOOPBACK : ip, Integer.parseInt(binding.text("HostPort")));
        });
    }

    /** One that has its host's network listens on the host itself. */
    private static Optional<Door> onHost(ObservedContainer container, String key) {
        return container.inspected().text("HostConfig.NetworkMode").equals("host")
                ? Optional.of(new Door(LOOPBACK, Port.parse(key).number()))
                : Optional.empty();
    }

    private static Optional<Door> inside(ObservedContainer container, String key) {
        return container.endpoints().values().stream()
                .map(endpoint -> endpoint.text("IPAddress"))
                .filter(address -> !address.isEmpty())
                .findFirst()
                .map(address -> new Door(address, Port.parse(key).number()));
    }

    private static String onlyPort(String host, Tree inspect) {
        List<String> ports = inspect.map("Config.ExposedPorts").keySet().stream()
                .filter(port -> port.endsWith("/tcp"))
                .toList();
        if (ports.size() != 1) {
            throw new HostFailed(
                    host,
                    ports.isEmpty()
                            ? "it exposes no port to check"
                            : "it exposes several ports: " + String.join(", ", ports),
                    "Name the port in the check: http('/', port: 8080) or tcp(8080).");
        }
        return ports.getFirst();
    }

    @Override
    public String toString() {
        return address + ":" + port;
    }
}
