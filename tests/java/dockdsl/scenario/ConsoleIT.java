package dockdsl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.lab.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console, as somebody types at it and as a script is fed to it. */
class ConsoleIT {
    private static final Lab LAB = Lab.upWithRegistry("console", "web1", "web2");
    private static final String CTRL_C = "\003";
    private static final String CTRL_D = "\004";

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() {
        desk = Desk.at(folder, LAB);
        desk.write("hosts.groovy", Desk.inventory(LAB, "web", "web1", "web2"));
        desk.write("site.groovy", """
                site 'talk'
                container('app') { on 'web'; image '10.213.0.1:5000/hello:1' }
                """);
    }

    private Desk.Outcome piped(String script) {
        return desk.shell("dockdsl console -i hosts.groovy", script);
    }

    private Typist typing() {
        return desk.typing("console", "-i", "hosts.groovy").awaits("talk root@all(2)> ");
    }

    @Test
    void linesFromAPipeShareOneLoginAndEndWithTheLargestExitCode() {
        Desk.Outcome outcome = piped("""
                # where we come from tells one login from the other
                echo $SSH_CONNECTION
                @web2
                echo $SSH_CONNECTION
                exit 7 # of the shells
                false
                !echo here
                """);
        List<String> lines = outcome.out().lines().toList();
        assertThat(lines).filteredOn(line -> line.startsWith("web2: ")).hasSize(2);
        assertThat(lines.stream().filter(line -> line.startsWith("web2: ")).distinct())
                .as(outcome.toString())
                .hasSize(1);
        assertThat(lines).contains("here");
        assertThat(outcome.err()).isEqualTo("web2: exited with 7\nweb2: exited with 1\n");
        assertThat(outcome.exitCode()).isEqualTo(7);
    }

    @Test
    void aHereDocumentIsOneCommandForTheShellsOfTheHosts() {
        Desk.Outcome outcome = piped("""
                cat >/tmp/told <<EOF; echo written
                isn't $(hostname)
                  # two

                EOF
                cat /tmp/told; rm /tmp/told
                """);
        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        assertThat(outcome.out().lines().filter(line -> line.startsWith("web2:")))
                .containsExactly("web2: written", "web2: isn't web2", "web2:   # two", "web2: ");
        try (Typist typist = typing()) {
            typist.enters("tr a-z A-Z <<'END'")
                    .awaits("... ")
                    .enters("it's one")
                    .enters("END");
            typist.awaits("web1: IT'S ONE").awaits("talk root@all(2)> ");
            typist.enters("cat <<END").awaits("... ").strikes(CTRL_C).awaits("talk root@all(2)> ");
            assertThat(typist.strikes(CTRL_D).end()).contains("exit code 0");
        }
    }

    @Test
    void aVaultIsOpenedWithAPasswordThatIsTypedOnceAndAgainWhenItWasWrong() {
        desk.write("plain.txt", "the-inner-word");
        try (Typist typist = desk.typing("secrets", "encrypt", "--ask-vault-pass", "plain.txt")) {
            typist.awaits("New: Vault password:").enters("geheim-42");
            typist.awaits("Again: Vault password:").enters("geheim-42").end();
        }
        desk.write("site.groovy", """
                site 'talk'
                secret 'inner', from: vault('plain.txt')
                container('app') { on 'web'; image '10.213.0.1:5000/hello:1'; secret 'inner' }
                """);
        try (Typist typist = desk.typing("console", "-i", "hosts.groovy", "--ask-vault-pass")) {
            typist.awaits("talk root@all(2)> ");
            typist.enters("plan").awaits("Vault password:").enters("wrong").awaits("decrypted:");
            typist.awaits("talk root@all(2)> ").enters("plan");
            typist.awaits("Vault password:").enters("geheim-42").awaits("Plan: ");
            typist.awaits("talk root@all(2)> ").enters("plan").awaits("Plan: ");
            typist.awaits("talk root@all(2)> ").enters("echo hea''rd").awaits("web1: heard");
            String screen = typist.awaits("> ").strikes(CTRL_D).end();
            assertThat(screen.split("Vault password:", -1)).hasSize(3);
            assertThat(screen).contains("exit code 0").doesNotContain("geheim-42", "the-inner-word");
        }
    }

