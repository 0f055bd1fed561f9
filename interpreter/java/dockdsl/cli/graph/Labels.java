package dockdsl.cli.graph;

import dockdsl.cli.text.Counted;
import dockdsl.cli.text.Digests;
import dockdsl.graph.Node;
import dockdsl.graph.SiteGraph;
import dockdsl.value.PublishedPort;

/** What is written beside the parts of a graph. */
final class Labels {
    private Labels() {}

    /** {@code shop: 4 containers on 3 hosts}. */
    static String title(SiteGraph graph) {
        return graph.site() + ": " + Counted.of(graph.containers(), "container") + " on "
                + Counted.of(graph.hosts(), "host");
    }

    /** {@code web}, or {@code web x2} for two instances. */
    static String name(Node node) {
        return node.instances() == 1 ? node.name() : node.name() + " x" + node.instances();
    }

    /** As the site file calls it, with a short digest. */
    static String image(Node node) {
        return Digests.shortened(node.image());
    }

    /** {@code :80}, {@code :8080 -> 80}, {@code 127.0.0.1:53/udp}; {@code :? -> 80} for a port that the engine picks. */
    static String port(PublishedPort port) {
        String protocol =
                port.port().protocol().equals("tcp") ? "" : "/" + port.port().protocol();
        String outside = port.hostPort() == 0 ? "?" : String.valueOf(port.hostPort());
        String ip = port.hostIp().contains(":") ? "[" + port.hostIp() + "]" : port.hostIp();
        String inside = port.hostPort() == port.port().number()
                ? ""
                : " -> " + port.port().number();
        return ip + ":" + outside + inside + protocol;
    }
}
