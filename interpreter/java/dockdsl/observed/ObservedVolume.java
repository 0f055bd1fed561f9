package dockdsl.observed;

import dockdsl.value.Tree;
import java.util.Map;
import java.util.Optional;

/**
 * A volume of an engine.
 *
 * @param detail one of the answer of {@code GET /volumes}
 */
public record ObservedVolume(String name, String driver, Map<String, String> labels, Tree detail) {
    public ObservedVolume {
        labels = Map.copyOf(labels);
    }

    public Optional<String> site() {
        return Optional.ofNullable(labels.get(ObservedContainer.SITE_LABEL));
    }
}
