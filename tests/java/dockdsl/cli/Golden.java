package dockdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.cli.text.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Compares output with the files in {@code tests/resources/golden}; {@code -Dgolden.write=true} writes them anew. */
public final class Golden {
    private static final Path FOLDER = Path.of("tests/resources/golden");

    private Golden() {}

    public static void check(String name, List<Line> lines) {
        check(name, Line.plain(lines));
    }

    public static void check(String name, String text) {
        checkFile(FOLDER.resolve(name), text);
    }

    /** The same for a file that is no test resource. */
    public static void checkFile(Path file, String text) {
        try {
            if (Boolean.getBoolean("golden.write")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(text)
                    .as("mvn test -Dgolden.write=true writes %s anew", file)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
