package dockdsl.adhoc;

import dockdsl.model.Host;
import dockdsl.observed.ObservedContainer;
import dockdsl.plan.EngineNames;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Containers of a site that somebody asked for.
 *
 * @param site the site's name
 * @param hosts those that may have some, in the order of the inventory
 * @param which by host and the engine's name, whatever temporary one it has at the moment
 */
public record Chosen(String site, List<Host> hosts, BiPredicate<Host, String> which) {
    public Chosen {
        hosts = List.copyOf(hosts);
    }

    public boolean has(Host host, ObservedContainer container) {
        return container.belongsTo(site)
                && !EngineNames.isFilling(container.name())
                && which.test(host, EngineNames.base(container.name()));
    }

    /** What stands before what the container says. */
    public static Place place(Host host, ObservedContainer container) {
        return new Place(host.name(), EngineNames.base(container.name()));
    }
}
