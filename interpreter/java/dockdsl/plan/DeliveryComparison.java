package dockdsl.plan;

import dockdsl.observed.ObservedContainer;
import dockdsl.vocabulary.Delivered;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How what a container got differs from what it shall have, never by values of secrets.
 *
 * @param reasons what there is to say of files and secrets that are still there with another content, each half a sentence
 */
record DeliveryComparison(List<Difference> differences, List<String> reasons) {
    private static final DeliveryComparison NOTHING = new DeliveryComparison(List.of(), List.of());
    private static final int DIGITS = 12;

    static DeliveryComparison of(Delivery wanted, ObservedContainer seen) {
        List<Delivered> got = Delivered.in(seen.inspected());
        if (got.isEmpty() && wanted.items().isEmpty()) {
            return NOTHING;
        }
        Collector collector = new Collector();
        SortedMap<String, Delivered> before = byPlace(got);
        SortedMap<String, Delivered> after = byPlace(wanted.items());
        SortedSet<String> places = new TreeSet<>(before.keySet());
        places.addAll(after.keySet());
        places.forEach(
                at -> collector.compare(Optional.ofNullable(before.get(at)), Optional.ofNullable(after.get(at))));
        return new DeliveryComparison(List.copyOf(collector.differences), List.copyOf(collector.reasons));
    }

    private static SortedMap<String, Delivered> byPlace(List<Delivered> items) {
        SortedMap<String, Delivered> byPlace = new TreeMap<>();
        items.forEach(item -> byPlace.put(item.at(), item));
        return byPlace;
    }

    private static final class Collector {
        private final List<Difference> differences = new ArrayList<>();
        private final List<String> reasons = new ArrayList<>();

        void compare(Optional<Delivered> before, Optional<Delivered> after) {
            boolean sameThing = before.isPresent()
                    && after.isPresent()
                    && before.get().what().equals(after.get().what())
                    && before.get().name().equals(after.get().name());
            if (sameThing) {
                compare(before.get(), after.get());
            } else {
                before.ifPresent(gone ->
                        differences.add(new Difference(word(gone), Optional.of(shown(gone)), Optional.empty())));
                after.ifPresent(added ->
                        differences.add(new Difference(word(added), Optional.empty(), Optional.of(shown(added)))));
            }
        }

        private void compare(Delivered before, Delivered after) {
            boolean known = !before.digest().isEmpty() && !after.digest().isEmpty();
            if (known && !before.digest().equals(after.digest())) {
                contentDiffers(before, after);
            }
            part(subject(after) + ".mode", before.mode(), after.mode());
            part(subject(after) + ".owner", before.owner(), after.owner());
        }

        private void contentDiffers(Delivered before, Delivered after) {
            boolean isFile = after.what().equals(Delivered.FILE);
            differences.add(new Difference(
                    subject(after),
                    Optional.of(isFile ? content(before) : "a value"),
                    Optional.of(isFile ? content(after) : "another value")));
            reasons.add(
                    isFile
                            ? "file " + after.at() + " has another content"
                            : "secret " + after.name() + " has another value");
        }

        private void part(String name, String before, String after) {
            if (!before.equals(after)) {
                differences.add(new Difference(name, Optional.of(before), Optional.of(after)));
            }
        }
    }

    private static String content(Delivered file) {
        return "content "
                + file.digest().substring(0, Math.min(DIGITS, file.digest().length()));
    }

    private static String word(Delivered item) {
        return item.what().equals(Delivered.FILE) ? Delivered.FILE : Delivered.SECRET;
    }

    private static String subject(Delivered item) {
        return word(item) + "." + (item.what().equals(Delivered.FILE) ? item.at() : item.name());
    }

    private static String shown(Delivered item) {
        return switch (item.what()) {
            case Delivered.FILE -> item.at();
            case Delivered.VARIABLE -> item.name() + " in the environment as " + item.at();
            default -> item.name() + " at " + item.at();
        };
    }
}
