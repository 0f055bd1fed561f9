package dockdsl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemediesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Get \\"https://r:5000/v2/\\": http: server gave HTTP response to HTTPS client | registry 'r:5000', insecure: true
            x509: certificate signed by unknown authority                            | /etc/docker/certs.d/r:5000/ca.crt
            Get \\"https://r:5000/v2/app/manifests/1\\": no basic auth credentials     | username:
            unauthorized: authentication required                                    | username:
            manifest for r:5000/app:9 not found: manifest unknown: manifest unknown  | name and tag
            dial tcp: lookup r on 10.0.0.1:53: no such host                          | must reach the registry
            dial tcp 10.0.0.1:5000: connect: connection refused                      | must reach the registry
            write /var/lib/docker/tmp/x: no space left on device                     | disk is full
            invalid mount config for type \\"bind\\": bind source path does not exist: /x | must exist on the host
            listen tcp4 0.0.0.0:80: bind: address already in use                     | ss -ltnp
            Conflict. The container name \\"/web\\" is already in use by container \\"1\\" | call yours otherwise
            exec: \\"serve\\": executable file not found in $PATH: unknown              | `command` and `entrypoint`
            could not select device driver "" with capabilities: [[gpu]]             | nvidia-container-toolkit
            --storage-opt is supported only for overlay over xfs with 'pquota' mount option | `pquota`
            error during container init: exec: \\"/x\\": stat /x: no such file or directory | `command` and `entrypoint`
            listen tcp6 [::1]:8099: bind: cannot assign requested address            | ip address
            unable to find user web: no matching entries in passwd file              | `user`
            Unable to find group audio: no matching entries in group file            | `groups`
            plugin \"jsonfile\" not found: error looking up logging plugin jsonfile  | `logDriver`
            error gathering device information while adding custom device "/dev/x"   | `devices`
            Unknown runtime specified runscc                                         | `runtime`
            failed to write "95000": write /sys/fs/cgroup/cpu/docker/8d64/cpu.rt_runtime_us: invalid argument | cpuRtRuntime
            Requested CPUs are not available - requested 7-9, available: 0-1         | `cpuset`
            error during container init: open /proc/sys/net/foo: no such file or directory: unknown | `sysctls`
            network with name shop already exists                                    | give yours another name
            """)
    void knowsWhatToDo(String message, String remedy) {
        assertThat(Remedies.of(new Refusal(500, message), "r:5000")).contains(remedy);
    }

    @Test
    void hasNothingToSayOfWhatItDoesNotKnow() {
        assertThat(Remedies.of(new Refusal(500, "server error"), "")).isEmpty();
    }
}
