package dockdsl.cli.console;

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

    /**
     * @param pattern all hosts when empty
     * @throws dockdsl.value.Malformed when it means none
     */
    public List<Host> hosts(String pattern) {
        return pattern.isEmpty() ? inventory.hosts() : inventory.match(pattern);
    }
}
