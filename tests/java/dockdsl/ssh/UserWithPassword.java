package dockdsl.ssh;

import dockdsl.lab.Lab;
import dockdsl.model.Host;
import dockdsl.problem.SourceRef;
import dockdsl.value.Secret;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A user of a lab's host who has a password, for SSH as for sudo, and whose key is the lab's. */
record UserWithPassword(Lab lab, String host) {
    static final String NAME = "carol";
    static final Secret PASSWORD = Secret.of("s3cret ünd \"quoted\" $HOME");
    static final Secret WRONG = Secret.of("wrong");

    static UserWithPassword on(Lab lab, String host) {
        lab.ssh(host, """
                id carol >/dev/null 2>&1 || useradd -m -s /bin/bash carol
                echo 'carol:%s' | chpasswd
                echo 'carol ALL=(ALL:ALL) ALL' >/etc/sudoers.d/carol
                mkdir -p ~carol/.ssh && cp /root/.ssh/authorized_keys ~carol/.ssh/ && chown -R carol: ~carol/.ssh
                """.formatted(PASSWORD.revealText()));
        return new UserWithPassword(lab, host);
    }

    Host withPassword(Secret password) {
        return host(Optional.empty(), Host.Sudo.UNSAID, Optional.of(password), List.of());
    }

    Host withKeyAnd(Host.Sudo sudo) {
        return host(Optional.of(lab.key().toString()), sudo, Optional.empty(), List.of());
    }

    /** @param options lines of SSH's configuration that the inventory has for the host */
    Host withKeyAndPassword(String... options) {
        return host(Optional.of(lab.key().toString()), Host.Sudo.UNSAID, Optional.of(PASSWORD), List.of(options));
    }

    Host withNothing() {
        return host(Optional.empty(), Host.Sudo.UNSAID, Optional.empty(), List.of());
    }

    private Host host(Optional<String> key, Host.Sudo sudo, Optional<Secret> password, List<String> options) {
        var access = new Host.Ssh(
                lab.address(host),
                Optional.empty(),
                Optional.of(NAME),
                key,
                Optional.empty(),
                sudo,
                password,
                options,
                Host.Ssh.USUAL_TIMEOUT);
        return new Host(
                host, new LinkedHashSet<>(), Map.of(), access, Optional.empty(), SourceRef.startOf("inventory"));
    }

    /** The method by which the user was let in last: {@code publickey}. */
    String letInBy() {
        var start = "Accepted ";
        return lab.ssh(host, "journalctl --no-pager -o cat")
                .lines()
                .filter(line -> line.startsWith(start) && line.contains(" for " + NAME + " "))
                .reduce((before, last) -> last)
                .map(line -> line.substring(start.length(), line.indexOf(" for ")))
                .orElse("nothing");
    }

    /** How often a wrong password was counted against the user until now. */
    long failures(String service) {
        return lab.ssh(host, "journalctl --no-pager -o cat")
                .lines()
                .filter(line -> line.contains("pam_unix(" + service + ":auth): authentication failure")
                        && line.contains("user=" + NAME))
                .count();
    }
}
