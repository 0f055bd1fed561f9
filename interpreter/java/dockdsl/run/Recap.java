package dockdsl.run;

import dockdsl.plan.Change;
import java.util.List;
import java.util.SequencedMap;

/**
 * What became of a run.
 *
 * @param hosts what became of every host, in the order of the inventory
 * @param results what became of every change that was come to, each once, in no particular order; changes of a host whose
 *     connection died before they began are missing
 */
public record Recap(SequencedMap<String, Outcome> hosts, List<Result> results) {
    public Recap {
        results = List.copyOf(results);
    }

    /** Of a run that had nothing to change. */
    public Recap(SequencedMap<String, Outcome> hosts) {
        this(hosts, List.of());
    }

    /** What became of one change. */
    public record Result(Change change, Fate fate) {}

    /**
     * The counts of one host.
     *
     * @param ok resources that are as declared now, changed or not
     * @param changed resources that were changed
     * @param unreachable whether there was no way in or the connection died
     * @param failed resources that could not be made as declared, and failures outside of any change
     * @param skipped changes left out because something they need failed
     * @param rescued changes that had gone well and were taken back because others failed
     * @param ignored failures that the site says not to mind
     */
    public record Outcome(int ok, int changed, boolean unreachable, int failed, int skipped, int rescued, int ignored) {
        /** Of a host where nothing was taken back and nothing ignored. */
        public Outcome(int ok, int changed, boolean unreachable, int failed, int skipped) {
            this(ok, changed, unreachable, failed, skipped, 0, 0);
        }
    }

    public boolean anyFailed() {
        return hosts.values().stream().anyMatch(outcome -> outcome.failed() > 0);
    }

    public boolean anyUnreachable() {
        return hosts.values().stream().anyMatch(Outcome::unreachable);
    }

    boolean isGood() {
        return !anyFailed() && !anyUnreachable();
    }

    /** Whether something was to become of containers of the host that is to be remembered. */
    boolean hasContainersOf(String host) {
        return results.stream()
                .map(Result::change)
                .anyMatch(change -> change.host().equals(host) && Recording.isRemembered(change));
    }

    /** The counts of one host; nothing at all for a host that took no part. */
    public Outcome of(String host) {
        return hosts.getOrDefault(host, new Outcome(0, 0, false, 0, 0));
    }
}
