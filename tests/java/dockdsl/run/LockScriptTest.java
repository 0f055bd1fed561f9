package dockdsl.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The part of a lock that runs on hosts, in a shell of this machine. */
@Timeout(60)
class LockScriptTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final String site = "test-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
    private final LockHolder alice = LockHolder.now("alice@laptop", "apply of site it's");
    private final LockHolder bob = LockHolder.now("bob@ci", "destroy of site it's");
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void leaveNothing() throws IOException {
        started.forEach(Process::destroyForcibly);
        Files.deleteIfExists(file());
    }

    private Path file() {
        return Path.of(Files.isWritable(Path.of("/run/lock")) ? "/run/lock" : "/tmp", "dockdsl-" + site + ".lock");
    }

    @Test
    void theSecondIsToldWhoTheFirstIs() throws IOException {
        assertThat(said(start(alice, LONG))).isEqualTo("dockdsl-lock held");
        assertThat(said(start(bob, LONG))).isEqualTo("dockdsl-lock busy " + alice.line());
    }

    @Test
    void everyUserOfTheHostCanTakeIt() throws IOException {
        said(start(alice, LONG));

        assertThat(Files.getPosixFilePermissions(file())).isEqualTo(PosixFilePermissions.fromString("rw-rw-rw-"));
    }

    @Test
    void itIsFreeWhenTheInputEnds() throws Exception {
        Process first = start(alice, LONG);
        said(first);

        first.getOutputStream().close();

        assertThat(first.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(said(start(bob, LONG))).isEqualTo("dockdsl-lock held");
    }

    @Test
    void itIsFreeWhenTheHolderIsKilledAndTheNextOneSaysItsOwnName() throws Exception {
        Process first = start(alice, LONG);
        said(first);

        first.destroyForcibly().waitFor();

        assertThat(said(start(bob, LONG))).isEqualTo("dockdsl-lock held");
        assertThat(said(start(alice, LONG))).isEqualTo("dockdsl-lock busy " + bob.line());
    }

    @Test
    void itIsFreeWhenNoSignOfLifeComesForTooLong() throws Exception {
        Process first = start(alice, Duration.ofSeconds(1));
        said(first);

        assertThat(first.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(said(start(bob, LONG))).isEqualTo("dockdsl-lock held");
    }

    @Test
    void everySignOfLifeIsAnswered() throws IOException {
        Process first = start(alice, LONG);
        BufferedReader answers = first.inputReader(StandardCharsets.UTF_8);
        answers.readLine();

        first.getOutputStream().write('\n');
        first.getOutputStream().flush();

        assertThat(answers.readLine()).isEqualTo("dockdsl-lock held");
    }

    @Test
    void somebodysLinkIsNotFollowed(@TempDir Path folder) throws IOException {
        Path precious = Files.writeString(folder.resolve("precious.txt"), "precious");
        Files.createSymbolicLink(file(), precious);

        assertThat(said(start(alice, LONG))).startsWith("dockdsl-lock impossible");
        assertThat(precious).hasContent("precious");
    }

    @Test
    void aLinkToNothingCreatesNothing(@TempDir Path folder) throws IOException {
        Path nothing = folder.resolve("nothing");
        Files.createSymbolicLink(file(), nothing);

        assertThat(said(start(alice, LONG))).startsWith("dockdsl-lock impossible");
        assertThat(nothing).doesNotExist();
    }

    @Test
    void aHostWithoutFlockSaysSo() throws IOException {
        assertThat(said(start("PATH=/nowhere\n" + LockScript.of(site, alice, LONG))))
                .startsWith("dockdsl-lock impossible it has no `flock`");
    }

    private Process start(LockHolder who, Duration lease) throws IOException {
        return start(LockScript.of(site, who, lease));
    }

    private Process start(String script) throws IOException {
        Process process = new ProcessBuilder("/bin/sh", "-c", script)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        started.add(process);
        return process;
    }

    private static String said(Process process) throws IOException {
        return process.inputReader(StandardCharsets.UTF_8).readLine();
    }
}
