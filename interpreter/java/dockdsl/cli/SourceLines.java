package dockdsl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** The lines of files that problems point into. */
record SourceLines(Path folder) {
    /** None when the file can't be read. */
    List<String> of(String file) {
        try {
            return Files.readString(folder.resolve(file)).lines().toList();
        } catch (IOException | InvalidPathException unreadable) {
            return List.of();
        }
    }
}
