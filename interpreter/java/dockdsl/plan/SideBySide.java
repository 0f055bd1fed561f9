package dockdsl.plan;

import java.util.List;
import java.util.stream.Stream;

/** Hosts that have nothing to do with each other, on all processors and yet in their order; for a few it is not worth the threads. */
final class SideBySide {
    private static final int MANY = 20;

    private SideBySide() {}

    static <T> Stream<T> of(List<T> hosts) {
        return hosts.size() < MANY ? hosts.stream() : hosts.parallelStream();
    }
}
