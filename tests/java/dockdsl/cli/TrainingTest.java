package dockdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingTest {
    @Test
    void everyCommandOfTheTrainingRunSucceedsAndNothingIsLeft() throws IOException {
        var before = leftovers();
        assertThatCode(() -> Training.main(new String[0])).doesNotThrowAnyException();
        assertThat(leftovers()).isEqualTo(before);
    }

    private static List<Path> leftovers() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("dockdsl-training"))
                    .sorted()
                    .toList();
        }
    }
}
