package dockdsl.plan;

import dockdsl.observed.ObservedContainer;
import java.util.LinkedHashMap;
import java.util.Map;
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

    private Owner() {}

    static String of(Map<String, String> labels) {
        return SIGNS.entrySet().stream()
                .filter(sign -> labels.containsKey(sign.getKey()))
                .findFirst()
                .map(sign -> sign.getValue() + " '" + labels.get(sign.getKey()) + "'")
                .orElse("nobody that dockdsl knows");
    }
}
