package dockdsl.run;

import dockdsl.bootstrap.BootstrapPlan;
import dockdsl.observed.HostSnapshot;
import dockdsl.problem.HostFailed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;

/**
 * What was found on the hosts of a fleet.
 *
 * @param snapshots one for each host that answered and whose engine is not asleep; nothing on hosts that have no engine yet
 * @param bootstraps what it takes to make the engine of a host what the site asks for, by host; hosts that have it are missing
 * @param asleep hosts with an engine that does not answer: what they have shows only when it does
 */
public record Survey(
        List<HostSnapshot> snapshots, SequencedMap<String, BootstrapPlan> bootstraps, SequencedSet<String> asleep) {
    public Survey {
        snapshots = List.copyOf(snapshots);
        asleep = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(asleep));
        bootstraps = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(bootstraps));
    }

    static Survey of(List<Findings> hosts) {
        SequencedMap<String, BootstrapPlan> bootstraps = new LinkedHashMap<>();
        hosts.stream()
                .filter(Findings::needBootstrap)
                .forEach(findings -> bootstraps.put(findings.host(), findings.bootstrap()));
        SequencedSet<String> asleep = new LinkedHashSet<>();
        hosts.stream().filter(Findings::asleep).forEach(findings -> asleep.add(findings.host()));
        return new Survey(
                hosts.stream()
                        .filter(findings -> !findings.asleep())
                        .map(Findings::snapshot)
                        .toList(),
                bootstraps,
                asleep);
    }

    /** What it takes to make the engines what the site asks for, in words, by host. */
    public SequencedMap<String, String> summaries() {
        SequencedMap<String, String> summaries = new LinkedHashMap<>();
        bootstraps.forEach((host, plan) -> summaries.put(
                host,
                asleep.contains(host)
                        ? plan.summary() + "; what it has shows then, and what is to be done with it"
                        : plan.summary()));
        return summaries;
    }

    /** The same without what these hosts would need. */
    public Survey without(Set<String> hosts) {
        SequencedMap<String, BootstrapPlan> others = new LinkedHashMap<>(bootstraps);
        others.keySet().removeAll(hosts);
        return new Survey(snapshots, others, asleep);
    }

    /** @throws HostFailed naming all hosts that can never get the engine that the site asks for */
    void throwIfImpossible() {
        List<String> reasons = new ArrayList<>();
        List<String> hosts = new ArrayList<>();
        SequencedSet<String> remedies = new LinkedHashSet<>();
        bootstraps.forEach((host, bootstrap) -> {
            if (bootstrap instanceof BootstrapPlan.Impossible impossible) {
                hosts.add(host);
                reasons.add(hosts.size() == 1 ? impossible.reason() : host + ": " + impossible.reason());
                remedies.add(impossible.remedy());
            }
        });
        if (!reasons.isEmpty()) {
            throw new HostFailed(
                    hosts.getFirst(),
                    "the engine cannot be made what the site asks for: " + String.join("; on ", reasons)
                            + "; nothing was changed anywhere",
                    String.join(" ", remedies));
        }
    }
}
