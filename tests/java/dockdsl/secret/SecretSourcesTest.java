package dockdsl.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dockdsl.problem.NothingToWorkOn;
import dockdsl.value.SecretOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretSourcesTest {
    @TempDir
    private Path folder;

    private final List<String> asked = new ArrayList<>();
    private Optional<String> answer = Optional.empty();

    private final SecretSources sources = new SecretSources(Map.of("PASSWORD", "from env", "EMPTY", ""), question -> {
        asked.add(question);
        return answer.map(String::toCharArray);
    });

    private String fetch(SecretOrigin origin) {
        return sources.apply(origin).revealText();
    }

    @Test
    void readsAVariable() {
        assertThat(fetch(new SecretOrigin.Environment("PASSWORD"))).isEqualTo("from env");
    }

    @Test
    void saysWhichVariableIsMissing() {
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> fetch(new SecretOrigin.Environment("NOWHERE")))
                .withMessageContaining("NOWHERE")
                .withMessageContaining("not set");
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> fetch(new SecretOrigin.Environment("EMPTY")))
                .withMessageContaining("is empty");
    }

    @Test
    void readsAFileWithoutItsLastLineBreakOnly() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), " two\nlines \n\n");
        assertThat(fetch(new SecretOrigin.TextFile(file.toString()))).isEqualTo(" two\nlines \n");
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> fetch(
                        new SecretOrigin.TextFile(folder.resolve("nowhere").toString())))
                .withMessageContaining("nowhere")
                .withMessageContaining("does not exist");
    }

    @Test
    void asksOnceWhenThereIsSomebody() {
        answer = Optional.of("typed");
        SecretOrigin origin = new SecretOrigin.Prompt("Redis password");
        assertThat(fetch(origin)).isEqualTo("typed");
        assertThat(fetch(origin)).isEqualTo("typed");
        assertThat(asked).containsExactly("Redis password: ");
    }

    @Test
    void failsWhenThereIsNobodyToAsk() {
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> fetch(new SecretOrigin.Prompt("")))
                .withMessageContaining("nobody to ask");
    }

    @Test
    void takesWhatAProgramPrints() {
        assertThat(fetch(new SecretOrigin.Program(List.of("printf", "a%sb\\n", "'"))))
                .isEqualTo("a'b");
    }

    @Test
    void saysHowAProgramFailedAndNothingOfWhatItPrinted() {
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> fetch(new SecretOrigin.Program(List.of("sh", "-c", "echo hunter2; exit 3"))))
                .withMessageContaining("ended with 3")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("hunter2"));
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> fetch(new SecretOrigin.Program(List.of("/nowhere/program"))))
                .withMessageContaining("can't be started");
    }
}
