package dockdsl.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> WORDS =
            List.of("on", "image", "env", "envFile", "publish", "expose", "restart", "healthcheck", "inventory");

    @ParameterizedTest
    @CsvSource({
        "imgae, image",
        "Image, image",
        "env_file, envFile",
        "enf, env",
        "publsih, publish",
        "restrat, restart",
        "helthchek, healthcheck",
        "invent, inventory"
    })
    void guessesTheNearestWord(String typed, String meant) {
        assertThat(Nearest.to(typed, WORDS)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"frobnicate", "x", "zz", "privileged"})
    void doesNotGuessWildly(String typed) {
        assertThat(Nearest.to(typed, WORDS)).isEmpty();
    }

    @Test
    void anAbbreviationOfTwoWordsIsNoGuess() {
        assertThat(Nearest.to("exp", List.of("export", "expose"))).isEmpty();
    }

    @Test
    void asksOrSaysNothing() {
        assertThat(Nearest.hint("imgae", WORDS)).isEqualTo("Did you mean `image`?");
        assertThat(Nearest.hint("frobnicate", WORDS)).isEmpty();
    }
}
