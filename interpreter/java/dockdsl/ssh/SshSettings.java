package dockdsl.ssh;

import dockdsl.value.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the user and the machine bring along for SSH.
 *
 * @param forks how many hosts are connected to at the same time at most
 */
public record SshSettings(int forks, LocalUser user, SshFiles files, Credentials credentials, SshQuestions questions) {
    private static final int USUAL_FORKS = 16;

    public SshSettings {
        if (forks < 1) {
            throw new IllegalArgumentException("at least one host at a time, not " + forks);
        }
    }

    /**
     * What OpenSSH's client would use: its usual files, the agent of {@code SSH_AUTH_SOCK}, and the passphrase of
     * {@code DOCKDSL_SSH_PASSPHRASE}; unknown host keys are refused and nobody is asked.
     */
    public static SshSettings ofUser(Path home, String localUser, Map<String, String> environment) {
        var user = new LocalUser(localUser, home, environment);
        var passphrase = user.variable("DOCKDSL_SSH_PASSPHRASE").map(Secret::of);
        return new SshSettings(
                USUAL_FORKS,
                user,
                SshFiles.of(home),
                new Credentials(passphrase, Optional.empty(), Optional.empty()),
                SshQuestions.NOBODY_TO_ASK);
    }

    public SshSettings withForks(int atOnce) {
        return new SshSettings(atOnce, user, files, credentials, questions);
    }

    public SshSettings asking(Passphrases passphrases, HostKeyQuestions hostKeys) {
        return new SshSettings(forks, user, files, credentials, new SshQuestions(passphrases, hostKeys));
    }

    /** @param knownHosts the only files with hosts' keys that are looked at */
    public SshSettings knowing(List<Path> knownHosts) {
        var only = new KnownHostsFiles(knownHosts, List.of(), false);
        return new SshSettings(forks, user, new SshFiles(files.configurations(), only), credentials, questions);
    }

    /** The same with passwords for all hosts that have none of their own. */
    public SshSettings with(Optional<Secret> password, Optional<Secret> sudoPassword) {
        var given = new Credentials(credentials.passphrase(), password, sudoPassword);
        return new SshSettings(forks, user, files, given, questions);
    }
}
