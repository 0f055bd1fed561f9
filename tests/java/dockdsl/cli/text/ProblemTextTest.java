package dockdsl.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.cli.Golden;
import dockdsl.problem.Problem;
import dockdsl.problem.SourceRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTextTest {
    private static final List<String> SITE = List.of(
            "site 'shop'",
            "",
            "container('web') {",
            "\tpubish '80:80'",
            "    command '" + "x".repeat(140) + "', imgae: 5, '" + "y".repeat(140) + "'",
            "    env A: '\033[31mred'",
            "}");

    private static Problem at(int line, int column, String what, String remedy) {
        return new Problem(new SourceRef("site.groovy", line, column), what, remedy);
    }

    @Test
    void everyMistakeIsShownInItsLineWithWhatToDo() {
        List<Problem> problems = List.of(
                at(4, 2, "there is no setting `pubish` in a container", "Did you mean `publish`?"),
                at(5, 159, "'imgae:' means nothing here", "It takes no named values.\nWrite `image 'redis:7.4.1'`."),
                at(6, 12, "the value has an escape in it", ""),
                at(7, 2, "the brace is not closed", ""),
                at(99, 1, "beyond the end", ""),
                new Problem(new SourceRef("hosts.yml", 1, 1), "no such group", "Groups are web and db."));

        Golden.check(
                "problems.txt", new ProblemText(file -> file.equals("site.groovy") ? SITE : List.of()).of(problems));
    }

    @Test
    void aColumnBehindTheLineIsItsEnd() {
        assertThat(Excerpt.of("abc", 40)).isEqualTo(new Excerpt("abc", 3));
    }

    @Test
    void theCaretStandsBelowItsPlaceBehindWideCharacters() {
        String line = "env A: '数据库', imgae: 1";

        assertThat(Excerpt.of(line, line.indexOf("imgae") + 1).caret()).isEqualTo("env A: '______', ".length());
    }

    @Test
    void aLongLineIsCutAroundTheCaret() {
        Excerpt excerpt = Excerpt.of("a".repeat(300) + "X" + "b".repeat(300), 301);

        assertThat(excerpt.source()).hasSize(100).startsWith("...").endsWith("...");
        assertThat(excerpt.source().charAt(excerpt.caret())).isEqualTo('X');
    }

    @Test
    void theCaretIsSeenAtBothEndsOfALongLine() {
        assertThat(Excerpt.of("X" + "b".repeat(300), 1).caret()).isZero();
        Excerpt end = Excerpt.of("a".repeat(300) + "X", 301);
        assertThat(end.source().charAt(end.caret())).isEqualTo('X');
    }
}
