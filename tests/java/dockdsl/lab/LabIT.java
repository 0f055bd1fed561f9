package dockdsl.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.model.Host;
import org.junit.jupiter.api.Test;

class LabIT {
    private final Lab lab = Lab.up("ssh", "s1:docker", "s2:docker", "b1:bare");

    @Test
    void hostsAnswerOverSshAndHaveAnEngine() {
        assertThat(lab.ssh("s1", "hostname")).isEqualTo("s1");
        assertThat(lab.docker("s2", "version", "--format", "{{.Server.Os}}")).isEqualTo("linux");
        assertThat(lab.tryDocker("b1", "version").succeeded()).isFalse();
    }

    @Test
    void tellsWhereEverythingIs() {
        assertThat(lab.hostNames()).containsExactly("s1", "s2", "b1");
        assertThat(lab.key()).isRegularFile();
        assertThat(lab.knownHosts()).content().contains(lab.address("s1"));
        assertThat(lab.access("s1", "deploy").sudo()).isEqualTo(Host.Sudo.WANTED);
    }
}
