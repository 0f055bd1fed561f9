package dockdsl.model;

import java.util.Map;
import java.util.Set;

/**
 * What a site file said and could not be read, so that nothing is told of a thing as missing that only is misspelt.
 *
 * @param topLevel the words at the top level that could not be read; an empty one stands for any
 * @param containers by their names, the words in their blocks that could not be read; an empty one stands for any
 */
public record Unread(Set<String> topLevel, Map<String, Set<String>> containers) {
    /** All of the file was read. */
    public static final Unread NOTHING = new Unread(Set.of(), Map.of());

    public Unread {
        topLevel = Set.copyOf(topLevel);
        containers = Map.copyOf(containers);
    }

    /** Whether there may be more things of this sort than are known. */
    public boolean mayDeclare(String word) {
        return topLevel.contains(word) || topLevel.contains("");
    }

    /** Whether the container was mentioned, and may say more than is known of it with the word. */
    public boolean maySay(String container, String word) {
        Set<String> words = containers.getOrDefault(container, Set.of());
        return words.contains(word) || words.contains("");
    }
}
