package dockdsl.adhoc;

import dockdsl.host.LogLine;
import dockdsl.host.LogWish;
import dockdsl.host.Operations;
import dockdsl.model.Host;
import dockdsl.observed.ObservedContainer;
import dockdsl.problem.DockdslException;
import dockdsl.run.Parallel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** What the chosen containers of one host write, also those that are started while it is followed. */
final class HostLogs {
    private final Host host;
    private final Chosen chosen;
    private final LogWish wish;
    private final LogMerge merge;
    private final LogNews news;
    private final Map<String, Long> last = new ConcurrentHashMap<>();

    /** Guarded by itself, with {@code again}: those that are read at this moment. */
    private final Set<String> reading = new HashSet<>();

    private final Map<String, Boolean> again = new HashMap<>();

    HostLogs(Host host, Chosen chosen, LogWish wish, LogMerge merge, LogNews news) {
        this.host = host;
        this.chosen = chosen;
        this.wish = wish;
        this.merge = merge;
        this.news = news;
    }

    /** Reads what was written until now. @param opening is closed when it is known who wrote something */
    void readAll(Operations operations, LogMerge.Source opening) {
        Map<ObservedContainer, LogMerge.Source> sources = new LinkedHashMap<>();
        present(operations).forEach(container -> sources.put(container, merge.source(Chosen.place(host, container))));
        opening.close();
        Parallel.unbounded().each(sources.entrySet(), entry -> {
            try (LogMerge.Source source = entry.getValue()) {
                operations.logs(entry.getKey().id(), wish, source::add);
            } catch (DockdslException e) {
                news.failed(e);
            }
        });
    }

    private List<ObservedContainer> present(Operations operations) {
        return operations.containers(chosen.site()).stream()
                .filter(container -> chosen.has(host, container))
                .toList();
    }

    /** Follows what is there and what is started, until the connection ends. @param attached is run when all is followed that is there */
    void follow(Operations operations, Runnable attached) {
        CountDownLatch ready = new CountDownLatch(1);
        Errand watch = Errand.begin(() -> {
            try {
                operations.starts(chosen.site(), ready::countDown, id -> begin(operations, id));
            } finally {
                ready.countDown();
            }
        });
        Waiting.on(ready);
        present(operations).forEach(container -> begin(operations, container));
        attached.run();
        watch.await();
    }

    private void begin(Operations operations, String id) {
        synchronized (reading) {
            if (reading.contains(id)) {
                again.put(id, true);
                return;
            }
        }
        try {
            ObservedContainer container = operations.inspect(id);
            if (chosen.has(host, container)) {
                begin(operations, container);
            }
        } catch (DockdslException goneAlready) {
            // It was started and removed before anybody could look.
        }
    }

    private void begin(Operations operations, ObservedContainer container) {
        synchronized (reading) {
            if (!reading.add(container.id())) {
                return;
            }
        }
        LogMerge.Source source = merge.source(Chosen.place(host, container));
        Errand.begin(() -> followToItsEnd(operations, container, source));
    }

    /** The engine ends the stream when the container stops; one that is started again meanwhile is gone on with. */
    private void followToItsEnd(Operations operations, ObservedContainer container, LogMerge.Source source) {
        String id = container.id();
        try (source) {
            boolean goesOn = true;
            while (goesOn) {
                try {
                    operations.logs(id, wishFor(id), line -> note(id, line, source));
                    goesOn = isRunning(operations, id);
                } catch (DockdslException e) {
                    goesOn = false;
                    told(operations, id, e);
                }
                goesOn = goesOn || startedAgain(id);
            }
        }
    }

    private LogWish wishFor(String id) {
        return last.containsKey(id) ? wish.behind(last.get(id)) : wish;
    }

    private void note(String id, LogLine line, LogMerge.Source source) {
        last.put(id, line.nanos());
        source.add(line);
    }

    private static boolean isRunning(Operations operations, String id) {
        try {
            return operations.inspect(id).isRunning();
        } catch (DockdslException gone) {
            return false;
        }
    }

    /** That a container was removed under our eyes is no failure. */
    private void told(Operations operations, String id, DockdslException why) {
        try {
            operations.inspect(id);
            news.failed(why);
        } catch (DockdslException gone) {
            // Removed, or the connection is lost: then the watch ends too and tells.
        }
    }

    private boolean startedAgain(String id) {
        synchronized (reading) {
            boolean goesOn = again.remove(id) != null;
            if (!goesOn) {
                reading.remove(id);
            }
            return goesOn;
        }
    }
}
