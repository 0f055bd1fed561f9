package dockdsl.cli;

import dockdsl.lockfile.LockEntry;
import dockdsl.lockfile.LockFile;
import dockdsl.plan.Difference;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What differs between two lock files. */
final class LockChanges {
    private LockChanges() {}

    /** Each image with its digest before and after, sorted. */
    static List<Difference> between(LockFile before, LockFile after) {
        SortedSet<String> images = new TreeSet<>(before.entries().keySet());
        images.addAll(after.entries().keySet());
        return images.stream()
                .map(image -> new Difference(image, digest(before, image), digest(after, image)))
                .filter(difference -> !difference.before().equals(difference.after()))
                .toList();
    }

    private static Optional<String> digest(LockFile lock, String image) {
        return Optional.ofNullable(lock.entries().get(image)).map(LockEntry::digest);
    }
}
