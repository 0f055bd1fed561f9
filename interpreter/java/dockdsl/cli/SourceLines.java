package dockdsl.cli;

import dockdsl.lang.TypedTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The lines of files that problems point into. */
record SourceLines(Path folder, List<String> typed) {
    /** None when the file can't be read. */
    List<String> of(String file) {
        try {
            Optional<String> text = TypedTexts.find(file, typed);
            if (text.isPresent()) {
                return text.get().lines().toList();
            }
            return Files.readString(folder.resolve(file)).lines().toList();
        } catch (IOException | InvalidPathException unreadable) {
            return List.of();
        }
    }
}
