package dockdsl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.lab.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on many hosts at once, as somebody types them. */
class BroadcastIT {
    private static final Lab LAB = Lab.up("broadcast", "web1:bare", "web2:bare", "web3:bare");

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() {
        desk = Desk.at(folder, LAB);
        desk.write("hosts.groovy", Desk.inventory(LAB, "web", "web1", "web2", "web3"));
    }

    private Desk.Outcome exec(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "exec";
        all[1] = "-i";
        all[2] = "hosts.groovy";
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return desk.dockdsl(all);
    }

    @Test
    void everyLineStandsBehindItsHostAndErrorsOnStandardError() {
        Desk.Outcome outcome = exec("web:!web2", "--", "hostname; echo oops >&2");
        assertThat(outcome.out().lines()).containsExactlyInAnyOrder("web1: web1", "web3: web3");
        assertThat(outcome.err().lines()).containsExactlyInAnyOrder("web1: oops", "web3: oops");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void whatIsAlikeIsShownOnceAndTheLargestExitCodeIsTheRuns() {
        Desk.Outcome outcome = exec("-b", "web", "--", "uname; test $(hostname) != web2 || exit 7");
        assertThat(outcome.out()).isEqualTo("""
                ---------------
                web[1,3] (2)
                ---------------
                Linux
                ---------------
                web2 (1) exited with 7
                ---------------
                Linux
                """);
        assertThat(outcome.exitCode()).isEqualTo(7);
    }

    @Test
    void aHostOfTheInventoryMayBeTheWayToAnotherOne() {
        desk.write("hosts.groovy", """
                host 'edge', address: '%s', user: 'root', key: '%s'
                host 'inner', address: '%s', user: 'root', key: '%s', jump: 'edge'
                """.formatted(LAB.address("web1"), LAB.key(), LAB.address("web2"), LAB.key()));
        Desk.Outcome outcome = exec("inner", "--", "hostname; echo ${SSH_CONNECTION%% *}");
        assertThat(outcome.out()).isEqualTo("inner: web2\ninner: " + LAB.address("web1") + "\n");
    }

    @Test
    void differencesAreShownAgainstWhatMostSay() {
        Desk.Outcome outcome = exec("--diff", "web", "--", "echo same; test $(hostname) != web2 || echo more");
        assertThat(outcome.out()).endsWith("""
                same
                --- web[1,3]
                +++ web2
                @@ -1,1 +1,2 @@
                 same
                +more
                """);
    }

    @Test
    void aCommandThatTakesTooLongIsEndedAndLeavesNothing() {
        Desk.Outcome outcome = exec("--timeout", "500ms", "web1", "--", "sleep 4711");
        assertThat(outcome.err()).isEqualTo("web1: was still running after 500ms\n");
        assertThat(outcome.exitCode()).isEqualTo(124);
        assertThat(exec("web1", "--", "pgrep -fc '^sleep 4711'").out()).isEqualTo("web1: 0\n");
    }

    @Test
    void aHostThatIsNotReachedDoesNotStopTheOthers() {
        desk.write(
                "hosts.groovy", Desk.inventory(LAB, "web", "web1") + "host 'gone', address: '10.213.0.1', port: 9\n");
        Desk.Outcome outcome = exec("all", "--", "echo here");
        assertThat(outcome.out()).isEqualTo("web1: here\n");
        assertThat(outcome.err()).startsWith("gone (hosts.groovy:4): 10.213.0.1 ");
        assertThat(outcome.exitCode()).isEqualTo(4);
    }

    @Test
    void escapesOfTheTerminalDoNotPass() {
        assertThat(exec("web1", "--", "printf 'a\\033]0;title\\007b\\tc\\n'").out())
                .isEqualTo("web1: a\\u001b]0;title\\u0007b\tc\n");
    }
}
