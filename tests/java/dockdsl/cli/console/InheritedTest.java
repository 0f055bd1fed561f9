package dockdsl.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdsl.cli.line.ArgumentParser;
import dockdsl.problem.UsageMistake;
import java.util.List;
import org.junit.jupiter.api.Test;

class InheritedTest {
    private static Inherited console(String site, String... started) {
        return new Inherited(ArgumentParser.parse(List.of(started)), site);
    }

    @Test
    void commandsGetTheSiteTheInventoryAndTheSelection() {
        Inherited console = console("shop.groovy", "console", "-i", "a.ini", "-i", "b.ini", "--env", "test");
        assertThat(console.words(List.of("plan", "-v"), "web:!web2"))
                .containsExactlyInAnyOrder(
                        "plan",
                        "--inventory=a.ini",
                        "--inventory=b.ini",
                        "--env=test",
                        "--limit=web:!web2",
                        "-v",
                        "shop.groovy")
                .startsWith("plan")
                .endsWith("-v", "shop.groovy");
    }

    @Test
    void whatIsTypedCountsMore() {
        Inherited console = console("shop.groovy", "console", "-i", "a.ini");
        assertThat(console.words(List.of("plan", "-i", "b.ini", "--limit=db", "other.groovy"), "web"))
                .containsExactly("plan", "-i", "b.ini", "--limit=db", "other.groovy");
    }

    @Test
    void aCommandThatNamesItsHostsIsNotLimitedToTheSelection() {
        Inherited console = console("", "console");
        assertThat(console.words(List.of("exec", "db", "--", "uptime"), "web"))
                .containsExactly("exec", "db", "--", "uptime");
        assertThat(console.words(List.of("cp", "motd", "db1:/etc/motd"), "web"))
                .containsExactly("cp", "motd", "db1:/etc/motd");
    }

    @Test
    void commandsThatTakeNothingGetNothing() {
        Inherited console = console("shop.groovy", "console", "-i", "a.ini");
        assertThat(console.words(List.of("version"), "web")).containsExactly("version");
        assertThat(console.words(List.of("plan", "--help"), "web")).containsExactly("plan", "--help");
        assertThat(console.words(List.of("--version"), "web")).containsExactly("--version");
    }

    @Test
    void namesOfContainersStandBeforeTheSite() {
        Inherited console = console("shop.groovy", "console");
        assertThat(console.words(List.of("history", "redis"), "")).containsExactly("history", "redis", "shop.groovy");
        assertThat(console.words(List.of("history", "redis", "./other"), ""))
                .containsExactly("history", "redis", "./other");
    }

    @Test
    void theSiteStandsBehindTheArgumentsThatTheCommandNeeds() {
        Inherited console = console("shop.groovy", "console");
        assertThat(console.words(List.of("promote", "staging", "production"), ""))
                .containsExactly("promote", "staging", "production", "shop.groovy");
    }

    @Test
    void passwordsAreNotAskedForAgain() {
        Inherited console = console("", "console", "-k", "-K", "--sudo");
        assertThat(console.words(List.of("status"), "")).containsExactly("status");
    }

    @Test
    void linesForHostsGetWhatIsForThem() {
        Inherited console = console("", "console", "-i", "a.ini", "--gather", "--timeout=5s", "--sudo", "--limit=web");
        assertThat(console.words("db", "docker ps | wc -l"))
                .containsExactlyInAnyOrder(
                        "exec",
                        "--inventory=a.ini",
                        "--gather",
                        "--timeout=5s",
                        "--sudo",
                        "--limit=db",
                        "--",
                        "all",
                        "docker ps | wc -l");
    }

    @Test
    void aMistakeIsOneHereToo() {
        assertThatThrownBy(() -> console("", "console").words(List.of("plan", "--nonsense"), ""))
                .isInstanceOf(UsageMistake.class);
    }
}
