package dockdsl.run;

import dockdsl.bootstrap.BootstrapPlan;
import dockdsl.observed.HostSnapshot;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What was found on the hosts of a fleet.
 *
 * @param snapshots one for each host that answered; nothing on hosts that have no engine yet
 * @param bootstraps what it takes to make the engine of a host what the site asks for, by host; hosts that have it are missing
 */
public record Survey(List<HostSnapshot> snapshots, SequencedMap<String, BootstrapPlan> bootstraps) {
    public Survey {
        snapshots = List.copyOf(snapshots);
        bootstraps = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(bootstraps));
    }
}
