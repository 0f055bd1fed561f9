package dockdsl.run;

import java.util.HashMap;
import java.util.Map;

/** Bounds how much goes on at a time: so many hosts, and on each of them so many changes. */
final class Places {
    private final int hosts;
    private final int onEach;
    private final Map<String, Integer> taken = new HashMap<>();

    Places(int hosts, int onEach) {
        this.hosts = hosts;
        this.onEach = onEach;
    }

    /** Waits for a place on the host, and has it while the work goes on. */
    void on(String host, Runnable work) {
        take(host);
        try {
            work.run();
        } finally {
            leave(host);
        }
    }

    private synchronized void take(String host) {
        try {
            while (!isFree(host)) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a place", e);
        }
        taken.merge(host, 1, Integer::sum);
    }

    private boolean isFree(String host) {
        int here = taken.getOrDefault(host, 0);
        return here == 0 ? taken.size() < hosts : here < onEach;
    }

    private synchronized void leave(String host) {
        taken.computeIfPresent(host, (name, count) -> count == 1 ? null : count - 1);
        notifyAll();
    }
}