    @Test
    void passwordsAreAskedForInsideOfTheConsoleAndCtrlCTakesTheQuestionBack() {
        try (Typist typist = typing()) {
            typist.enters("exec -K --sudo web1 -- id -un")
                    .awaits("Password for sudo:")
                    .strikes(CTRL_C);
            typist.awaits("Interrupted.").awaits("talk root@all(2)> ");
            typist.enters("echo who''le").awaits("web1: whole").awaits("talk root@all(2)> ");
            typist.enters("exec -K --sudo web1 -- id -un").awaits("Password for sudo:");
            typist.enters("geheim-42").awaits("web1: root").awaits("talk root@all(2)> ");
            assertThat(typist.strikes(CTRL_D).end())
                    .contains("exit code 0", " echo ", " icanon ")
                    .doesNotContain("geheim-42");
        }
    }

    @Test
    void whatIsTypedInTheLanguageIsLaidOverTheSiteUntilItIsForgotten() {
        Desk.Outcome outcome = piped("""
                container('extra') {
                  on 'web2'
                  image '10.213.0.1:5000/hello:2'
                }
                container('app') { env COLOUR: 'red' }
                show
                check
                = containers*.name
                plan
                forget
                container('wrong') { imge 'x:1' }
                plan
                """);
        String[] plans = outcome.out().split("Nothing is laid over the site.");
        assertThat(outcome.out()).contains("3 containers on 2 hosts", "['app', 'app', 'extra']", "2  container('app')");
        assertThat(plans[0]).as(outcome.toString()).contains("create container extra", "typed-1:1");
        assertThat(plans[1]).contains("create container app").doesNotContain("extra");
        assertThat(outcome.err()).contains("typed-1:1:22", "Did you mean `image`?");
        assertThat(outcome.exitCode()).isEqualTo(65);
    }

    @Test
    void ctrlCEndsWhatRunsOnTheHostsAndTheConsoleStays() throws IOException {
        try (Typist typist = typing()) {
            typist.enters("echo begun; sleep 4713").awaits(": begun");
            typist.strikes(CTRL_C).awaits("Interrupted.").awaits("talk root@all(2)> ");
            typist.strikes(CTRL_C).awaits("talk root@all(2)> ");
            typist.enters("@web1").awaits("talk root@web1(1)> ");
            typist.enters("pgrep -fc '^sleep 4713'").awaits("web1: 0").awaits("talk root@web1(1)> ");
            typist.enters("echo --password=geheim")
                    .awaits("web1: --password=geheim")
                    .awaits("> ");
            assertThat(typist.strikes(CTRL_D).end()).contains("exit code 0", " echo ", " icanon ");
        }
        Path history = folder.resolve("home/.local/state/dockdsl/history");
        assertThat(history).content().contains("sleep 4713").doesNotContain("geheim");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
                .isEqualTo("rw-------");
    }

    @Test
    void aQuestionOfACommandIsAnsweredAndTheNextLineIsWhole() {
        try (Typist typist = typing()) {
            typist.enters("apply")
                    .awaits("Apply these changes? [y/N]")
                    .enters("n")
                    .awaits("talk root@all(2)> ");
            typist.enters("apply")
                    .awaits("Apply these changes? [y/N]")
                    .strikes(CTRL_C)
                    .awaits("Interrupted.");
            typist.awaits("talk root@all(2)> ").enters("ssh web1").awaits("root@web1");
            typist.enters("exit").awaits("talk root@all(2)> ");
            typist.enters("echo whole").awaits("web1: whole").awaits("talk root@all(2)> ");
            assertThat(typist.enters("exit").end()).contains("exit code 0");
        }
    }

    @Test
    void aConnectionThatIsCutIsMadeAnew() {
        try (Typist typist = typing()) {
            typist.enters("hostname").awaits("web2: web2").awaits("talk root@all(2)> ");
            LAB.trySsh("web2", "pkill -f 'sshd: root@notty'");
            typist.enters("@web2 echo again").awaits("web2: again").awaits("talk root@all(2)> ");
            LAB.fault("web2", "drop");
            try {
                typist.enters("echo still")
                        .awaits("web2 (hosts.groovy:")
                        .awaits("does not answer")
                        .awaits("talk root@all(2)> ");
            } finally {
                LAB.fault("web2", "undrop");
            }
            typist.enters("@web2 echo back").awaits("web2: back");
            assertThat(typist.awaits("> ").strikes(CTRL_D).end()).contains("exit code 0");
        }
    }
}
