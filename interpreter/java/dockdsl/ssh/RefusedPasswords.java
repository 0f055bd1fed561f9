package dockdsl.ssh;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Where a password was refused in this run: it is not tried there again, for hosts lock accounts after a few wrong ones. */
final class RefusedPasswords {
    private final Set<String> places = ConcurrentHashMap.newKeySet();

    void add(String place) {
        places.add(place);
    }

    boolean contains(String place) {
        return places.contains(place);
    }
}
