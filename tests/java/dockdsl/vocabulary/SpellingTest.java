package dockdsl.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
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
        assertThat(Spelling.closest(typed, WORDS)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"frobnicate", "x", "zz", "privileged"})
    void doesNotGuessWildly(String typed) {
        assertThat(Spelling.closest(typed, WORDS)).isEmpty();
    }

    @Test
    void anAbbreviationOfTwoWordsIsNoGuess() {
        assertThat(Spelling.closest("exp", List.of("export", "expose"))).isEmpty();
    }

    @Test
    void asksOrSaysNothing() {
        assertThat(Spelling.didYouMean("imgae", WORDS)).isEqualTo("Did you mean `image`?");
        assertThat(Spelling.didYouMean("frobnicate", WORDS)).isEmpty();
    }
}
