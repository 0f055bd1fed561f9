package dockdsl.plan;

import dockdsl.observed.ObservedContainer;
import dockdsl.value.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Whose a thing on a host is, in words, as far as its labels tell. */
final class Owner {
    private static final SequencedMap<String, String> SIGNS = new LinkedHashMap<>();

    static {
        SIGNS.put(ObservedContainer.SITE_LABEL, "the site");
        SIGNS.put("com.docker.compose.project", "the Compose project");
        SIGNS.put("com.docker.stack.namespace", "the stack");
        SIGNS.put("com.docker.swarm.service.name", "the swarm service");
        SIGNS.put("io.kubernetes.pod.name", "the Kubernetes pod");
    }

    /** Beginnings of labels that other tools write for themselves. */
    private static final List<String> THEIRS =
            List.of("com.docker.compose.", "com.docker.stack.", "com.docker.swarm.", "io.kubernetes.");

    private Owner() {}

    /** The container without what only says whose it was: no setting of the one who takes it over. */
    static ObservedContainer withoutSigns(ObservedContainer container) {
        Tree inspected = container.inspected();
        Map<String, Object> labels = new LinkedHashMap<>(inspected.map("Config.Labels"));
        labels.keySet().removeIf(label -> THEIRS.stream().anyMatch(label::startsWith));
        return new ObservedContainer(
                container.id(),
                container.name(),
                container.status(),
                container.labels(),
                Optional.of(inspected.with("Config.Labels", labels)));
    }

    static String of(Map<String, String> labels) {
        return SIGNS.entrySet().stream()
                .filter(sign -> labels.containsKey(sign.getKey()))
                .findFirst()
                .map(sign -> sign.getValue() + " '" + labels.get(sign.getKey()) + "'")
                .orElse("nobody that dockdsl knows");
    }
}
