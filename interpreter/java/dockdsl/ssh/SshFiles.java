package dockdsl.ssh;

import java.nio.file.Path;
import java.util.List;

/**
 * Where OpenSSH's client keeps what it knows.
 *
 * @param configurations the first value of a setting wins
 * @param knownHosts where hosts' keys are looked for, unless a configuration names other files
 */
public record SshFiles(List<Path> configurations, KnownHostsFiles knownHosts) {
    public SshFiles {
        configurations = List.copyOf(configurations);
    }

    /** The usual ones of a user and of this machine. */
    static SshFiles of(Path home) {
        var mine = home.resolve(".ssh");
        var machines = Path.of("/etc/ssh");
        return new SshFiles(
                List.of(mine.resolve("config"), machines.resolve("ssh_config")),
                new KnownHostsFiles(
                        List.of(mine.resolve("known_hosts"), mine.resolve("known_hosts2")),
                        List.of(machines.resolve("ssh_known_hosts"), machines.resolve("ssh_known_hosts2")),
                        false));
    }
}
