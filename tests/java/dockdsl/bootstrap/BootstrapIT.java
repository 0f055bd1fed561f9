package dockdsl.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dockdsl.host.HostSession;
import dockdsl.lab.Lab;
import dockdsl.model.DockerSpec;
import dockdsl.problem.HostFailed;
import dockdsl.ssh.SshConnector;
import dockdsl.ssh.SshSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootstrapIT {
    private static final String[] HOSTS = {"bare1:bare", "bare2:bare", "noinit1:noinit", "web1:docker"};

    private static Lab lab;
    private static SshConnector connector;

    private final Bootstrapper bootstrapper = new Bootstrapper(JsonText::read);
    private final List<String> progress = new ArrayList<>();

    /** Bare hosts stay bare only until the first test, so every run starts with new ones. */
    @BeforeAll
    static void freshHosts(@TempDir Path home) {
        Lab.up("boot", HOSTS).down();
        lab = Lab.up("boot", HOSTS);
        connector =
                new SshConnector(SshSettings.ofUser(home, "nobody", Map.of()).knowing(List.of(lab.knownHosts())));
    }

    @AfterAll
    static void close() {
        connector.close();
    }

    @Test
    void aBareHostGetsAnEngineThatStartsAtBoot() {
        var wish = daemon(Map.of("log-driver", "json-file", "log-opts", Map.of("max-size", "10m")));
        try (var session = connect("bare1", "deploy")) {
            assertThat(plan(session, wish).summary()).startsWith("install docker.io (Debian 12), set log-");

            bootstrap(session, wish);

            assertThat(plan(session, wish)).isInstanceOf(BootstrapPlan.Nothing.class);
        }
        assertThat(lab.ssh("bare1", "systemctl is-enabled docker")).isEqualToIgnoringNewLines("enabled");
        assertThat(lab.docker("bare1", "info", "-f", "{{.LoggingDriver}}")).isEqualToIgnoringNewLines("json-file");
        assertThat(progress).endsWith("start the engine", "enable it at boot");
    }

    @Test
    void anEngineWithoutAnInitSystemOutlivesTheSessionThatStartedIt() {
        try (var session = connect("noinit1", "deploy")) {
            bootstrap(session, DockerSpec.ANY);
        }
        assertThat(lab.docker("noinit1", "version", "-f", "{{.Server.Version}}"))
                .startsWith("20.10");
        assertThat(lab.ssh("noinit1", "ls /usr/sbin/policy-rc.d || true")).isEmpty();

        var wish = daemon(Map.of("max-concurrent-downloads", 2, "log-driver", "local"));
        try (var session = connect("noinit1", "root")) {
            bootstrap(session, wish);
            assertThat(plan(session, wish)).isInstanceOf(BootstrapPlan.Nothing.class);
        }
        assertThat(lab.docker("noinit1", "info", "-f", "{{.LoggingDriver}}")).isEqualToIgnoringNewLines("local");
    }

    @Test
    void aHostWhoseEngineWasSwitchedOffGetsItBack() {
        lab.ssh("web1", "systemctl disable --now docker.socket docker");
        try (var session = connect("web1", "deploy")) {
            assertThat(plan(session, DockerSpec.ANY).summary()).isEqualTo("start the engine and enable it at boot");

            bootstrap(session, DockerSpec.ANY);

            assertThat(plan(session, DockerSpec.ANY)).isInstanceOf(BootstrapPlan.Nothing.class);
        }
        assertThat(lab.ssh("web1", "systemctl is-enabled docker; systemctl is-active docker"))
                .isEqualTo("enabled\nactive");
    }

    @Test
    void aSettingTheEngineRefusesIsTakenBackAndTheEngineComesUpWithoutIt() {
        lab.ssh("web1", "systemctl start docker");
        String before = lab.ssh("web1", "cat /etc/docker/daemon.json");
        try (var session = connect("web1", "root")) {
            var failure = catchThrowableOfType(
                    HostFailed.class, () -> bootstrap(session, daemon(Map.of("no-such-setting", true))));
            assertThat(failure).hasMessageContaining("no-such-setting");
        }
        assertThat(lab.ssh("web1", "cat /etc/docker/daemon.json")).isEqualTo(before);
        assertThat(lab.docker("web1", "version", "-f", "{{.Server.Version}}")).startsWith("20.10");
    }

    @Test
    void aReloadableSettingDisturbsNothing() {
        lab.ssh("web1", "systemctl start docker");
        String pid = lab.ssh("web1", "cat /var/run/docker.pid");
        try (var session = connect("web1", "deploy")) {
            bootstrap(session, daemon(Map.of("labels", List.of("rack=7"))));
        }
        assertThat(lab.docker("web1", "info", "-f", "{{.Labels}}")).contains("rack=7");
        assertThat(lab.ssh("web1", "cat /var/run/docker.pid")).isEqualTo(pid);
    }

    @Test
    void aUserWithoutAWayToRootCannotBootstrapAndNothingIsTouched() {
        try (var session = connect("bare2", "ops")) {
            assertThat(plan(session, DockerSpec.ANY).summary()).startsWith("impossible: the user may not become root");
        }
        assertThat(lab.ssh("bare2", "ls /etc/docker /var/lib/apt/lists/* 2>/dev/null || true"))
                .isEmpty();
    }

    private BootstrapPlan plan(HostSession session, DockerSpec wish) {
        return bootstrapper.plan(session.host(), session.shell(), wish);
    }

    private void bootstrap(HostSession session, DockerSpec wish) {
        bootstrapper.run(session.host(), session.shell(), plan(session, wish), wish, progress::add);
    }

    private static HostSession connect(String host, String user) {
        return connector.connect(lab.host(host, user));
    }

    private static DockerSpec daemon(Map<String, Object> settings) {
        return new DockerSpec(Optional.empty(), DockerSpec.Source.DISTRIBUTION, settings);
    }
}
