package dockdsl.observed;

import java.util.Map;
import java.util.Optional;

/** A volume of an engine. */
public record ObservedVolume(String name, String driver, Map<String, String> labels) {
    public ObservedVolume {
        labels = Map.copyOf(labels);
    }

    public Optional<String> site() {
        return Optional.ofNullable(labels.get(ObservedContainer.SITE_LABEL));
    }
}
