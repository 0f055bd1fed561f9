package dockdsl.vocabulary;

import dockdsl.value.Port;
import dockdsl.value.PublishedPort;
import dockdsl.value.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** How the engine keeps ports. */
final class PortFields {
    private PortFields() {}

    static EngineForm<SortedSet<PublishedPort>> published() {
        return EngineForm.of(
                "HostConfig.PortBindings",
                Collections.emptySortedSet(),
                inspect -> published(inspect.map("HostConfig.PortBindings")),
                PortFields::publish);
    }

    private static SortedSet<PublishedPort> published(Map<String, Object> bindings) {
        if (bindings.isEmpty()) {
            return Collections.emptySortedSet();
        }
        SortedSet<PublishedPort> ports = new TreeSet<>();
        bindings.forEach((port, hosts) -> {
            for (Object host : (List<?>) hosts) {
                Tree binding = Tree.of(host);
                for (int number : numbers(binding.text("HostPort"))) {
                    ports.add(new PublishedPort(binding.text("HostIp"), number, Port.parse(port)));
                }
            }
        });
        return Collections.unmodifiableSortedSet(ports);
    }

    /** 0 where the engine picks; all of a range from which it was told to pick, which nobody can say here. */
    private static int[] numbers(String text) {
        if (text.isEmpty()) {
            return new int[] {0};
        }
        return Port.range(text).stream().mapToInt(Port::number).toArray();
    }

    private static Tree publish(Tree body, SortedSet<PublishedPort> ports) {
        Map<String, List<Map<String, String>>> bindings = new TreeMap<>();
        for (PublishedPort port : ports) {
            bindings.computeIfAbsent(port.port().toString(), key -> new ArrayList<>())
                    .add(Map.of(
                            "HostIp",
                            port.hostIp(),
                            "HostPort",
                            port.hostPort() == 0 ? "" : String.valueOf(port.hostPort())));
        }
        SortedSet<Port> inside =
                Kinds.sorted(ports.stream().map(PublishedPort::port).toList());
        return expose(body.with("HostConfig.PortBindings", bindings), inside);
    }

    /** Published ports are exposed ones too; the comparer adds them to what is declared. */
    static EngineForm<SortedSet<Port>> exposed() {
        return EngineForm.<SortedSet<Port>>of(
                        "Config.ExposedPorts",
                        Collections.emptySortedSet(),
                        inspect -> exposed(inspect.map("Config.ExposedPorts")),
                        PortFields::expose)
                .inheriting(image -> exposed(image.map("ExposedPorts")), Kinds::union);
    }

    private static SortedSet<Port> exposed(Map<String, Object> ports) {
        return Kinds.sorted(ports.keySet(), Port::parse);
    }

    private static Tree expose(Tree body, SortedSet<Port> ports) {
        Map<String, Object> exposed = new TreeMap<>(body.map("ExposedPorts"));
        ports.forEach(port -> exposed.put(port.toString(), Map.of()));
        return body.with("ExposedPorts", exposed);
    }
}
