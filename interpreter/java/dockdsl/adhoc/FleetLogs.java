package dockdsl.adhoc;

import dockdsl.host.LogWish;
import dockdsl.model.Host;
import dockdsl.problem.DockdslException;
import dockdsl.run.Parallel;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** What the chosen containers of many hosts write, in one order. */
public final class FleetLogs {
    /** How long a container that writes nothing may hold up the others that are followed. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final Workshops workshops;
    private final Chosen chosen;
    private final LogWish wish;
    private final LogNews news;
    private final LogMerge merge;
    private final AtomicInteger unseen;

    public FleetLogs(Workshops workshops, Chosen chosen, LogWish wish, LogNews news) {
        this.workshops = workshops;
        this.chosen = chosen;
        this.wish = wish;
        this.news = news;
        this.unseen = new AtomicInteger(chosen.hosts().size());
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
        HostLogs logs = new HostLogs(host, chosen, wish, merge, news);
        try (opening) {
            if (wish.follow()) {
                new FollowedHost(host, workshops, logs, news, watcher(opening)).follow();
            } else {
                logs.readAll(workshops.on(host), opening);
            }
        } catch (DockdslException e) {
            news.failed(e);
        }
    }

    /** The first look at each host counts; while one was never seen, nobody knows whether there is nothing. */
    private FollowedHost.Watcher watcher(LogMerge.Source opening) {
        AtomicBoolean before = new AtomicBoolean();
        return new FollowedHost.Watcher() {
            @Override
            public void seen() {
                opening.close();
                if (before.compareAndSet(false, true) && unseen.decrementAndGet() == 0 && foundNothing()) {
                    news.nothingYet();
                }
            }

            @Override
            public void unseen() {
                opening.close();
            }
        };
    }
}
