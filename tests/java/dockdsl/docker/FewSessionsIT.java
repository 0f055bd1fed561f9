package dockdsl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.host.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a host whose sshd forwards no sockets, every connection to the engine is one of the few sessions it allows. */
class FewSessionsIT {
    private static final String SETTINGS = "/etc/ssh/sshd_config.d/few-sessions.conf";
    private static final String RELOAD = "systemctl reset-failed ssh && systemctl restart ssh";

    @TempDir
    Path home;

    @BeforeEach
    void allowFewSessions() {
        EngineLab.ssh("printf 'AllowStreamLocalForwarding no\\nMaxSessions 3\\n' > " + SETTINGS + " && " + RELOAD);
    }

    @AfterEach
    void allowTheUsual() {
        EngineLab.ssh("rm -f " + SETTINGS + " && " + RELOAD);
    }

    @Test
    void manyThreadsShareTheFewAndLeaveOneToTheShell() throws Exception {
        try (EngineLab lab = new EngineLab(home)) {
            lab.createHello("web");
            try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
                List<Future<String>> names = new ArrayList<>();
                for (int i = 0; i < 16; i++) {
                    names.add(threads.submit(() -> lab.engine.inspect("web").name()));
                }
                for (Future<String> name : names) {
                    assertThat(name.get()).isEqualTo("web");
                }
            }
            assertThat(lab.session.shell().run(Command.script("echo free")).out())
                    .isEqualTo("free\n");
        }
    }
}
