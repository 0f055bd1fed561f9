package dockdsl.cli.text;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import dockdsl.observed.HostSnapshot;
import dockdsl.plan.Change;
import dockdsl.plan.Resource;
import dockdsl.value.Check;
import dockdsl.value.PublishedPort;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where containers that were changed can be reached. */
public final class ReachText {
    private ReachText() {}

    /**
     * @param done the changes that were made
     * @param addresses of hosts
     * @param snapshots of the hosts that changed, as they are now: they have the ports that engines chose
     */
    public static List<Line> of(
            Site site, List<Change> done, Map<String, String> addresses, List<HostSnapshot> snapshots) {
        List<Line> lines = new ArrayList<>();
        for (ContainerSpec container : site.containers()) {
            Resource resource = new Resource(Resource.Kind.CONTAINER, container.engineName());
            for (Change change : done) {
                if (change.host().equals(container.host()) && change.resource().equals(resource)) {
                    String address = addresses.getOrDefault(change.host(), change.host());
                    add(container, container.published(), address, lines);
                    add(container, picked(container, snapshots), address, lines);
                }
            }
        }
        return lines;
    }

    private static List<PublishedPort> picked(ContainerSpec container, List<HostSnapshot> snapshots) {
        return snapshots.stream()
                .filter(snapshot -> snapshot.host().equals(container.host()))
                .flatMap(snapshot -> snapshot.container(container.engineName()).stream())
                .flatMap(seen -> PickedPorts.of(container, seen).stream())
                .toList();
    }

    private static void add(
            ContainerSpec container, Collection<PublishedPort> ports, String address, List<Line> lines) {
        for (PublishedPort port : ports) {
            if (port.hostPort() != 0 && port.port().protocol().equals("tcp")) {
                lines.add(Line.of(Tone.STRONG, container.engineName())
                        .and(" on " + container.host() + " is at ")
                        .and(Tone.GOOD, place(container, port, address)));
            }
        }
    }

    private static String place(ContainerSpec container, PublishedPort port, String address) {
        String host = port.hostIp().isEmpty() ? address : port.hostIp();
        String place = (host.contains(":") ? "[" + host + "]" : host) + ":" + port.hostPort();
        for (Check check : container.checks()) {
            if (check instanceof Check.Http http
                    && (http.port() == 0 || http.port() == port.port().number())) {
                return "http://" + place + http.path();
            }
        }
        return place;
    }
}
