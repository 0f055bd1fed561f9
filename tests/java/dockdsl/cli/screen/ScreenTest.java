package dockdsl.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.cli.text.Line;
import dockdsl.cli.text.Tone;
import dockdsl.value.Secret;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Screen screen(Paint paint) {
        return new Screen(stream(out), stream(err), paint, Paint.NONE);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    @Test
    void linesAreColouredOnlyWhereThereAreColours() {
        Line line = Line.of("a ").and(Tone.BAD, "b");
        screen(Paint.NONE).say(line);
        screen(Paint.COLOURS).say(line);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a b\na \033[31mb\033[0m\n");
    }

    @Test
    void coloursNeedATerminalThatCanShowThemAndAUserWhoWantsThem() {
        assertThat(Paint.fitting(true, Map.of("TERM", "xterm"))).isEqualTo(Paint.COLOURS);
        assertThat(Paint.fitting(true, Map.of("TERM", "xterm", "NO_COLOR", ""))).isEqualTo(Paint.COLOURS);
        assertThat(Paint.fitting(false, Map.of("TERM", "xterm"))).isEqualTo(Paint.NONE);
        assertThat(Paint.fitting(true, Map.of("TERM", "dumb"))).isEqualTo(Paint.NONE);
        assertThat(Paint.fitting(true, Map.of())).isEqualTo(Paint.NONE);
        assertThat(Paint.fitting(true, Map.of("TERM", "xterm", "NO_COLOR", "1")))
                .isEqualTo(Paint.NONE);
    }

    @Test
    void linesThatStayPushLiveLinesAway() {
        Screen screen = screen(Paint.NONE);
        screen.live(this, List.of(Line.of("one"), Line.of("two")));
        screen.say(Line.of("done"));
        screen.live(this, List.of(Line.of("two")));
        screen.live(this, List.of());

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("one\ntwo\n\033[2A\r\033[Jdone\ntwo\n\033[1A\r\033[J");
    }

    @Test
    void aFrameTakesTheScreenAndGivesItBackAsItWas() {
        Screen screen = screen(Paint.NONE);
        screen.frame(List.of(Line.of("one"), Line.of("two")));
        screen.frame(List.of(Line.of("one"), Line.of("two")));
        screen.frame(List.of(Line.of("three")));
        screen.silence();
        screen.frame(List.of(Line.of("four")));

        String enter = "\033[?1049h\033[?25l\033[?7l";
        String leave = "\033[?7h\033[?25h\033[?1049l";
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(enter
                        + "\033[?2026h\033[Hone\033[K\r\ntwo\033[K\033[J\033[?2026l"
                        + "\033[?2026h\033[Hthree\033[K\033[J\033[?2026l"
                        + leave);
    }

    @Test
    void whatIsSaidDuringAQuestionPutsTheQuestionAgain() {
        Screen screen = screen(Paint.NONE);

        String answer = screen.ask(List.of(Line.of("This is dangerous.")), Line.of("Sure? "), () -> {
            screen.live(this, List.of(Line.of("hidden")));
            screen.say(Line.of("news"));
            return "y";
        });

        assertThat(answer).isEqualTo("y");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("This is dangerous.\nSure? \nnews\nSure? ");
    }

    @Test
    void aQuestionThatIsWithdrawnEndsItsLineAndIsNotPutAgain() {
        Screen screen = screen(Paint.NONE);

        screen.ask(List.of(), Line.of("Sure? "), () -> {
            screen.withdrawQuestion();
            screen.complain(List.of(Line.of("Interrupted.")));
            return "";
        });
        screen.ask(List.of(), Line.of("Sure? "), () -> "");

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("Sure? \n");
    }

    @Test
    void errorsGoToStandardError() {
        screen(Paint.COLOURS).complain(List.of(Line.of(Tone.BAD, "oh")));

        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("oh\n");
    }

    @Test
    void linesOfSeveralAreLiveTogetherUntilEachTakesItsOwnAway() {
        Screen screen = screen(Paint.NONE);
        screen.live("copy", List.of(Line.of("copied 3 of 8")));
        screen.live("way", List.of(Line.of("connecting to web1")));
        screen.live("copy", List.of());
        screen.live("way", List.of());

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("copied 3 of 8\n"
                        + "\033[1A\r\033[Jcopied 3 of 8\nconnecting to web1\n"
                        + "\033[2A\r\033[Jconnecting to web1\n"
                        + "\033[1A\r\033[J");
    }

    private Screen screenOf(int columns, Supplier<OptionalInt> errorColumns) {
        return new Screen(
                new Output(stream(out), Paint.NONE, () -> OptionalInt.of(columns)),
                new Output(stream(err), Paint.NONE, errorColumns));
    }

    @Test
    void aTerminalShowsLongLinesBrokenBetweenWordsAndAFileHasThemWhole() {
        Screen screen = screenOf(40, OptionalInt::empty);
        Line line = Line.of("    ~  replace container app: its image differs").hanging(9);
        screen.say(line);
        screen.complain(List.of(line));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("    ~  replace container app: its image\n         differs\n");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo(line.plain() + "\n");
    }

    @Test
    void whatIsNotBrokenDoesNotAskHowWideTheTerminalIs() {
        Screen screen = screenOf(40, () -> {
            throw new AssertionError("nobody needs to know");
        });

        screen.complain(List.of(Line.of("short").hanging(2), Line.of("long and left as it is ".repeat(9))));

        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("short\nlong");
    }

    @Test
    void aSecretIsCoveredThoughItWouldBeBroken() {
        Screen screen = screenOf(40, OptionalInt::empty);
        screen.hide(Secret.of("correct horse battery staple"));

        screen.say(Line.of("the container said that its word is correct horse battery staple")
                .hanging(2));

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("the container said that its word is ***\n");
    }

    @Test
    void aTerminalOfUnder40ColumnsBreaksLinesItself() {
        Line line = Line.of("    ~  replace container app: its image differs").hanging(9);
        screenOf(39, OptionalInt::empty).say(line);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(line.plain() + "\n");
    }
}
