package dockdsl.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.lang.ScriptStore;
import dockdsl.lang.SiteFile;
import dockdsl.lang.SiteReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {
    @TempDir
    private static Path folder;

    private static World world;

    @BeforeAll
    static void read() throws IOException {
        Path file = Files.writeString(folder.resolve("site.groovy"), """
                site 'shop'
                group('web') { host 'web1'; host 'web2' }
                group('db') { host 'db1' }
                network 'backend'
                container('redis') { on 'db'; image 'redis:7.4.1' }
                container('proxy') { on 'web'; image 'nginx:1.27' }
                """);
        SiteFile site = new SiteReader(
                        new ScriptStore(folder.resolve("store"), "test"), origin -> null, SiteReader.Rules.NONE)
                .read(file, Optional.empty(), SiteReader.Options.NONE);
        world = new World(Optional.of(site.site()), site.inventory());
    }

    private static List<String> after(String line) {
        return new Completion(world).of(line);
    }

    @Test
    void aLineBeginsWithACommandOrAWordOfTheLanguage() {
        assertThat(after("")).contains("plan", "exec", "help", "exit", "show", "container", "network", "hosts");
        assertThat(after("pl")).containsExactly("plan");
        assertThat(after("cont")).containsExactly("container", "containers");
    }

    @Test
    void anAtSignIsFollowedByHostsAndGroups() {
        assertThat(after("@")).contains("@all", "@web", "@db", "@web1", "@db1");
        assertThat(after("@web:!we")).containsExactly("@web:!web", "@web:!web1", "@web:!web2");
    }

    @Test
    void commandsHaveOptions() {
        assertThat(after("plan --dif")).containsExactly("--diff");
        assertThat(after("apply --lim")).containsExactly("--limit=");
        assertThat(after("apply --limit=d")).containsExactly("--limit=db", "--limit=db1");
        assertThat(after("apply -l d")).containsExactly("db", "db1");
    }

    @Test
    void commandsNameContainersAndHosts() {
        assertThat(after("rollback r")).containsExactly("redis");
        assertThat(after("exec we")).containsExactly("web", "web1", "web2");
        assertThat(after("ssh ")).containsExactly("db1", "web1", "web2");
    }

    @Test
    void helpKnowsEveryWord() {
        assertThat(after("help image")).contains("image");
        assertThat(after("help roll")).contains("rollback", "rollout");
    }

    @Test
    void linesForTheHostsNameContainersAndImages() {
        assertThat(after("docker logs re")).containsExactly("redis", "redis:7.4.1");
        assertThat(after("docker run ngi")).containsExactly("nginx:1.27");
    }

    @Test
    void blocksHaveTheirOwnWords() {
        assertThat(after("container('x') { heal")).containsExactly("healthcheck");
        assertThat(after("container('x') { healthcheck { ret")).containsExactly("retries");
        assertThat(after("container('x') {\n  image 'x:1'\n  heal")).containsExactly("healthcheck");
        assertThat(after("container('x') { healthcheck { retries 3 }; publi")).contains("publish");
    }

    @Test
    void wordsKnowWhatTheyName() {
        assertThat(after("container('x') { on 'd")).containsExactly("db", "db1");
        assertThat(after("container('x') { image 'ng")).containsExactly("nginx:1.27");
        assertThat(after("container('x') { link 're")).containsExactly("redis");
        assertThat(after("container('pro")).containsExactly("proxy");
    }

    @Test
    void namesThatAreNoTextYetAreCompletedWithTheirQuotes() {
        assertThat(after("container('x') { on ")).containsExactly("'db'", "'db1'", "'web'", "'web1'", "'web2'");
        assertThat(after("container('x') { networks 'backend', ")).containsExactly("'backend'");
        assertThat(after("container('x') { networkMode container('pr")).containsExactly("proxy");
        assertThat(after("container('x') { networkMode container(")).contains("'proxy'", "'redis'");
    }

    @Test
    void settingsKnowTheirValues() {
        assertThat(after("container('x') { restart "))
                .containsExactly("always", "never", "onFailure(", "unlessStopped");
        assertThat(after("container('x') { restart un")).containsExactly("unlessStopped");
        assertThat(after("container('x') { rollout { onFailure ro")).containsExactly("rollback");
        assertThat(after("container('x') { init ")).containsExactly("false", "true");
        assertThat(after("container('x') { ipc 'sh")).containsExactly("shareable");
        assertThat(after("container('x') { networkMode ")).containsExactly("'host'", "'none'", "container(", "host");
        assertThat(after("rollout { order st")).containsExactly("startFirst", "stopFirst");
    }

    @Test
    void aValueThatIsOverIsFollowedByNothing() {
        assertThat(after("container('x') { restart always ")).isEmpty();
        assertThat(after("container('x') { link 'redis', as: '")).isEmpty();
        assertThat(after("container('x') { memory ")).isEmpty();
    }

    @Test
    void nothingIsKnownOfTheTextInAHereDocument() {
        assertThat(after("cat >/etc/motd <<EOF\nwe")).isEmpty();
        assertThat(after("cat >/etc/motd <<EOF; docker logs re")).containsExactly("redis", "redis:7.4.1");
    }

    @Test
    void nothingIsKnownOfThisMachine() {
        assertThat(after("!git re")).isEmpty();
    }
}
