package dockdsl.run;

import java.util.HashMap;
import java.util.Map;

/** Bounds how much goes on at a time: so many hosts, and on each of them so many changes that keep its engine busy. */
final class Places {
    private final int hosts;
    private final int onEach;
    private final Map<String, Integer> taken = new HashMap<>();
    private final Map<String, Integer> resting = new HashMap<>();

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

    /**
     * Lets another change of the host have the place meanwhile, since this one only waits for something; other hosts have to wait on.
     * Nothing changes for work that has no place.
     */
    void resting(String host, Runnable waiting) {
        if (!rest(host)) {
            waiting.run();
            return;
        }
        try {
            waiting.run();
        } finally {
            goOn(host);
        }
    }

    private synchronized boolean rest(String host) {
        if (!taken.containsKey(host)) {
            return false;
        }
        resting.merge(host, 1, Integer::sum);
        notifyAll();
        return true;
    }

    /** At once: what waited has little left to do, and should not wait for others to be undone. */
    private synchronized void goOn(String host) {
        resting.computeIfPresent(host, (name, count) -> count == 1 ? null : count - 1);
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
        return here == 0 ? taken.size() < hosts : here - resting.getOrDefault(host, 0) < onEach;
    }

    private synchronized void leave(String host) {
        taken.computeIfPresent(host, (name, count) -> count == 1 ? null : count - 1);
        notifyAll();
    }
}
