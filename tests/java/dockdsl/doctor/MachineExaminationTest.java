package dockdsl.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home as people have it, looked at for real. */
class MachineExaminationTest {
    @TempDir
    private Path home;

    @BeforeEach
    void haveAKey() throws IOException {
        Files.createDirectory(home.resolve(".ssh"));
        write("id_ed25519", "rw-------");
    }

    private Path write(String name, String mode) throws IOException {
        Path file = Files.writeString(home.resolve(".ssh").resolve(name), "# a b c\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private List<String> found(Map<String, String> environment) {
        return new MachineExamination(home, environment, environment.containsKey("TERM"))
                .diagnosis().findings().stream()
                        .map(finding ->
                                finding.severity() + " " + finding.what().replace(home + "/", ""))
                        .toList();
    }

    @Test
    void nothingIsSaidOfAnOrdinaryHome() throws IOException {
        write("id_ed25519.pub", "rw-r--r--");
        write("known_hosts", "rw-r--r--");
        write("config", "rw-r--r--");
        assertThat(found(Map.of("TERM", "xterm"))).isEmpty();
    }

    @Test
    void filesThatOthersMayReadOrWriteAreNamed() throws IOException {
        write("deploy", "rw-r-----");
        write("deploy.pub", "rw-r--r--");
        write("config", "rw-rw-r--");
        assertThat(found(Map.of()))
                .containsExactly(
                        "WARNING .ssh/config can be written by others.",
                        "WARNING Others than the owner have rights to .ssh/deploy.");
    }

    @Test
    void filesOfOthersAreNamed() throws IOException {
        Path config = write("config", "rw-r--r--");
        assumeTrue(Files.getOwner(config).getName().equals("root"), "only root gives files away");
        Files.setAttribute(config, "unix:uid", 54321);

        assertThat(found(Map.of())).containsExactly("WARNING .ssh/config belongs to somebody else.");
    }

    @Test
    void theConfigurationIsReadAsSshReadsIt() throws IOException {
        write("config", "rw-r--r--");
        Files.writeString(
                home.resolve(".ssh/config"),
                "Include more.conf gone.conf\nHost web\n  Prot 22\n  include=\"%s/far/*.conf\" ~/none.conf\n"
                        .formatted(home));
        write("more.conf", "rw-rw-r--");
        Files.writeString(home.resolve(".ssh/more.conf"), "Include more.conf deep.conf\n");

        assertThat(found(Map.of()))
                .containsExactly(
                        "WARNING .ssh/more.conf can be written by others.",
                        "WARNING .ssh/config: line 3: Bad configuration option: prot.",
                        "NOTE The configuration of SSH includes what is not there: deep.conf (line 1 of .ssh/more.conf),"
                                + " gone.conf (line 1 of .ssh/config), ~/none.conf (line 4 of .ssh/config).");
    }

    @Test
    void aConfigurationInWhichUnknownOptionsAreIgnoredIsFine() throws IOException {
        write("config", "rw-r--r--");
        Files.writeString(home.resolve(".ssh/config"), "IgnoreUnknown Prot\nHost web\n  Prot 22\n");

        assertThat(found(Map.of())).isEmpty();
    }

    @Test
    void linesThatSayNothingAreCounted() throws IOException {
        Files.writeString(home.resolve(".ssh/known_hosts"), "# c\n\nweb1 ssh-ed25519 AAAA\nweb1 oops\n");
        assertThat(found(Map.of())).containsExactly("NOTE known_hosts says nothing in line 4.");
    }

    @Test
    void withoutKeysAnAgentIsNeeded() throws IOException {
        Files.delete(home.resolve(".ssh/id_ed25519"));
        assertThat(found(Map.of())).hasSize(1).first().asString().startsWith("WARNING There is neither an SSH agent");
        assertThat(found(Map.of("SSH_AUTH_SOCK", home + "/gone")))
                .containsExactly("WARNING The SSH agent at gone does not answer.");
    }

    @Test
    void anAgentIsAskedForItsKeys() throws Exception {
        Files.delete(home.resolve(".ssh/id_ed25519"));
        Path socket = home.resolve("agent");
        for (byte keys = 0; keys < 2; keys++) {
            try (ServerSocketChannel agent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                agent.bind(UnixDomainSocketAddress.of(socket));
                byte count = keys;
                Thread answering = Thread.startVirtualThread(() -> answer(agent, count));
                assertThat(found(Map.of("SSH_AUTH_SOCK", socket.toString())))
                        .isEqualTo(keys == 0 ? List.of("WARNING The SSH agent has no keys.") : List.of());
                answering.join();
            }
            Files.delete(socket);
        }
    }

    private static void answer(ServerSocketChannel agent, byte keys) {
        try (SocketChannel asking = agent.accept()) {
            asking.read(ByteBuffer.allocate(5));
            asking.write(ByteBuffer.wrap(new byte[] {0, 0, 0, 5, 12, 0, 0, 0, keys}));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aTerminalThatCanDoLittleIsNoted() {
        assertThat(found(Map.of("TERM", "dumb"))).containsExactly("NOTE The terminal is called dumb.");
    }
}
