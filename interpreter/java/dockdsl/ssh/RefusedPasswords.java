package dockdsl.ssh;

import dockdsl.value.Secret;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Passwords that were refused: each is not tried again where it was, for hosts lock accounts after a few wrong ones. */
final class RefusedPasswords {
    private final Set<Try> refused = ConcurrentHashMap.newKeySet();

    private record Try(String place, Optional<Secret> password) {}

    void add(String place, Optional<Secret> password) {
        refused.add(new Try(place, password));
    }

    boolean contains(String place, Optional<Secret> password) {
        return refused.contains(new Try(place, password));
    }
}
