package dockdsl.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SshConfigTest {
    @TempDir
    Path home;

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectories(home.resolve(".ssh/config.d"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`Host web1\n User joe`                              | web1   | user         | joe",
                "`Host web1\n User joe`                              | web2   | user         | -",
                "`Host web*\n User joe`                              | web2   | user         | joe",
                "`Host web?\n User joe`                              | web22  | user         | -",
                "`Host web* !web2\n User joe`                        | web2   | user         | -",
                "`Host a b\n User joe`                               | b      | user         | joe",
                "`Host WEB1\n User joe`                              | web1   | user         | -",
                "`Match host WEB1\n User joe`                        | web1   | user         | joe",
                "`Match user ME\n Port 7`                            | web1   | port         | -",
                "`Match host=web1 user=me\n Port 7`                  | web1   | port         | 7",
                "`IdentityFile my\\ keys/a`                          | web1   | identityfile | my keys/a",
                "`IdentityFile \"the \\\"key\\\"\"`                      | web1   | identityfile | the \"key\"",
                "`IdentityFile C:\\k`                                | web1   | identityfile | C:\\k",
                "`IdentityFile a#b # c`                              | web1   | identityfile | a#b",
                "`Match final host web1\n User joe\nHost web1\n Port 7`| web1 | user        | joe",
                "`Match !final host web1\n User joe`                 | web1   | user         | joe",
                "`Match canonical host web1\n User joe`              | web1   | user         | -",
                "`Match final\n Port 7\nHost w\n HostName web1\nHost web1\n User joe`| w | user  | joe",
                "`Match final\n Port 7\nHost w\n HostName web1\nHost web1\n User joe`| w | hostname | web1",
                "`ProxyJump none\nHost web1\n ProxyJump b`           | web1   | proxyjump    | none",
                "`ProxyJump none\nHost web1\n ProxyCommand nc %h %p` | web1   | proxycommand | nc %h %p",
                "`ProxyCommand none\nHost web1\n ProxyJump b`        | web1   | proxyjump    | -",
                "`User joe\nHost web1\n User ann`                    | web1   | user         | joe",
                "`Host web1\n User ann\nHost *\n User joe`           | web1   | user         | ann",
                "`Host web1\n user=joe`                              | web1   | user         | joe",
                "`Host web1\n User = joe`                            | web1   | user         | joe",
                "`Host web1\n User \"joe doe\"`                      | web1   | user         | joe doe",
                "`Host=web1\n User joe # who else`                   | web1   | user         | joe",
                "`# Host web1\n User joe`                            | web1   | user         | joe",
                "`Host web1\n ProxyCommand ssh -W %h:%p a=b`         | web1   | proxycommand | ssh -W %h:%p a=b",
                "`Host web1\n ProxyJump b\n ProxyCommand nc %h %p`   | web1   | proxycommand | -",
                "`Host web1\n ProxyCommand \"nc\" %h\n ProxyJump b`  | web1   | proxyjump    | -",
                "`Host web1\n ProxyCommand \"nc\" %h`               | web1   | proxycommand | \"nc\" %h",
                "`Match all\n User joe`                              | web1   | user         | joe",
                "`Match host web1,web2\n User joe`                   | web2   | user         | joe",
                "`Match host web*,!web2\n User joe`                  | web2   | user         | -",
                "`Match !host web2\n User joe`                       | web1   | user         | joe",
                "`Host w\n HostName web1\nMatch host web1\n User joe`| w      | user         | joe",
                "`Host w\n HostName web1\nMatch originalhost w\n User joe`| w | user         | joe",
                "`Match exec \"true\"\n User joe`                    | web1   | user         | joe",
                "`Match exec \"test %n = web1\"\n User joe`          | web1   | user         | joe",
                "`Match exec \"test %n = web1\"\n User joe`          | web2   | user         | -",
                "`Match host web2 exec \"false\"\n User joe`         | web2   | user         | -",
                "`Match !exec \"false\"\n User joe`                  | web1   | user         | joe",
                "`Match localuser me\n User joe`                    | web1   | user         | joe",
                "`Match exec \"false\"\n User joe\nHost *\n User ann`| web1   | user         | ann",
            })
    void readsSettingsAsOpenSshDoes(String config, String host, String keyword, String value) throws IOException {
        assertThat(about(config, host).first(keyword).orElse("-")).isEqualTo(value);
    }

    @Test
    void identityFilesAddUp() throws IOException {
        var said = about("Host web1\n IdentityFile a\nHost *\n IdentityFile b\n", "web1");
        assertThat(said.all("identityfile")).containsExactly("a", "b");
    }

    @Test
    void otherListsDoNot() throws IOException {
        var said = about("Host web1\n UserKnownHostsFile a b\nHost *\n UserKnownHostsFile c\n", "web1");
        assertThat(said.all("userknownhostsfile")).containsExactly("a", "b");
    }

    @Test
    void hostNameMayContainTheAlias() throws IOException {
        assertThat(about("Host web*\n HostName %h.example.com\n", "web1").hostName())
                .isEqualTo("web1.example.com");
    }

    @Test
    void includesFilesByPatternInOrder() throws IOException {
        Files.writeString(home.resolve(".ssh/config.d/2.conf"), "Host web1\n User two\n");
        Files.writeString(home.resolve(".ssh/config.d/1.conf"), "Host web1\n User one\n");
        assertThat(about("Include config.d/*.conf\n", "web1").first("user")).contains("one");
        assertThat(about("Include ~/.ssh/config.d/2.conf\n", "web1").first("user"))
                .contains("two");
    }

    @Test
    void anIncludeInASectionHoldsOnlyThere() throws IOException {
        Files.writeString(home.resolve(".ssh/more"), "User one\nHost *\n Port 7\n");
        var config = "Host web1\n Include more\n Compression yes\n";
        assertThat(about(config, "web1").first("port")).contains("7");
        assertThat(about(config, "web1").first("compression")).contains("yes");
        assertThat(about(config, "web2").first("user")).isEmpty();
        assertThat(about(config, "web2").first("port")).isEmpty();
    }

    @Test
    void includesAreFoundAsTheShellFindsFiles() throws IOException {
        Files.createDirectories(home.resolve(".ssh/a.d"));
        Files.writeString(home.resolve(".ssh/config.d/.1.conf.swp"), "User hidden\n");
        Files.writeString(home.resolve(".ssh/config.d/c1"), "User one\n");
        Files.writeString(home.resolve(".ssh/a.d/c3"), "Port 7\n");
        var said = about("Include config.d/*\nInclude *.d/c[2-4]\n", "web1");
        assertThat(said.first("user")).contains("one");
        assertThat(said.first("port")).contains("7");
    }

    @Test
    void shortNamesGetTheirDomain() throws IOException {
        var config = """
                CanonicalizeHostname yes
                CanonicalDomains nowhere.example example.com
                Host *.example.com
                  User joe
                Host far
                  ProxyJump b
                """;
        assertThat(aboutKnown(config, "web1").hostName()).isEqualTo("web1.example.com");
        assertThat(aboutKnown(config, "web1").first("user")).contains("joe");
        assertThat(aboutKnown(config, "db").hostName()).isEqualTo("db");
        assertThat(aboutKnown(config, "far").hostName()).isEqualTo("far");
        assertThat(aboutKnown(config, "10.0.0.1").hostName()).isEqualTo("10.0.0.1");
        assertThat(aboutKnown("CanonicalizeHostname always\n" + config, "far").hostName())
                .isEqualTo("far.example.com");
        assertThat(aboutKnown("CanonicalizeMaxDots 0\n" + config, "a.b").hostName())
                .isEqualTo("a.b");
        assertThat(aboutKnown(config, "a.b").hostName()).isEqualTo("a.b.example.com");
    }

    private SshConfigSettings aboutKnown(String config, String host) throws IOException {
        var file = Files.writeString(home.resolve(".ssh/config"), config);
        var names = new CanonicalNames(name -> List.of("web1.example.com", "far.example.com", "a.b.example.com")
                .contains(name));
        return SshConfig.read(List.of(file), me(), names).about(host, Optional.empty(), List.of());
    }

    @Test
    void aFileOfTheInventoryIsReadInPlaceOfTheUsers() throws IOException {
        Files.writeString(home.resolve(".ssh/config"), "User ann\nPort 7\n");
        var other = Files.writeString(home.resolve("other config"), "Host web1\n User joe\n");
        var said = SshConfig.read(List.of(home.resolve(".ssh/config")), me())
                .about("web1", Optional.empty(), List.of("Port=8", "Include=\"" + other + "\""));
        assertThat(said.first("user")).contains("joe");
        assertThat(said.first("port")).contains("8");
    }

    @Test
    void aFileThatIncludesItselfEnds() throws IOException {
        assertThat(about("Include config\nUser joe\n", "web1").first("user")).contains("joe");
    }

    @Test
    void whatTheInventorySaysOfTheUserCountsForMatch() throws IOException {
        Files.writeString(home.resolve(".ssh/config"), "User ann\nMatch user joe\n Port 7\n");
        var config = SshConfig.read(List.of(home.resolve(".ssh/config")), me());
        assertThat(config.about("web1", Optional.of("joe"), List.of()).first("port"))
                .contains("7");
        assertThat(config.about("web1", Optional.empty(), List.of()).first("port"))
                .isEmpty();
    }

    @Test
    void tellsWhatItPassedOver() throws IOException {
        assertThat(about("Match tagged blue\n User joe\n", "web1").passedOver()).containsExactly("Match tagged blue");
    }

    @Test
    void linesOfTheInventoryComeFirst() throws IOException {
        Files.writeString(home.resolve(".ssh/config"), "StrictHostKeyChecking yes\nPort 7\n");
        var said = SshConfig.read(List.of(home.resolve(".ssh/config")), me())
                .about("web1", Optional.empty(), List.of("StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null"));
        assertThat(said.first("stricthostkeychecking")).contains("no");
        assertThat(said.first("userknownhostsfile")).contains("/dev/null");
        assertThat(said.first("port")).contains("7");
    }

    @Test
    void noFileSaysNothing() {
        var config = SshConfig.read(List.of(home.resolve("none")), me());
        assertThat(config.about("web1", Optional.empty(), List.of()).first("user"))
                .isEmpty();
    }

    private SshConfigSettings about(String config, String host) throws IOException {
        var file = Files.writeString(home.resolve(".ssh/config"), config);
        return SshConfig.read(List.of(file), me()).about(host, Optional.empty(), List.of());
    }

    private LocalUser me() {
        return new LocalUser("me", home, Map.of());
    }
}
