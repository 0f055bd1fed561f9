package dockdsl.ssh;

import dockdsl.host.EngineUnavailable;
import java.util.Set;

/** What stands between a user and the engine, found out by one command. */
record Diagnosis(Set<String> facts) {
    static final String WITHOUT_SUDO = """
            PATH="$PATH:/usr/local/bin:/usr/sbin:/sbin:/snap/bin"
            socket=%s
            [ -S $socket ] && echo socket
            [ -r $socket ] && [ -w $socket ] && echo allowed
            command -v docker >/dev/null 2>&1 && echo client
            command -v dockerd >/dev/null 2>&1 && echo engine
            true
            """.formatted(EngineDialer.SOCKET);

    static final String SCRIPT = WITHOUT_SUDO + """
            command -v sudo >/dev/null 2>&1 && echo sudo
            sudo -n true >/dev/null 2>&1 && echo root
            exit 0
            """;

    static Diagnosis read(String output) {
        return new Diagnosis(Set.copyOf(output.lines().distinct().toList()));
    }

    /** @throws EngineUnavailable when there is none, saying why */
    EngineDialer.Way way(Destination to, Channels channels, Sudo sudo) {
        if (!has("socket")) {
            throw has("client") || has("engine") ? notRunning(to) : notInstalled(to);
        }
        if (has("allowed")) {
            return orNoClient(to, DialStdio.asUser(to.host(), channels));
        }
        if (has("root")) {
            return orNoClient(to, DialStdio.withSudo(to.host(), channels, sudo));
        }
        throw notAllowed(to, sudo);
    }

    private boolean has(String fact) {
        return facts.contains(fact);
    }

    private EngineDialer.Way orNoClient(Destination to, EngineDialer.Way way) {
        if (has("client")) {
            return way;
        }
        throw new EngineUnavailable(
                to.host(),
                "sshd does not forward to " + EngineDialer.SOCKET + " and Docker's command line is not installed",
                "Set `AllowStreamLocalForwarding yes` in sshd_config, or install docker-cli on the host.");
    }

    private static EngineUnavailable notInstalled(Destination to) {
        return new EngineUnavailable(
                to.host(), "Docker is not installed", "`dockdsl bootstrap` installs it; so does `apply`.");
    }

    private static EngineUnavailable notRunning(Destination to) {
        return EngineUnavailable.asleep(
                to.host(),
                "Docker is installed but not running: there is no " + EngineDialer.SOCKET,
                "Start it with `systemctl start docker` on the host.");
    }

    private EngineUnavailable notAllowed(Destination to, Sudo sudo) {
        return new EngineUnavailable(
                to.host(),
                to.user() + " may not open " + EngineDialer.SOCKET
                        + (sudo.isForbidden()
                                ? ", and the inventory forbids sudo"
                                : has("sudo") ? ", and sudo wants a password" : ", and there is no sudo"),
                "Add the user to the group docker (`usermod -aG docker " + to.user()
                        + "`), let it use sudo without a password, "
                        + SudoRefusal.HOW_TO_GIVE_A_PASSWORD + ", or log in as root.");
    }
}
