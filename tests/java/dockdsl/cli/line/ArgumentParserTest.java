package dockdsl.cli.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdsl.problem.UsageMistake;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentParserTest {
    private static Invocation parse(String line) {
        return ArgumentParser.parse(line.isEmpty() ? List.of() : List.of(line.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apply -i hosts.yml",
                "apply -ihosts.yml",
                "apply --inventory hosts.yml",
                "apply --inventory=hosts.yml",
                "-i hosts.yml apply",
                "apply -yi hosts.yml",
                "apply -yvihosts.yml"
            })
    void anOptionsValueMayBeWrittenInEveryWayThatHandsKnow(String line) {
        assertThat(parse(line).last(Option.INVENTORY)).contains("hosts.yml");
    }

    @Test
    void optionsAndArgumentsMayStandInAnyOrder() {
        Invocation invocation = parse("-v apply -l web --yes shop.groovy -i a -i b -vv");

        assertThat(invocation.command()).isEqualTo(Command.APPLY);
        assertThat(invocation.arguments()).containsExactly("shop.groovy");
        assertThat(invocation.all(Option.INVENTORY)).containsExactly("a", "b");
        assertThat(invocation.count(Option.VERBOSE)).isEqualTo(3);
        assertThat(invocation.has(Option.YES)).isTrue();
        assertThat(invocation.has(Option.JSON)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exec -it app -- sh -c ls", "exec app -ti -- sh -c ls", "exec -t app -- sh -c ls"})
    void aTerminalIsAskedForAsHandsKnowItThoughALetterMeansSomethingElse(String line) {
        Invocation invocation = parse(line);

        assertThat(invocation.has(Option.TTY)).isTrue();
        assertThat(invocation.has(Option.INVENTORY)).isFalse();
        assertThat(invocation.arguments()).containsExactly("app", "sh", "-c", "ls");
        assertThat(parse("exec -i t app -- ls").last(Option.INVENTORY)).contains("t");
    }

    @Test
    void behindTwoDashesNothingIsAnOption() {
        assertThat(parse("apply -- --yes").arguments()).containsExactly("--yes");
    }

    @Test
    void aValueMayHaveEqualsSignsAndBeginWithADashWhenAttached() {
        assertThat(parse("apply --var=a=b=c").last(Option.VAR)).contains("a=b=c");
        assertThat(parse("apply --var=-x").last(Option.VAR)).contains("-x");
    }

    @Test
    void aLoneDashIsAnArgument() {
        assertThat(parse("apply -").arguments()).containsExactly("-");
    }

    @ParameterizedTest
    @CsvSource({"'', HELP", "--help, HELP", "-h, HELP", "help, HELP", "--version, VERSION", "version, VERSION"})
    void withoutACommandThereIsHelpOrTheVersion(String line, Command command) {
        assertThat(parse(line).command()).isEqualTo(command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"apply --help", "apply -h", "--help apply", "help apply", "apply site.groovy -y -h"})
    void helpAboutACommandIsNeverTheCommand(String line) {
        assertThat(parse(line).command()).isEqualTo(Command.HELP);
        assertThat(parse(line).arguments()).containsExactly("apply");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            aplly                | There is no command `aplly`.                   | Did you mean `apply`?
            frobnicate           | There is no command `frobnicate`.              | `dockdsl help` lists the commands.
            shop.groovy          | `shop.groovy` is no command.                   | Did you mean `dockdsl apply shop.groovy`?
            apply --inventroy x  | There is no option `--inventroy`.              | Did you mean `--inventory`?
            apply --invent=x     | There is no option `--invent`.                 | Did you mean `--inventory`?
            apply --extra-vars a | There is no option `--extra-vars`.             | Here it is `--var`.
            apply --check        | There is no option `--check`.                  | Here it is `--dry-run`.
            apply -x             | There is no option `-x`.                       | `dockdsl help apply` lists its options.
            apply -vxv           | There is no option `-x` (in `-vxv`).           | `dockdsl help apply` lists its options.
            -V                   | There is no option `-V`.                       | The version is `--version`; `-v` tells more.
            apply --yes=no       | `--yes` takes no value.                        | Write `--yes` alone.
            apply --limit=       | `--limit` needs its PATTERN.                   | Work on these hosts only: hosts, groups or patterns such as `web*`, `web:!web3`, `web:&eu`, or `@FILE` with one of them per line.
            apply -l             | `--limit` needs its PATTERN.                   | Work on these hosts only: hosts, groups or patterns such as `web*`, `web:!web3`, `web:&eu`, or `@FILE` with one of them per line.
            apply -l -y          | `--limit` needs its PATTERN.                   | To give it a value with a dash: `--limit=-y`.
            plan --yes           | `plan` takes no `--yes`.                       | It belongs to `apply`, `rollback`, `promote`, `destroy`, `prune`. `dockdsl help plan` lists what this command takes.
            apply --version      | `apply` takes no `--version`.                  | It stands alone: `dockdsl --version`.
            apply a b            | `b` is one argument too many.                  | It is used like this: `dockdsl apply [options] [SITE]`.
            """)
    void aMistakeSaysWhatIsWrongAndWhatToDo(String line, String what, String remedy) {
        assertThatThrownBy(() -> parse(line))
                .isInstanceOfSatisfying(
                        UsageMistake.class,
                        mistake -> assertThat(mistake.remedy()).isEqualTo(remedy))
                .hasMessage(what);
    }

    @Test
    void aNumberIsCheckedWhenItIsAskedFor() {
        assertThat(parse("apply").number(Option.FORKS, 20, 500)).isEqualTo(20);
        assertThat(parse("apply -f 7").number(Option.FORKS, 20, 500)).isEqualTo(7);
        for (String wrong : List.of("0", "501", "many", "99999999999")) {
            assertThatThrownBy(() -> parse("apply -f " + wrong).number(Option.FORKS, 20, 500))
                    .isInstanceOf(UsageMistake.class)
                    .hasMessage("`--forks " + wrong + "` is not a number from 1 to 500.");
        }
    }

    @ParameterizedTest
    @EnumSource
    void noTwoOptionsOfACommandShareALetter(Command command) {
        List<String> letters = Stream.concat(command.options().stream(), Command.COMMON.stream())
                .map(Option::letter)
                .filter(letter -> !letter.isEmpty())
                .toList();
        assertThat(letters).doesNotHaveDuplicates();
    }

    @Test
    void noTwoOptionsShareAName() {
        assertThat(Option.values()).extracting(Option::spelled).doesNotHaveDuplicates();
    }

    @Test
    void noSynonymIsAnOptionItself() {
        List<String> names = Arrays.stream(Option.values()).map(Option::spelled).toList();
        for (Option option : Option.values()) {
            assertThat(option.synonyms()).doesNotContainAnyElementsOf(names);
        }
    }
}
