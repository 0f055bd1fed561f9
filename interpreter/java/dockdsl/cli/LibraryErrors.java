package dockdsl.cli;

import java.io.PrintStream;

/**
 * Standard error as libraries have it: without the line in which Groovy's parser says that it is lost, of which people are told in our
 * words and with the place.
 */
final class LibraryErrors extends PrintStream {
    private static final String LOST = "unknown recognition error type: ";

    LibraryErrors(PrintStream all) {
        super(all, true, all.charset());
    }

    @Override
    public void println(String line) {
        if (line == null || !line.startsWith(LOST)) {
            super.println(line);
        }
    }
}
