package dockdsl.cli;

import dockdsl.problem.NothingToWorkOn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a command puts a text that is made for others: a file, or standard output. */
record OutputFile(Surroundings surroundings, String name) {
    static final String STANDARD_OUTPUT = "-";

    boolean isStandardOutput() {
        return name.equals(STANDARD_OUTPUT);
    }

    /** @throws NothingToWorkOn when the file cannot be written */
    void write(String text) {
        if (isStandardOutput()) {
            surroundings.screen().document(text);
            return;
        }
        Path file = surroundings.folder().resolve(name);
        try {
            Files.writeString(file, surroundings.screen().covered(text));
        } catch (IOException e) {
            throw new NothingToWorkOn(
                    file + " cannot be written: " + e.getMessage(),
                    "Name a file in a folder that is there, or `-o -` for standard output.",
                    e);
        }
    }
}
