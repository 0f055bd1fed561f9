package dockdsl.run;

import dockdsl.host.HostSession;
import dockdsl.problem.DockdslException;
import dockdsl.problem.LockedByAnotherRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The lock of a site on all hosts of a run: all of them or none.
 *
 * <p>The hosts are asked at once. Two runs that each got some of them would both give up; so the one that began earlier waits a
 * moment for the other, which does not.
 */
public final class RunLock implements AutoCloseable {
    private static final Duration COURTESY = Duration.ofSeconds(3);
    private static final Duration MOMENT = Duration.ofMillis(100);

    private final Claim claim;
    private final LockHolder us;
    private final SequencedMap<String, Supplier<Optional<HostSession>>> sessions;
    private final BiConsumer<String, DockdslException> lose;
    private final Consumer<Event> events;
    private final Map<String, HostLock> held = new ConcurrentHashMap<>();
    private final Map<String, LockHolder> told = new HashMap<>();
    private final FutureTask<Void> taking;
    private volatile boolean closed;

    /**
     * Who wants the lock.
     *
     * @param who {@code alice@laptop}
     * @param what {@code apply of site identidock}
     * @param patience how long to wait for another run; zero for not at all
     */
    public record Claim(String site, String who, String what, Duration patience) {}

    private RunLock(
            Claim claim,
            SequencedMap<String, Supplier<Optional<HostSession>>> sessions,
            BiConsumer<String, DockdslException> lose,
            Consumer<Event> events) {
        this.claim = claim;
        this.us = LockHolder.now(claim.who(), claim.what());
        this.sessions = sessions;
        this.lose = lose;
        this.events = events;
        this.taking = new FutureTask<>(this::take, null);
    }

    /**
     * Starts to take it and returns at once.
     *
     * @param sessions by host, each as soon as there is one; empty when there is no way to the host
     * @param lose is told of hosts whose connection failed
     */
    static RunLock take(
            Claim claim,
            SequencedMap<String, Supplier<Optional<HostSession>>> sessions,
            BiConsumer<String, DockdslException> lose,
            Consumer<Event> events) {
        RunLock lock = new RunLock(claim, sessions, lose, events);
        Thread.ofVirtual().name("run lock").start(lock.taking);
        return lock;
    }

    /**
     * Returns when the lock is ours, on every host that can be reached and has locks.
     *
     * @throws LockedByAnotherRun when another run has it for longer than we have patience
     */
    public void await() {
        try {
            taking.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the lock", e);
        }
    }

    private void take() {
        Stopwatch watch = Stopwatch.started();
        while (true) {
            SortedMap<String, Optional<LockHolder>> busy = takeAll();
            if (busy.isEmpty()) {
                return;
            }
            release();
            if (watch.time().compareTo(claim.patience()) >= 0) {
                throw lockedBy(busy);
            }
            tell(busy);
            pause(Duration.ofMillis(ThreadLocalRandom.current().nextLong(300, 900)));
        }
    }

    /** @return the hosts that others keep, and who they are */
    private SortedMap<String, Optional<LockHolder>> takeAll() {
        Stopwatch watch = Stopwatch.started();
        SortedMap<String, Optional<LockHolder>> busy = takeOn(sessions.sequencedKeySet());
        while (!busy.isEmpty()
                && busy.values().stream().allMatch(this::willGiveWay)
                && watch.time().compareTo(COURTESY) < 0) {
            pause(MOMENT);
            busy = takeOn(busy.keySet());
        }
        return busy;
    }

    private boolean willGiveWay(Optional<LockHolder> holder) {
        return holder.filter(other -> us.compareTo(other) < 0).isPresent();
    }

    private SortedMap<String, Optional<LockHolder>> takeOn(Collection<String> hosts) {
        SortedMap<String, Optional<LockHolder>> busy = new ConcurrentSkipListMap<>();
        Parallel.atMost(hosts.size())
                .each(hosts, host -> sessions.get(host).get().ifPresent(session -> takeOn(session, busy)));
        return new TreeMap<>(busy);
    }

    private void takeOn(HostSession session, Map<String, Optional<LockHolder>> busy) {
        String host = session.host();
        try {
            switch (HostLock.tryToTake(session, claim.site(), us)) {
                case HostLock.Answer.Held(HostLock lock) -> keep(session, lock);
                case HostLock.Answer.Busy(Optional<LockHolder> holder) -> busy.put(host, holder);
                case HostLock.Answer.Impossible(String why) ->
                    events.accept(new Event.Warned(
                            host, "no lock keeps other runs away: " + why + "; make sure that this is the only one"));
            }
        } catch (DockdslException e) {
            lose.accept(host, FleetHost.reason(session, e));
        }
    }

    private void keep(HostSession session, HostLock lock) {
        held.put(session.host(), lock);
        lock.keep(() -> {
            if (session.isOpen()) {
                String what =
                        "the lock may be lost, as nothing came from the host for too long; the connection is closed";
                events.accept(new Event.Warned(session.host(), what));
            }
            session.close();
        });
        if (closed) {
            lock.letGo();
        }
    }

    private void tell(SortedMap<String, Optional<LockHolder>> busy) {
        busy.forEach((host, holder) -> holder.filter(other -> !other.equals(told.put(host, other)))
                .ifPresent(other -> events.accept(new Event.Waiting(host, other))));
    }

    private static LockedByAnotherRun lockedBy(SortedMap<String, Optional<LockHolder>> busy) {
        List<String> places = new ArrayList<>();
        busy.forEach((host, holder) ->
                places.add(host + " (" + holder.map(LockHolder::toString).orElse("who does not say who it is") + ")"));
        return new LockedByAnotherRun(
                "Locked by another run on " + String.join(" and on ", places) + ".",
                "Nothing was changed. Run again when that run has ended, or let this one wait for it with `--lock-wait 5m`.");
    }

    private void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while waiting for the lock", e);
        }
        if (closed) {
            throw new CancellationException("the run has ended");
        }
    }

    private void release() {
        held.values().forEach(HostLock::close);
        held.clear();
    }

    /** The run is over and its sessions are about to be closed; the lock goes with them. */
    @Override
    public void close() {
        closed = true;
        held.values().forEach(HostLock::letGo);
    }
}
