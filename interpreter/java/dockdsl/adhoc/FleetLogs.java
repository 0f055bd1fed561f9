package dockdsl.adhoc;

import dockdsl.host.LogWish;
import dockdsl.model.Host;
import dockdsl.problem.DockdslException;
import dockdsl.run.Parallel;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What the chosen containers of many hosts write, in one order. */
public final class FleetLogs {
    /** How long a container that writes nothing may hold up the others that are followed. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private static final Duration BEFORE_TRYING_AGAIN = Duration.ofSeconds(3);

    private final Workshops workshops;
    private final Chosen chosen;
    private final LogWish wish;
    private final Consumer<DockdslException> failures;
    private final LogMerge merge;

    /** @param failures is called from many threads, for what could not be read; the rest goes on */
    public FleetLogs(Workshops workshops, Chosen chosen, LogWish wish, Consumer<DockdslException> failures) {
        this.workshops = workshops;
        this.chosen = chosen;
        this.wish = wish;
        this.failures = failures;
        this.merge = new LogMerge(wish.follow() ? PATIENCE : Duration.ZERO);
    }

    /** Returns when all is read; never when it is followed. @param to gets lines in their order, several at a time; false for no more */
    public void read(Predicate<List<LogMerge.Entry>> to) {
        Map<Host, LogMerge.Source> openings = new LinkedHashMap<>();
        chosen.hosts().forEach(host -> openings.put(host, merge.opening(Place.on(host.name()))));
        Errand hosts = Errand.begin(() -> {
            try {
                Parallel.unbounded().each(openings.entrySet(), entry -> read(entry.getKey(), entry.getValue()));
            } finally {
                merge.complete();
            }
        });
        try {
            for (List<LogMerge.Entry> next = merge.next(); !next.isEmpty(); next = merge.next()) {
                if (!to.test(next)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        hosts.await();
    }

    /** Whether none of the chosen containers was there. */
    public boolean foundNothing() {
        return !merge.hadSources();
    }

    private void read(Host host, LogMerge.Source opening) {
        HostLogs logs = new HostLogs(host, chosen, wish, merge, failures);
        try (opening) {
            if (wish.follow()) {
                follow(host, logs, opening);
            } else {
                logs.readAll(workshops.on(host), opening);
            }
        } catch (DockdslException e) {
            failures.accept(e);
        }
    }

    /** A host that is lost is come back to; what it said meanwhile is not missed. */
    private void follow(Host host, HostLogs logs, LogMerge.Source opening) {
        String told = "";
        while (!Thread.currentThread().isInterrupted()) {
            try {
                logs.follow(workshops.on(host), opening);
            } catch (DockdslException e) {
                if (!told.equals(e.getMessage())) {
                    failures.accept(e);
                    told = e.getMessage();
                }
                opening.close();
            }
            Waiting.a(BEFORE_TRYING_AGAIN);
        }
    }
}
