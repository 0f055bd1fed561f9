package dockdsl.cli.console;

import dockdsl.cli.text.Counted;
import dockdsl.model.Host;
import dockdsl.model.Inventory;
import dockdsl.model.Site;
import java.util.List;
import java.util.Optional;

/**
 * What there is to work on.
 *
 * @param site with what was typed on top of it; empty where only an inventory is known
 */
public record World(Optional<Site> site, Inventory inventory) {
    public static final World EMPTY = new World(Optional.empty(), Inventory.EMPTY);

    /** {@code 3 hosts}, and {@code 12 containers} where there is a site. */
    public String told() {
        String hosts = Counted.of(inventory.hosts().size(), "host");
        return site.map(known -> Counted.of(known.containers().size(), "container") + " on " + hosts)
                .orElse(hosts);
    }

    /**
     * @param pattern all hosts when empty
     * @throws dockdsl.value.Malformed when it means none
     */
    public List<Host> hosts(String pattern) {
        return pattern.isEmpty() ? inventory.hosts() : inventory.match(pattern);
    }
}
