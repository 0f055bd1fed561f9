package dockdsl.lang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.Problem;
import dockdsl.problem.Problems;
import dockdsl.problem.SiteRejected;
import dockdsl.vocabulary.SiteWords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTextTest {
    @TempDir
    private Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("site.groovy"), bytes);
    }

    private String told(byte[] bytes) throws IOException {
        Path file = file(bytes);
        SiteRejected rejected = Assertions.assertThrows(SiteRejected.class, () -> SourceText.read(file));
        Problem problem = rejected.problems().getFirst();
        assertThat(problem.remedy()).isNotBlank();
        return problem.where().line() + ":" + problem.where().column() + " " + problem.what();
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> SourceText.read(folder.resolve("nowhere.groovy")))
                .withMessageContaining("nowhere.groovy");
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> SourceText.read(folder))
                .withMessageContaining("is a folder");
    }

    @Test
    void whatCantBeASiteFileIsRefusedBeforeItIsParsed() throws IOException {
        assertThat(told(new byte[5 << 20])).isEqualTo("1:1 the file is larger than 1 MB (5 MB)");
        assertThat(told(new byte[] {0x7f, 'E', 'L', 'F', 0, 1, 2})).isEqualTo("1:1 this is not a text file");
        assertThat(told(new byte[] {(byte) 0xff, (byte) 0xfe, 's', 0})).isEqualTo("1:1 this is not a text file");
        assertThat(told(new byte[0])).isEqualTo("1:1 the file is empty");
        assertThat(told(" \n\t\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("1:1 the file is empty");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() throws IOException {
        assertThat(SourceText.read(file("\uFEFFsite 'x'".getBytes(StandardCharsets.UTF_8)))
                        .text())
                .isEqualTo("site 'x'");
    }

    @Test
    void namesThatLookLikeOtherLanguagesAreFine() throws IOException {
        assertThat(SourceText.read(file("FROM = 1\n".getBytes(StandardCharsets.UTF_8)))
                        .text())
                .startsWith("FROM");
    }

    @Test
    void aLongCommentAtTheTopIsReadLikeAnyOther() throws IOException {
        String hashes = "# a line of a licence that nobody reads\n".repeat(5_000);
        String slashes = hashes.replace('#', '/').replace("/ a", "// a");
        String block = "/*\n" + " * a line of a licence\n".repeat(10_000) + " */\n";

        assertThat(told((hashes + "services:\n  web:\n").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("1:1 this looks like YAML");
        assertThat(told((slashes + "terraform {\n").getBytes(StandardCharsets.UTF_8)))
                .startsWith("1:1 this looks like HCL");
        assertThat(told((hashes + "ARG A=1\nFROM debian\n").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("1:1 this is a Dockerfile");
        assertThat(SourceText.read(file((slashes + "\n".repeat(200_000) + block + "site 'x'\n")
                                .getBytes(StandardCharsets.UTF_8)))
                        .text())
                .endsWith("site 'x'\n");
    }

    @Test
    void aLongCommentCompiles() throws IOException {
        String text = "// a line of a licence\n".repeat(10_000) + "site 'x'\n";
        Problems problems = new Problems();

        assertThat(new ScriptCompiler(new SourceText("site.groovy", text), SiteWords.BLOCK, problems).compile())
                .isPresent();
        assertThat(problems.list()).isEmpty();
    }
}
