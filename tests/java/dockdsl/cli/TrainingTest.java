package dockdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {
    @TempDir
    private Path place;

    @Test
    void everyCommandOfTheTrainingRunSucceedsAndNothingIsLeft() throws IOException {
        Path folder = Files.createDirectory(place.resolve("training"));

        assertThatCode(() -> Training.train(folder)).doesNotThrowAnyException();

        assertThat(place).isEmptyDirectory();
    }
}
