package dockdsl.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandTest {
    @Test
    void isCalledByTheFirstLineThatDoesSomething() {
        assertThat(Command.script("sleep 30").called()).isEqualTo("`sleep 30`");
        assertThat(Command.script("set -e\n# why\nsite='shop' most=3\nexport A='b c'\nmost=4\ncat /etc/shadow\nmore")
                        .called())
                .isEqualTo("`cat /etc/shadow`");
        assertThat(Command.script("export A='x'\nexport B=y\n./deploy").called())
                .isEqualTo("`./deploy`");
        assertThat(Command.script("A=b").called()).isEqualTo("`A=b`");
        assertThat(Command.script("x".repeat(70)).called()).isEqualTo("`" + "x".repeat(57) + "...`");
    }

    @Test
    void keepsTheNameThatItWasGiven() {
        assertThat(Command.script("cat")
                        .called("the script that reads")
                        .asRootUser()
                        .reading(new byte[0])
                        .called())
                .isEqualTo("the script that reads");
    }

    @Test
    void quotesWordsForTheShell() {
        assertThat(Command.of("echo", "it's").script()).isEqualTo("'echo' 'it'\\''s'");
    }
}
