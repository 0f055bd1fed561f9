package dockdsl.adhoc;

import dockdsl.host.LogLine;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Brings lines of many sources into the order of their stamps. A source that has nothing to say holds up the others only for a
 * moment when it is followed, else until it has ended. Each keeps so many lines at most; then whoever writes to it waits.
 */
public final class LogMerge {
    private static final int MOST_LINES = 4096;
    private static final long MOST_TEXT = 2L << 20;
    private static final int BATCH = 1024;
    private static final int FIRST_LINE_MAY_TAKE = 4;
    private static final long FOR_EVER = Duration.ofDays(365).toNanos();

    private final long patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Set<Source> sources = new LinkedHashSet<>();
    private boolean complete;
    private volatile boolean spoken;

    /** @param patience how long a silent source is waited for; zero for until it ends */
    public LogMerge(Duration patience) {
        this.patience = patience.toNanos();
    }

    /** A line and where it comes from. */
    public record Entry(Place place, LogLine line) {}

    /** One container's lines, in the order in which it wrote them. */
    public final class Source implements AutoCloseable {
        private final Place place;
        private final Deque<LogLine> lines = new ArrayDeque<>();
        private final Condition room = lock.newCondition();
        private long text;
        private long heldUntil;
        private boolean ended;

        private Source(Place place, long heldFor) {
            this.place = place;
            this.heldUntil = System.nanoTime() + heldFor;
        }

        /** Waits for room. */
        public void add(LogLine line) {
            lock.lock();
            try {
                while (lines.size() >= MOST_LINES || text >= MOST_TEXT) {
                    room.awaitUninterruptibly();
                }
                boolean first = lines.isEmpty();
                lines.add(line);
                text += line.text().length();
                heldUntil = System.nanoTime() + patience;
                if (first) {
                    news.signal();
                }
            } finally {
                lock.unlock();
            }
        }

        private LogLine take() {
            boolean full = lines.size() >= MOST_LINES || text >= MOST_TEXT;
            LogLine line = lines.remove();
            text -= line.text().length();
            if (full) {
                room.signal();
            }
            return line;
        }

        @Override
        public void close() {
            lock.lock();
            try {
                ended = true;
                news.signal();
            } finally {
                lock.unlock();
            }
        }
    }

    /** @throws IllegalStateException when no more were to come */
    public Source source(Place place) {
        spoken = true;
        return source(place, patience * FIRST_LINE_MAY_TAKE);
    }

    /** Says nothing itself, but holds up all others until it is closed: there are sources still to come. */
    public Source opening(Place place) {
        return source(place, FOR_EVER);
    }

    private Source source(Place place, long heldFor) {
        lock.lock();
        try {
            if (complete) {
                throw new IllegalStateException("late: " + place);
            }
            Source source = new Source(place, patience == 0 ? FOR_EVER : heldFor);
            sources.add(source);
            return source;
        } finally {
            lock.unlock();
        }
    }

    /** Whether there was a source at all. */
    boolean hadSources() {
        return spoken;
    }

    /** No further source will come. */
    public void complete() {
        lock.lock();
        try {
            complete = true;
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    /** The next lines in their order, as many as there are up to a thousand or so; waits for some, and is empty at the end only. */
    public List<Entry> next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            List<Entry> batch = new ArrayList<>();
            while (true) {
                long wait = fill(batch);
                sources.removeIf(source -> source.ended && source.lines.isEmpty());
                if (!batch.isEmpty() || complete && sources.isEmpty()) {
                    return batch;
                }
                if (wait > 0) {
                    news.await(wait, TimeUnit.NANOSECONDS);
                } else {
                    news.await();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** @return how long to wait for a source that may have an older line; 0 for until there is news */
    private long fill(List<Entry> batch) {
        while (batch.size() < BATCH) {
            Source oldest = null;
            long wait = 0;
            boolean held = false;
            long now = System.nanoTime();
            for (Source source : sources) {
                if (!source.lines.isEmpty()) {
                    oldest = oldest == null
                                    || source.lines.peek().nanos()
                                            < oldest.lines.peek().nanos()
                            ? source
                            : oldest;
                } else if (!source.ended) {
                    long left = patience == 0 ? FOR_EVER : source.heldUntil - now;
                    held |= left > 0;
                    wait = Math.max(wait, left);
                }
            }
            if (oldest == null) {
                return 0;
            }
            if (held) {
                return wait;
            }
            batch.add(new Entry(oldest.place, oldest.take()));
        }
        return 0;
    }
}
