package dockdsl.observed;

import java.util.Map;
import java.util.Optional;

/** A network of an engine. */
public record ObservedNetwork(String id, String name, String driver, Map<String, String> labels) {
    public ObservedNetwork {
        labels = Map.copyOf(labels);
    }

    public Optional<String> site() {
        return Optional.ofNullable(labels.get(ObservedContainer.SITE_LABEL));
    }
}
