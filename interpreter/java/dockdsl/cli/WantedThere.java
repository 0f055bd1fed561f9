package dockdsl.cli;

import dockdsl.doctor.Wanted;
import dockdsl.model.ContainerSpec;
import dockdsl.model.Host;
import dockdsl.value.PublishedPort;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.LogWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the doctor has to know of a site to judge a host. */
record WantedThere(Job job) {
    private static final String LARGEST = "max-size";

    Wanted on(Host host) {
        List<ContainerSpec> containers = job.site().on(host.name());
        Map<String, Wanted.Log> logs = new LinkedHashMap<>();
        containers.forEach(container -> logs.put(container.engineName(), log(container)));
        return new Wanted(
                containers.stream()
                        .flatMap(container -> ports(container).stream())
                        .distinct()
                        .toList(),
                logs,
                isRotated(),
                job.site().docker().minimumVersion());
    }

    private static SortedSet<PublishedPort> ports(ContainerSpec container) {
        return container.settings().find(ContainerWords.PUBLISH).orElseGet(TreeSet::new);
    }

    private static Wanted.Log log(ContainerSpec container) {
        SortedMap<String, String> options =
                container.settings().find(LogWords.LOG_OPTIONS).orElseGet(TreeMap::new);
        return new Wanted.Log(container.settings().find(LogWords.LOG_DRIVER), options.containsKey(LARGEST));
    }

    /** As daemon.json spells it. */
    private boolean isRotated() {
        Map<String, Object> daemon = job.site().docker().daemon();
        return daemon.get("log-opts") instanceof Map<?, ?> options && options.containsKey(LARGEST)
                || !String.valueOf(daemon.getOrDefault("log-driver", "json-file"))
                        .equals("json-file");
    }
}
