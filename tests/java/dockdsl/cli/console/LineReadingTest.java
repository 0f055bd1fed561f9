package dockdsl.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineReadingTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "# a comment", "!", ":", "=", "+"})
    void meansNothing(String line) {
        assertThat(LineReading.of(line)).isEqualTo(new Meaning.Nothing());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker ps",
                "uptime",
                "docker exec -it x sh",
                "echo \"it's\" > /tmp/x; cat < /tmp/x",
                "[ -f /etc/passwd ] && echo yes",
                "(cd /; ls)",
                "container ls",
                "network ls",
                "volume",
                "host example.com",
                "use this",
                "vars=1 env",
                "hosts-file",
                "diff /etc/a /etc/b",
                "show me",
                "exit 3",
                "forget me",
                "2to3 x"
            })
    void isForTheHostsWhenNothingElseFits(String line) {
        assertThat(LineReading.of(line)).isEqualTo(new Meaning.OnHosts("", line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "container('web') { image 'hello:1' }",
                "container ('web') { }",
                "container 'web'",
                "network 'backend'",
                "volume \"data\"",
                "secret 'x', from: env('X')",
                "defaults { memory '1g' }",
                "docker{ version '28' }",
                "vars domain: 'example.com'",
                "use nginxProxy(name: 'x')"
            })
    void isTheLanguageWhenAWordOfASiteFileIsFollowedByWhatFollowsItThere(String line) {
        assertThat(LineReading.of(line)).isEqualTo(new Meaning.Declare(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 + 1", "(2 + 3) * 4", "hosts", "hosts[0]", "hosts*.name", "vars.domain", "def x = 3"})
    void isAnExpressionWhenNoShellWouldKnowIt(String line) {
        assertThat(LineReading.of(line)).isEqualTo(new Meaning.Evaluate(line));
    }

    @Test
    void aSignDecides() {
        assertThat(LineReading.of("!ls -l")).isEqualTo(new Meaning.Here("ls -l"));
        assertThat(LineReading.of(": status")).isEqualTo(new Meaning.OnHosts("", "status"));
        assertThat(LineReading.of("= hosts*.name")).isEqualTo(new Meaning.Evaluate("hosts*.name"));
        assertThat(LineReading.of("+ ['a1', 'b1'].each { }")).isEqualTo(new Meaning.Declare("['a1', 'b1'].each { }"));
    }

    @Test
    void anAtSignSelectsOrNamesTheHostsOfOneLine() {
        assertThat(LineReading.of("@web:!web2")).isEqualTo(new Meaning.Select("web:!web2"));
        assertThat(LineReading.of("@")).isEqualTo(new Meaning.Select(""));
        assertThat(LineReading.of("@db status -v")).isEqualTo(new Meaning.OnHosts("db", "status -v"));
    }

    @Test
    void namesOfCommandsWinOverThoseOfPrograms() {
        assertThat(LineReading.of("exec all -- 'a b' c"))
                .isEqualTo(new Meaning.Perform(List.of("exec", "all", "--", "a b", "c")));
        assertThat(LineReading.of("dockdsl plan -v")).isEqualTo(new Meaning.Perform(List.of("plan", "-v")));
        assertThat(LineReading.of("dockdsl")).isEqualTo(new Meaning.Perform(List.of("help")));
        assertThat(LineReading.of("diff")).isEqualTo(new Meaning.Perform(List.of("plan", "--diff")));
    }

    @Test
    void theConsoleHasWordsOfItsOwn() {
        assertThat(LineReading.of("exit")).isEqualTo(new Meaning.Leave());
        assertThat(LineReading.of("reload")).isEqualTo(new Meaning.Reload());
        assertThat(LineReading.of("show")).isEqualTo(new Meaning.Show());
        assertThat(LineReading.of("forget")).isEqualTo(new Meaning.Forget(List.of()));
        assertThat(LineReading.of("forget 2 1")).isEqualTo(new Meaning.Forget(List.of("2", "1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "container('web') {",
                "container('web',",
                "= [1,",
                "+ 3.times {\n  container('a') {\n  }",
                "echo 'a",
                "echo \"a\nb",
                "ls \\",
                "!echo 'x",
                "@web echo 'x",
                "= '''text",
                "cat >/tmp/x <<EOF",
                "@web cat >/tmp/x <<EOF\nit's",
                "!cat <<-'THE END'\n\tTHE",
                "cat <<A; cat <<\"B\"\nA\n",
                ": (cat<<EOF)\n EOF"
            })
    void goesOnWhileQuotesBracketsOrHereDocumentsAreOpen(String line) {
        assertThat(LineReading.of(line)).isEqualTo(new Meaning.Unfinished());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cat >/tmp/x <<EOF\nit's \"odd\" \\\n# <<\nEOF",
                "cat <<-'THE END' | tr a b\n\tx\n\tTHE END\necho over",
                "cat <<A; cat <<\"B\"\nB\nA\nA\nB",
                "cat <<\\EOF\n$x\nEOF",
                "cat <<<'x'",
                "echo $((1 << 2)) \"<<EOF\" '<<EOF' # <<EOF, isn't it",
                "ls file#1"
            })
    void aHereDocumentIsOverWithItsLastLine(String line) {
        assertThat(LineReading.of(line)).isEqualTo(new Meaning.OnHosts("", line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"container('web') { image 'x }", "= )", "container('web') { ) }"})
    void whatMoreTextCannotMendIsTakenAsItIs(String line) {
        assertThat(LineReading.of(line)).isNotEqualTo(new Meaning.Unfinished());
    }
}
