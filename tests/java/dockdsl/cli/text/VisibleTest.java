package dockdsl.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTest {
    @Test
    void leavesOrdinaryTextAlone() {
        assertThat(Visible.of("größe = 5 €, 日本, 🐳")).isEqualTo("größe = 5 €, 日本, 🐳");
    }

    @Test
    void spellsTerminalEscapesOut() {
        assertThat(Visible.of("\033[2Jgone\007")).isEqualTo("\\u001b[2Jgone\\u0007");
        assertThat(Visible.of("\u009b31m")).isEqualTo("\\u009b31m");
    }

    @Test
    void keepsTextOnOneLine() {
        assertThat(Visible.of("a\r\nb\tc\u2028d")).isEqualTo("a\\r\\nb\\tc\\u2028d");
    }

    @Test
    void showsWhatChangesTheDirectionOfWriting() {
        assertThat(Visible.of("safe\u202etxt.exe")).isEqualTo("safe\\u202etxt.exe");
    }

    @Test
    void nothingGetsIntoALineUnseen() {
        assertThat(Line.of("\033[31m").and(Tone.BAD, "a\nb").plain()).isEqualTo("\\u001b[31ma\\nb");
    }
}
