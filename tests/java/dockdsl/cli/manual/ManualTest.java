package dockdsl.cli.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdsl.cli.Golden;
import dockdsl.cli.line.Command;
import dockdsl.cli.line.Option;
import dockdsl.cli.text.Wrapped;
import dockdsl.problem.UsageMistake;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManualTest {
    private static final int WIDTH = 88;

    @Test
    void theReferenceInTheRepositoryIsCurrent() {
        Golden.checkFile(Path.of("interpreter/manual/reference.md"), Markdown.ofAll());
    }

    @Test
    void theManPageInTheRepositoryIsCurrent() {
        Golden.checkFile(Path.of("interpreter/manual/dockdsl.1"), ManPage.text());
    }

    @Test
    void theOverviewListsTheCommands() {
        Golden.check("help.txt", PageText.of(Topics.overview(), WIDTH));
    }

    @Test
    void aCommandsPageListsItsOptions() {
        Golden.check("help-apply.txt", PageText.of(Topics.of(Command.APPLY), WIDTH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"container", "restart", "healthcheck"})
    void aWordsPageSaysWhatItTakes(String word) {
        Golden.check("help-" + word + ".txt", PageText.of(Topics.find(word).getFirst(), WIDTH));
    }

    @ParameterizedTest
    @EnumSource(Command.class)
    void pagesFitATerminalOf80Columns(Command command) {
        assertThat(PageText.of(Topics.of(command), 80))
                .flatMap(line -> Wrapped.at(80, line))
                .allSatisfy(line -> assertThat(line.plain()).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void theOverviewFitsATerminalOf60Columns() {
        assertThat(PageText.of(Topics.overview(), 60))
                .allSatisfy(line -> assertThat(line.plain()).hasSizeLessThanOrEqualTo(60));
    }

    @ParameterizedTest
    @CsvSource({
        "env_vars, env",
        "always, restart",
        "health_check, healthcheck",
        "healthcheck.retries, retries",
        "exit, exit codes",
        "plan, dockdsl plan"
    })
    void helpUnderstandsSynonymsValuesAndPaths(String topic, String title) {
        assertThat(Topics.find(topic)).extracting(Page::title).contains(title);
    }

    @Test
    void aWordOfTwoBlocksHasTwoPages() {
        assertThat(Topics.find("command")).hasSizeGreaterThan(1);
    }

    @Test
    void anUnknownTopicIsGuessed() {
        assertThatThrownBy(() -> Topics.find("helthcheck"))
                .isInstanceOfSatisfying(
                        UsageMistake.class,
                        mistake -> assertThat(mistake.remedy()).isEqualTo("Did you mean `healthcheck`?"))
                .hasMessage("There is no help about `helthcheck`.");
    }

    @ParameterizedTest
    @EnumSource(Option.class)
    void everyOptionBelongsToACommandOrStandsAlone(Option option) {
        boolean taken = false;
        for (Command command : Command.values()) {
            taken |= command.takes(option);
        }
        assertThat(taken).isEqualTo(option != Option.VERSION);
    }

    @Test
    void theCompletionFileKnowsEveryWordOfAContainer() {
        assertThat(Gdsl.ofAll())
                .contains(
                        "enclosingCall('container')",
                        "method(name: 'image'",
                        "method(name: 'env'",
                        "method(name: 'site'");
    }
}
