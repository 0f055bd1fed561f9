package dockdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.cli.screen.Paint;
import dockdsl.cli.screen.Screen;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new site is right as it is written, and nothing that was there before is changed. */
class InitCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private boolean interactive;
    private String answers = "";

    private int run(String... words) {
        out.reset();
        err.reset();
        Surroundings surroundings = new Surroundings(
                folder,
                folder.resolve("home"),
                "me",
                Map.of(),
                new Screen(stream(out), stream(err), Paint.NONE, Paint.NONE),
                new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8)),
                interactive,
                false);
        List<String> arguments = List.of(words);
        return new Dockdsl(surroundings, Wiring::real, new Interruption(surroundings, arguments)).run(arguments);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8).replace(folder + "/", "");
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8).replace(folder + "/", "");
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    @Test
    void whatIsWrittenIsRightAndSaysWhatToDoNext() throws IOException {
        assertThat(run("init", "My.Shop", "--host", "deploy@web1:2222", "--host", "db1"))
                .isZero();
        Golden.check("init.txt", out());
        assertThat(read("My.Shop/site.groovy")).contains("site 'my-shop'");
        assertThat(read("My.Shop/inventory.groovy"))
                .contains("    host 'web1', port: 2222, user: 'deploy'\n    host 'db1'\n");
        assertThat(read("My.Shop/dockdsl.gdsl")).contains("enclosingCall('container')");
        assertThat(run("check", folder + "/My.Shop")).isZero();
        assertThat(out()).contains("2 containers on 2 hosts, no problems.");
        assertThat(err()).isEmpty();
        assertThat(run("check", folder + "/My.Shop", "-i", "other,")).isZero();
        assertThat(out()).contains("1 container on 1 host");
        assertThat(run("inventory", "-i", folder + "/My.Shop/inventory.groovy")).isZero();
    }

    @Test
    void anImageTakesThePlaceOfThePage() throws IOException {
        assertThat(run("init", "--image", "nginx:1.27.3", "--name", "shop")).isZero();
        assertThat(read("site.groovy")).contains("    image   'nginx:1.27.3'\n").doesNotContain("gather");
        assertThat(folder.resolve("image")).doesNotExist();
        assertThat(run("check", folder.toString())).isZero();
    }

    @Test
    void onATerminalTwoThingsAreAsked() throws IOException {
        interactive = true;
        answers = "shop\nweb1, deploy@web2\n";
        assertThat(run("init", "x")).isZero();
        assertThat(out()).startsWith("Name of the site [x]: ");
        assertThat(read("x/site.groovy")).contains("site 'shop'");
        assertThat(read("x/inventory.groovy")).contains("host 'web1'\n", "host 'web2', user: 'deploy'\n");
    }

    @Test
    void noFileIsOverwritten() throws IOException {
        Files.writeString(folder.resolve(".gitignore"), "mine\n");
        Files.writeString(folder.resolve("inventory.groovy"), "host 'mine'\n");
        assertThat(run("init", "--name", "shop")).isZero();
        assertThat(out()).contains("  = inventory.groovy  is there already and stays as it is\n", "  = .gitignore  is");
        assertThat(read(".gitignore")).isEqualTo("mine\n");

        Files.writeString(folder.resolve("site.groovy"), "site 'mine'\n");
        assertThat(run("init")).isEqualTo(ExitCode.NOTHING_TO_WORK_ON);
        assertThat(err()).startsWith("There is a site already: site.groovy. Nothing was written.\n");
        assertThat(read("site.groovy")).isEqualTo("site 'mine'\n");
        assertThat(run("init", "site.groovy")).isEqualTo(ExitCode.NOTHING_TO_WORK_ON);
    }

    @Test
    void whatWouldMakeAWrongSiteIsRefused() {
        assertThat(run("init", "x", "--image", "nginx")).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("no tag");
        assertThat(run("init", "x", "--name", "A b")).isEqualTo(ExitCode.USAGE);
        assertThat(run("init", "x", "--host", "a b")).isEqualTo(ExitCode.USAGE);
        assertThat(folder.resolve("x")).doesNotExist();
    }

    /** It is the same page as that of the quickstart. */
    @Test
    void thePageIsBuiltAsInTheQuickstart() throws IOException {
        for (String file : List.of("Dockerfile", "gather.sh")) {
            assertThat(Path.of("interpreter/resources/dockdsl/init/image", file))
                    .hasSameTextualContentAs(Path.of("playbooks/quickstart/image", file));
        }
    }
}
