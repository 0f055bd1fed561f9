package dockdsl.cli.text;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import dockdsl.plan.Change;
import dockdsl.plan.Resource;
import dockdsl.value.Check;
import dockdsl.value.PublishedPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where containers that were changed can be reached. */
public final class ReachText {
    private ReachText() {}

    /**
     * @param done the changes that were made
     * @param addresses of hosts
     */
    public static List<Line> of(Site site, List<Change> done, Map<String, String> addresses) {
        List<Line> lines = new ArrayList<>();
        for (ContainerSpec container : site.containers()) {
            Resource resource = new Resource(Resource.Kind.CONTAINER, container.engineName());
            for (Change change : done) {
                if (change.host().equals(container.host()) && change.resource().equals(resource)) {
                    add(container, addresses.getOrDefault(change.host(), change.host()), lines);
                }
            }
        }
        return lines;
    }

    private static void add(ContainerSpec container, String address, List<Line> lines) {
        for (PublishedPort port : container.published()) {
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
