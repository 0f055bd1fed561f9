package dockdsl.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.cli.text.Line;
import dockdsl.cli.text.Tone;
import dockdsl.value.Json;
import dockdsl.value.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {
    private final Mask mask = new Mask();

    private void hide(String secret) {
        mask.hide(Secret.of(secret));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hunter2!  | password=hunter2! ok          | password=*** ok",
                "hunter2!  | hunter2!hunter2!              | ***",
                "hunter2!  | hunter2                       | hunter2",
                "a b&c/d   | ?p=a+b%26c%2Fd&q=a%20b%26c%2Fd | ?p=***&q=***",
                "say\"it   | {\"p\": \"say\\\"it\"}        | {\"p\": \"***\"}",
                "hunter2!  | aHVudGVyMiE=                  | ***=",
                "it's four | echo 'it'\\''s four'          | echo '***'",
                "abc       | abc stays                     | abc stays",
                "other     | another, others, otherwise    | another, others, otherwise",
                "other     | other: \"other\"=other/other_1  | ***: \"***\"=***/***_1",
                "träum     | träume, träum                 | träume, ***",
                "other     | {\"p\":\"b3RoZXI=\"}            | {\"p\":\"***=\"}",
                "passing   | bypassing passing             | bypassing ***",
                "passings  | bypassingsome                 | by***ome",
                "oth3r     | anoth3rone                    | an***one"
            })
    void coversASecretInEverySpelling(String secret, String text, String masked) {
        hide(secret);
        assertThat(mask.of(text)).isEqualTo(masked);
    }

    @Test
    void coversTheMiddleOfWhatIsEncodedTogetherWithOthers() {
        hide("a-long-password");
        for (String user : List.of("a", "ab", "abc", "abcd")) {
            String encoded =
                    Base64.getEncoder().encodeToString((user + ":a-long-password").getBytes(StandardCharsets.UTF_8));
            assertThat(mask.of("Basic " + encoded))
                    .contains("***")
                    .doesNotContain(encoded.substring(8, encoded.length() - 4));
        }
    }

    @Test
    void coversASecretThatGoesOverPartsAndLines() {
        hide("first line\nab\nlast line");
        List<Line> lines = List.of(
                Line.of("x first ").and(Tone.BAD, "line"),
                Line.of(Tone.QUIET, "ab"),
                Line.of("last").and(" line y"),
                Line.of("ab"));
        assertThat(Line.plain(mask.of(lines))).isEqualTo("x ***\n***\n*** y\nab\n");
    }

    @Test
    void coversTheLinesOfASecretOneByOne() {
        hide("-----BEGIN KEY-----\nMIIEvQ==\n");
        assertThat(mask.of("log: MIIEvQ==")).isEqualTo("log: ***");
    }

    @Test
    void aShortWordIsOneWhateverBlanksAndLineBreaksItsFileHas() {
        hide(" other\n");
        assertThat(mask.of("another\nother\nan other\n")).isEqualTo("another\n***\nan ***\n");
    }

    @Test
    void coversSecretsThatOverlapOrContainEachOther() {
        hide("password");
        hide("wordpass");
        hide("word");
        assertThat(mask.of("xpasswordpassx word")).isEqualTo("x***x ***");
    }

    @Test
    void leavesLinesWithoutASecretAsTheyAre() {
        List<Line> lines = List.of(Line.of("nothing here"));
        assertThat(mask.of(lines)).isSameAs(lines);
        hide("hunter2!");
        assertThat(mask.of(lines)).isSameAs(lines);
    }

    @Test
    void noSpellingOfAnySecretIsLeftInAnyText() {
        Random random = new Random(20);
        for (int round = 0; round < 2000; round++) {
            Mask fresh = new Mask();
            String secret = "7" + text(random, 3 + random.nextInt(12));
            fresh.hide(Secret.of(secret));
            byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
            String json = Json.canonical(Map.of("k", text(random, 3) + secret + text(random, 3)));
            String told = text(random, 5)
                    + secret
                    + text(random, 5)
                    + json
                    + URLEncoder.encode(secret, StandardCharsets.UTF_8)
                    + Base64.getEncoder().withoutPadding().encodeToString(bytes);
            assertThat(fresh.of(told))
                    .as("%s in %s", secret, told)
                    .doesNotContain(secret)
                    .doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(bytes));
        }
    }

    private static String text(Random random, int length) {
        String letters = "abcXYZ019 \"\\'\n\t/+=&%$äß€";
        StringBuilder text = new StringBuilder();
        while (text.toString().strip().length() < length) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
