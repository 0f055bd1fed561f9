package dockdsl.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdsl.host.Command;
import dockdsl.host.Duplex;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a host whose sshd forwards no sockets, every connection to the engine is one of the few sessions it allows. */
class FewSessionsIT {
    private static final String SETTINGS = "/etc/ssh/sshd_config.d/few-sessions.conf";
    private static final String RELOAD = "systemctl reset-failed ssh && systemctl restart ssh";

    @TempDir
    Path home;

    private static void allowSessions(int most) {
        EngineLab.ssh(
                "printf 'AllowStreamLocalForwarding no\\nMaxSessions " + most + "\\n' > " + SETTINGS + " && " + RELOAD);
    }

    @AfterEach
    void allowTheUsual() {
        EngineLab.ssh("rm -f " + SETTINGS + " && " + RELOAD);
    }

    @Test
    void manyThreadsShareTheFewAndLeaveOneToTheShell() throws Exception {
        allowSessions(3);
        try (EngineLab lab = new EngineLab(home)) {
            lab.createHello("web");
            all(16, () -> assertThat(lab.engine.inspect("web").name()).isEqualTo("web"));
            assertThat(lab.session.shell().run(Command.script("echo free")).out())
                    .isEqualTo("free\n");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void besideACommandThatStaysTheEngineAndTheShellTakeTurns(int most) throws Exception {
        allowSessions(most);
        try (EngineLab lab = new EngineLab(home);
                Duplex _ = lab.session.start(Command.script("cat"))) {
            lab.createHello("web");
            all(6, () -> {
                assertThat(lab.engine.inspect("web").name()).isEqualTo("web");
                assertThat(lab.session.shell().run(Command.script("echo free")).out())
                        .isEqualTo("free\n");
            });
        }
    }

    @Test
    void whereNothingCanEndThereIsNoWaiting() throws Exception {
        allowSessions(1);
        try (EngineLab lab = new EngineLab(home);
                Duplex _ = lab.session.start(Command.script("cat"))) {
            long start = System.nanoTime();

            assertThatThrownBy(() -> lab.session.shell().run(Command.script("true")))
                    .hasMessageContaining(
                            "the host lets only one command run at once (MaxSessions in its sshd_config)");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        }
    }

    private static void all(int times, Runnable work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                running.add(threads.submit(work));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
    }
}
