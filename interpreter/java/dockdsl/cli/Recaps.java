package dockdsl.cli;

import dockdsl.run.Recap;
import dockdsl.run.Recap.Outcome;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Counts engines that were set up. */
final class Recaps {
    private Recaps() {}

    /** @param hosts whose engine was set up, unless the recap says otherwise of them */
    static Recap withEngines(Recap recap, Collection<String> hosts) {
        SequencedMap<String, Outcome> counted = new LinkedHashMap<>();
        recap.hosts().forEach((host, outcome) -> {
            boolean gotEngine = hosts.contains(host) && !outcome.unreachable();
            counted.put(host, gotEngine ? oneMore(outcome) : outcome);
        });
        return new Recap(counted, recap.results());
    }

    private static Outcome oneMore(Outcome outcome) {
        return new Outcome(
                outcome.ok() + 1,
                outcome.changed() + 1,
                outcome.unreachable(),
                outcome.failed(),
                outcome.skipped(),
                outcome.rescued(),
                outcome.ignored());
    }
}
