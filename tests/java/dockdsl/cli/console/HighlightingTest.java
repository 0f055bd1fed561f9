package dockdsl.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.cli.text.Line;
import dockdsl.cli.text.Span;
import dockdsl.cli.text.Tone;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HighlightingTest {
    private final Highlighting highlighting = new Highlighting(() -> World.EMPTY);

    private List<String> marked(Tone tone, String line) {
        return highlighting.of(line).stream()
                .flatMap(each -> each.spans().stream())
                .filter(span -> span.tone() == tone)
                .map(Span::text)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  docker ps -a",
                "@nobody echo 'x",
                "!ls \"a b\"",
                "= [1,\n 'x']",
                "plan --diff -v",
                "# says nothing",
                "container('web') {\n  image 'x:1' // \u00fc\n"
            })
    void everyCharacterStays(String line) {
        assertThat(Line.plain(highlighting.of(line))).isEqualTo(line + "\n");
    }

    @Test
    void commandsAndWordsOfTheLanguageStandOut() {
        assertThat(marked(Tone.GOOD, "plan --diff")).containsExactly("plan");
        assertThat(marked(Tone.STRONG, "container('x') { image 'y' }")).containsExactly("container", "image");
        assertThat(marked(Tone.CHANGE, "container('x') { image 'y' }")).containsExactly("'x'", "'y'");
    }

    @Test
    void hostsThatThereAreNotAreRed() {
        assertThat(marked(Tone.BAD, "@nobody uptime")).containsExactly("@nobody");
    }
}
