package dockdsl.problem;

/** A place in a file that the user wrote; line and column count from 1. */
public record SourceRef(String file, int line, int column) implements Comparable<SourceRef> {
    @Override
    public int compareTo(SourceRef o) {
        return Integer.compare(line, o.line);
    }
}
