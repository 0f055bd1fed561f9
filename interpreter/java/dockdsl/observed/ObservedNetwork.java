package dockdsl.observed;

import dockdsl.value.Tree;
import java.util.Map;
import java.util.Optional;

/**
 * A network of an engine.
 *
 * @param detail one of the answer of {@code GET /networks}
 */
public record ObservedNetwork(String id, String name, String driver, Map<String, String> labels, Tree detail) {
    public ObservedNetwork {
        labels = Map.copyOf(labels);
    }

    /** A network of which nothing else matters. */
    public ObservedNetwork(String id, String name, String driver, Map<String, String> labels) {
        this(id, name, driver, labels, new Tree(Map.of("Driver", driver, "Labels", labels)));
    }

    public Optional<String> site() {
        return Optional.ofNullable(labels.get(ObservedContainer.SITE_LABEL));
    }
}
