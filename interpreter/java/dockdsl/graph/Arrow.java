package dockdsl.graph;

/**
 * From a container to one that it uses.
 *
 * @param label how it finds it, where that is not by its name: {@code as cache}, {@code :6379}; may be empty
 */
public record Arrow(End from, End to, Kind kind, String label) {
    /** What an arrow stands for. */
    public enum Kind {
        /** It talks to it. */
        LINK,
        /** It starts after it. */
        NEED
    }

    /** @param place the number of a place of the graph, from 0 */
    public record End(int place, String node) {}

    /** Whether it goes from one host to another. */
    public boolean isRemote() {
        return from.place() != to.place();
    }
}
