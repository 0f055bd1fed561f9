package dockdsl.cli.text;

import dockdsl.model.Host;
import dockdsl.model.Inventory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Groups and the hosts in them, drawn as a tree. */
public final class InventoryText {
    private InventoryText() {}

    /** Hosts without a group stand beside the groups. */
    public static List<Line> of(Inventory inventory) {
        Map<String, List<Line>> groups = new LinkedHashMap<>();
        inventory.groups().forEach(group -> groups.put(group, new ArrayList<>()));
        List<Line> lines = new ArrayList<>(List.of(Line.of("@all:")));
        for (Host host : inventory.hosts()) {
            if (host.groups().isEmpty()) {
                lines.add(Line.of("  |--" + host.name()));
            }
            host.groups().forEach(group -> groups.get(group).add(Line.of("  |  |--" + host.name())));
        }
        groups.forEach((group, hosts) -> {
            lines.add(Line.of("  |--@" + group + ":"));
            lines.addAll(hosts);
        });
        return lines;
    }
}
