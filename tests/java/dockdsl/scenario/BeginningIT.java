package dockdsl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.lab.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first hour: a new site on a host, and what the doctor says of hosts. */
class BeginningIT {
    private static final Lab LAB = Lab.up("beginning", "web1");

    /** Files of the system but for the one that the test itself removes, and what the engine was asked to do. */
    private static final String STATE =
            "find /etc /var/lib/dockdsl /tmp /root ! -path '*few.conf' ! -path '*sshd_config.d' -type f -printf '%p %s %T@\\n'"
                    + " 2>/dev/null | sort | cksum; docker events --since 1h --until 0s | cksum";

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() throws IOException {
        desk = Desk.at(folder, LAB);
        Path key = Files.copy(LAB.key(), folder.resolve("home/.ssh/id_ed25519"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void whatInitWritesIsAppliedAsItIs() {
        Desk.Outcome init = desk.dockdsl("init", "shop", "--host", "deploy@" + LAB.address("web1"));
        assertThat(init.exitCode()).as(init.toString()).isZero();
        assertThat(desk.dockdsl("check", "shop").out()).contains("no problems");

        Desk.Outcome applied = desk.dockdsl("apply", "shop", "--yes");
        assertThat(applied.exitCode()).as(applied.toString()).isZero();
        assertThat(applied.out()).contains("hello on " + LAB.address("web1") + " is at http://");
        assertThat(LAB.docker("web1", "exec", "hello", "/bin/busybox", "wget", "-qO-", "http://127.0.0.1/"))
                .contains("shop works");
        assertThat(desk.dockdsl("apply", "shop", "--yes").out()).contains("changed=0");
        assertThat(desk.dockdsl("destroy", "shop", "--yes").exitCode()).isZero();
    }

    @Test
    void theDoctorSeesWhatIsWrongAndChangesNothing() {
        desk.write(
                "hosts.groovy",
                Desk.inventory(LAB, "web", "web1")
                        + "host 'ops', address: '%s', user: 'ops', key: '%s'\n"
                                .formatted(LAB.address("web1"), LAB.key())
                        + "host 'gone', address: '%s', port: 9\n".formatted(LAB.address("web1")));
        desk.write(
                "site.groovy",
                "site 'shop'\ncontainer('web') { on 'all'; image 'hello:1'; publish '22:80'; publish '8088:80' }\n");
        LAB.ssh("web1", "echo MaxSessions 3 >/etc/ssh/sshd_config.d/few.conf; systemctl reload ssh");
        String before = LAB.ssh("web1", STATE);
        try {
            Desk.Outcome seen = desk.dockdsl("doctor", "-i", "hosts.groovy");
            assertThat(seen.exitCode()).as(seen.toString()).isEqualTo(4);
            assertThat(seen.out().replaceAll("\\s+", " "))
                    .contains("Ports of the site are taken: tcp/22 by sshd.")
                    .doesNotContain("tcp/8088")
                    .contains("warning: sshd lets 3 commands run at once on a connection (MaxSessions).")
                    .contains("log driver is json-file without a largest size.")
                    .contains("note: ops may not use sudo without a password.")
                    .contains("3 hosts and this machine: ");
            assertThat(seen.out()).containsPattern("gone  declared in hosts.groovy:5\n +failure: .*refuses");
            assertThat(desk.dockdsl("doctor", "-i", "hosts.groovy", "-l", "web").exitCode())
                    .isEqualTo(2);
        } finally {
            LAB.ssh("web1", "rm /etc/ssh/sshd_config.d/few.conf; systemctl reload ssh");
        }
        assertThat(LAB.ssh("web1", STATE)).isEqualTo(before);
        desk.write("site.groovy", "site 'shop'\n");
        Desk.Outcome fine = desk.dockdsl("doctor", "-i", "hosts.groovy", "-l", "web", "--json");
        assertThat(fine.exitCode()).as(fine.toString()).isZero();
        assertThat(fine.out()).contains("\"host\": \"web1\"", "\"severity\": \"warning\"", "\"exitCode\": 0");
    }

    @Test
    void anEngineThatIsStoppedIsAFailure() {
        desk.write("hosts.groovy", Desk.inventory(LAB, "web", "web1"));
        LAB.ssh("web1", "systemctl stop docker.socket docker");
        try {
            Desk.Outcome seen = desk.dockdsl("doctor", "-i", "hosts.groovy");
            assertThat(seen.exitCode()).as(seen.toString()).isEqualTo(2);
            assertThat(seen.out()).contains("failure: ", "over the way that runs take.");
        } finally {
            LAB.ssh("web1", "systemctl start docker");
        }
    }
}
