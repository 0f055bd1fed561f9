package dockdsl.run;

import dockdsl.plan.Change;
import dockdsl.plan.Rollout;
import dockdsl.plan.Rollout.Batch;
import dockdsl.plan.Rollout.Keep;
import dockdsl.plan.Rollout.Turn;
import dockdsl.value.Durations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Walks one rollout, batch by batch, as far as it goes. */
final class RolloutWalk {
    private final Rollout rollout;
    private final Map<String, HostWork> hosts;
    private final Places places;
    private final Together together;
    private final Tally tally;
    private final Set<String> failed = Collections.synchronizedSet(new TreeSet<>());
    private final SortedMap<String, List<Change>> done = Collections.synchronizedSortedMap(new TreeMap<>());

    RolloutWalk(Rollout rollout, Map<String, HostWork> hosts, Places places, Together together, Tally tally) {
        this.rollout = rollout;
        this.hosts = hosts;
        this.places = places;
        this.together = together;
        this.tally = tally;
    }

    int wave() {
        return rollout.wave();
    }

    /** A careful rollout does not begin when more hosts are not ready for it than may fail. */
    void lookAtPreparations() {
        if (rollout.isCareful()) {
            rollout.batches().stream()
                    .flatMap(batch -> batch.turns().stream())
                    .filter(turn -> !isReady(turn))
                    .forEach(turn -> failed.add(turn.host()));
            breakUpTheOthers();
        }
    }

    private boolean isReady(Turn turn) {
        return !isOut(turn) && turn.changes().stream().allMatch(hosts.get(turn.host())::isReadyFor);
    }

    private boolean isOut(Turn turn) {
        return !hosts.containsKey(turn.host()) || tally.isOut(turn.host());
    }

    void walk() {
        if (rollout.keep() == Keep.RUN) {
            together.hold(this);
        }
        String obstacle = obstacle();
        boolean first = true;
        for (Batch batch : rollout.batches()) {
            if (obstacle.isEmpty() && !first) {
                pauseBefore(batch);
                obstacle = obstacle();
            }
            if (obstacle.isEmpty()) {
                switchOver(batch);
                obstacle = obstacle();
            } else {
                skip(batch, obstacle);
            }
            first = false;
        }
        settle(obstacle);
    }

    /** Why no further host is come to, as half a sentence; empty when there is no reason. */
    private String obstacle() {
        if (!tally.halt().isEmpty()) {
            return tally.halt();
        }
        String needs = tally.brokenNeeds(rollout.needs());
        String others = rollout.keep() == Keep.RUN ? together.broken() : "";
        return !needs.isEmpty() ? needs : isBroken() ? failure() : others;
    }

    private boolean isBroken() {
        return failed.size() > rollout.tolerance();
    }

    private String failure() {
        String what = rollout.container() + " failed on " + String.join(", ", failed);
        return rollout.tolerance() == 0 ? what : what + ", and only " + rollout.tolerance() + " may";
    }

    private void pauseBefore(Batch batch) {
        if (rollout.pause().isPositive()) {
            String text = "waits " + Durations.show(rollout.pause()) + " after the hosts before";
            batch.turns()
                    .forEach(
                            turn -> tally.tell(new Event.Progress(turn.changes().getFirst(), text)));
            Pauses.of(rollout.pause());
        }
    }

    private void switchOver(Batch batch) {
        Parallel.atMost(batch.turns().size())
                .each(batch.turns(), turn -> places.on(turn.host(), () -> switchOver(turn)));
        breakUpTheOthers();
    }

    private void switchOver(Turn turn) {
        boolean well = true;
        for (Change change : turn.changes()) {
            if (isOut(turn)) {
                well = false;
            } else if (!well) {
                skip(change, change.container() + " failed on " + turn.host());
            } else {
                well = switchOver(change);
            }
        }
        if (!well && !rollout.container().isEmpty()) {
            failed.add(turn.host());
        }
    }

    private boolean switchOver(Change change) {
        HostWork host = hosts.get(change.host());
        boolean well = host.switchOver(change);
        if (well && rollout.keep() == Keep.CHANGE) {
            host.finish(change);
        } else if (well) {
            done.computeIfAbsent(change.host(), name -> Collections.synchronizedList(new ArrayList<>()))
                    .add(change);
        }
        return well;
    }

    private void skip(Batch batch, String why) {
        batch.turns().stream()
                .filter(turn -> !isOut(turn))
                .flatMap(turn -> turn.changes().stream())
                .forEach(change -> skip(change, why));
    }

    private void skip(Change change, String why) {
        hosts.get(change.host()).skip(change, why);
    }

    private void breakUpTheOthers() {
        if (isBroken() && rollout.keep() == Keep.RUN) {
            together.breakUp(failure());
        }
    }

    private void settle(String obstacle) {
        if (!obstacle.isEmpty() && rollout.essential()) {
            tally.failed(rollout.container(), isBroken() ? failure() : rollout.container() + " was left out");
        }
        if (rollout.keep() == Keep.ROLLOUT) {
            if (obstacle.isEmpty()) {
                finish();
            } else {
                takeBack(obstacle);
            }
        }
    }

    /** Every host goes back to what it had; on each, the last change first. */
    void takeBack(String why) {
        if (rollout.essential()) {
            tally.failed(rollout.container(), why);
        }
        onEachHost((host, changes) -> changes.reversed().forEach(change -> host.takeBack(change, why)));
    }

    void finish() {
        onEachHost((host, changes) -> changes.forEach(host::finish));
    }

    private void onEachHost(BiConsumer<HostWork, List<Change>> work) {
        Collection<Map.Entry<String, List<Change>>> all = List.copyOf(done.entrySet());
        Parallel.atMost(all.size() + 1)
                .each(
                        all,
                        entry -> places.on(
                                entry.getKey(), () -> work.accept(hosts.get(entry.getKey()), entry.getValue())));
        done.clear();
    }
}
