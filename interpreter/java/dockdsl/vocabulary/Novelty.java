package dockdsl.vocabulary;

import dockdsl.observed.Generation;
import java.util.function.Predicate;

/**
 * Something that a value can say and that only engines from a generation on know. Older ones take no notice of it, and say nothing.
 *
 * @param name how it is written, such as {@code startInterval}
 * @param in whether a value says it
 */
public record Novelty<T>(Generation since, String name, Predicate<T> in) {
    /** Who knows it, for people: {@code Docker 25 or newer (API 1.44)}. */
    public String knownTo() {
        return "Docker " + since.docker() + " or newer (API " + since.api() + ")";
    }
}
