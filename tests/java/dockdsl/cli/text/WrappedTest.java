package dockdsl.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrappedTest {
    private static List<String> wrapped(int width, Line line) {
        return Wrapped.at(width, line).stream().map(Line::plain).toList();
    }

    @Test
    void goesOnBelowWhatTheLineBeginsWith() {
        Line line = Line.of("    +  create container app: it is not there (site.groovy:31)")
                .hanging(9);

        assertThat(wrapped(40, line))
                .containsExactly("    +  create container app: it is not", "         there (site.groovy:31)");
        assertThat(wrapped(61, line)).containsExactly(line.plain());
    }

    @Test
    void breaksNothingThatDoesNotSayWhereItGoesOn() {
        Line line = Line.of("what a container wrote is shown as it wrote it");

        assertThat(Wrapped.at(10, line)).containsExactly(line);
    }

    @Test
    void keepsTheTonesOfItsParts() {
        Line line = Line.of(Tone.GOOD, "one two")
                .and(" ")
                .and(Tone.BAD, "three four")
                .hanging(2);

        assertThat(Wrapped.at(10, line))
                .containsExactly(
                        Line.of(Tone.GOOD, "one two").hanging(2),
                        Line.of("  ").and(Tone.BAD, "three"),
                        Line.of("  ").and(Tone.BAD, "four"));
    }

    @Test
    void anArrowStaysWithWhatItLeadsTo() {
        Line line =
                Line.of("        ~ image  registry/app:1.0 -> registry/app:1.1").hanging(17);

        assertThat(wrapped(40, line))
                .containsExactly("        ~ image  registry/app:1.0", "                 -> registry/app:1.1");
    }

    @Test
    void hangsLessWhereLittleRoomWouldBeLeft() {
        Line line = Line.of("        ~ environment.DATABASE_URL  postgres://db1 -> postgres://db2")
                .hanging(36);

        assertThat(wrapped(40, line))
                .containsExactly(
                        "        ~ environment.DATABASE_URL",
                        "            postgres://db1",
                        "            -> postgres://db2");
    }

    @Test
    void aWordThatIsTooLongStandsAlone() {
        Line line = Line.of("pull sha256:0123456789abcdef from it").hanging(2);

        assertThat(wrapped(12, line)).containsExactly("pull", "  sha256:0123456789abcdef", "  from it");
    }

    @Test
    void countsTheColumnsOfWideCharacters() {
        Line line = Line.of("数据库 的 镜像 变了").hanging(2);

        assertThat(wrapped(10, line)).containsExactly("数据库 的", "  镜像", "  变了");
        assertThat(Wrapped.at(10, "数据库 的 镜像")).containsExactly("数据库 的", "镜像");
    }

    @Test
    void aCommandStaysInOnePieceToBeCopied() {
        Line line = Line.of("       Take it with `dockdsl apply site.groovy --prune`, or leave it.")
                .hanging(7);

        assertThat(wrapped(45, line))
                .containsExactly(
                        "       Take it with", "       `dockdsl apply site.groovy --prune`,", "       or leave it.");
    }
}
