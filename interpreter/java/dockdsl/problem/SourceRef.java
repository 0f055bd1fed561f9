package dockdsl.problem;

import java.util.Comparator;
import java.util.Objects;

/** A place in a file that the user wrote; line and column count from 1. */
public record SourceRef(String file, int line, int column) implements Comparable<SourceRef> {
    private static final Comparator<SourceRef> ORDER = Comparator.comparing(SourceRef::file)
            .thenComparingInt(SourceRef::line)
            .thenComparingInt(SourceRef::column);

    public SourceRef {
        Objects.requireNonNull(file, "file");
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("line and column count from 1, not " + line + ":" + column);
        }
    }

    /** The first character of a file, for problems that concern the file as a whole. */
    public static SourceRef startOf(String file) {
        return new SourceRef(file, 1, 1);
    }

    /** Whether it is in a file, and not an option of the command line: {@code -i}. */
    public boolean isInFile() {
        return !file.startsWith("-");
    }

    /** {@code site.groovy:31}, for messages about a thing rather than about a spelling. */
    public String fileAndLine() {
        return file + ":" + line;
    }

    /** {@code line 31}, or with the file where that is another than the one a message is about: {@code common.groovy:31}. */
    public String seenFrom(SourceRef here) {
        return file.equals(here.file) ? "line " + line : fileAndLine();
    }

    @Override
    public int compareTo(SourceRef other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
