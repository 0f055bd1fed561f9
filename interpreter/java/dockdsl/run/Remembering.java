package dockdsl.run;

import dockdsl.ledger.Ledger;
import dockdsl.ledger.Release;
import dockdsl.ledger.Retention;
import dockdsl.observed.Stock;
import dockdsl.plan.Plan;
import dockdsl.problem.DockdslException;
import java.util.List;
import java.util.function.Consumer;

/** Lets hosts remember a run in their ledgers. A host that cannot is no failure of the run, but told. */
record Remembering(Recording recording, Parallel parallel, Consumer<Event> events) {
    /** A run begins to change containers: when nobody comes to tell how it ended, it was cut off. */
    void begin(List<FleetHost> hosts, Plan plan) {
        parallel.each(
                hosts,
                host -> recording.begun(host.name(), plan).ifPresent(begun -> {
                    try {
                        new HostLedger(host, recording.text()).add(begun);
                    } catch (DockdslException e) {
                        warn(host, "if this run is cut off, `dockdsl history` will not show it", e);
                    }
                }));
    }

    /** What became of containers; after a good apply hosts drop the images that no release needs. */
    void end(List<FleetHost> hosts, Recap recap) {
        parallel.each(hosts, host -> {
            try {
                if (recap.hasContainersOf(host.name())) {
                    end(host, recap);
                }
            } catch (DockdslException e) {
                warn(host, "this run is missing in `dockdsl history`", e);
            }
        });
    }

    private void end(FleetHost host, Recap recap) {
        Stock stock = host.engine().stock();
        Release release = recording.release(host.name(), recap.results(), stock);
        Ledger ledger = new HostLedger(host, recording.text()).add(release);
        if (recording.isForGood() && recap.isGood()) {
            new Sweep(host, events).remove(new Retention(ledger, stock).surplus(release.site()));
        }
    }

    private void warn(FleetHost host, String what, DockdslException why) {
        events.accept(new Event.Warned(host.name(), what + ": " + why.getMessage()));
    }
}
