package dockdsl.ssh;

import dockdsl.value.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the user and the machine bring along for SSH.
 *
 * @param forks how many hosts are connected to at the same time at most
 * @param home where {@code ~} points to; default identities are looked for in its {@code .ssh}
 * @param localUser who logs in where neither inventory nor configuration name a user
 * @param configFiles OpenSSH client configurations, the first value of a setting wins
 * @param knownHosts the user's known_hosts files; accepted keys are appended to the first
 * @param machineKnownHosts those of this machine, for all its users
 * @param agentSocket the ssh-agent's socket
 * @param environment finds the variables that a configuration names
 */
public record SshSettings(
        int forks,
        Path home,
        String localUser,
        List<Path> configFiles,
        List<Path> knownHosts,
        List<Path> machineKnownHosts,
        Optional<Path> agentSocket,
        Function<String, Optional<String>> environment,
        Credentials credentials,
        Passphrases passphrases,
        HostKeyQuestions hostKeys) {

    public SshSettings {
        if (forks < 1) {
            throw new IllegalArgumentException("at least one host at a time, not " + forks);
        }
        if (knownHosts.isEmpty()) {
            throw new IllegalArgumentException("host keys are kept in a known_hosts file: name one");
        }
        configFiles = List.copyOf(configFiles);
        knownHosts = List.copyOf(knownHosts);
        machineKnownHosts = List.copyOf(machineKnownHosts);
    }

    /**
     * What OpenSSH's client would use: its usual files, the agent of {@code SSH_AUTH_SOCK}, and the passphrase of
     * {@code DOCKDSL_SSH_PASSPHRASE}; unknown host keys are refused and nobody is asked.
     */
    public static SshSettings ofUser(Path home, String localUser, Map<String, String> environment) {
        return new SshSettings(
                16,
                home,
                localUser,
                List.of(home.resolve(".ssh/config"), Path.of("/etc/ssh/ssh_config")),
                List.of(home.resolve(".ssh/known_hosts"), home.resolve(".ssh/known_hosts2")),
                List.of(Path.of("/etc/ssh/ssh_known_hosts"), Path.of("/etc/ssh/ssh_known_hosts2")),
                given(environment, "SSH_AUTH_SOCK").map(Path::of),
                variable -> Optional.ofNullable(environment.get(variable)),
                new Credentials(
                        given(environment, "DOCKDSL_SSH_PASSPHRASE").map(Secret::of),
                        Optional.empty(),
                        Optional.empty()),
                Passphrases.nobodyToAsk(),
                HostKeyQuestions.refuse());
    }

    public SshSettings withForks(int atOnce) {
        return new SshSettings(
                atOnce,
                home,
                localUser,
                configFiles,
                knownHosts,
                machineKnownHosts,
                agentSocket,
                environment,
                credentials,
                passphrases,
                hostKeys);
    }

    public SshSettings asking(Passphrases forPassphrases) {
        return new SshSettings(
                forks,
                home,
                localUser,
                configFiles,
                knownHosts,
                machineKnownHosts,
                agentSocket,
                environment,
                credentials,
                forPassphrases,
                hostKeys);
    }

    public SshSettings deciding(HostKeyQuestions aboutHostKeys) {
        return new SshSettings(
                forks,
                home,
                localUser,
                configFiles,
                knownHosts,
                machineKnownHosts,
                agentSocket,
                environment,
                credentials,
                passphrases,
                aboutHostKeys);
    }

    /** @param knownHostsFiles the only ones that are looked at */
    public SshSettings knowing(List<Path> knownHostsFiles) {
        return new SshSettings(
                forks,
                home,
                localUser,
                configFiles,
                knownHostsFiles,
                List.of(),
                agentSocket,
                environment,
                credentials,
                passphrases,
                hostKeys);
    }

    /** The same with passwords for all hosts that have none of their own. */
    public SshSettings with(Optional<Secret> password, Optional<Secret> sudoPassword) {
        return new SshSettings(
                forks,
                home,
                localUser,
                configFiles,
                knownHosts,
                machineKnownHosts,
                agentSocket,
                environment,
                new Credentials(credentials.passphrase(), password, sudoPassword),
                passphrases,
                hostKeys);
    }

    private static Optional<String> given(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }
}
