package dockdsl.bootstrap;

import dockdsl.bootstrap.HostFacts.Init;
import dockdsl.host.Command;
import java.util.List;

/**
 * The commands that start and stop the engine, each of which ends when the engine answers again.
 *
 * @param init what runs it
 */
record EngineService(Init init) {
    /** Starts it, or starts it again when it runs. */
    List<Command> restart() {
        return switch (init) {
            case SYSTEMD -> systemd("systemctl restart docker");
            case OPENRC -> openrc("rc-service docker restart");
            case NONE -> detached("stop && start");
        };
    }

    List<Command> start() {
        return switch (init) {
            case SYSTEMD -> systemd("systemctl start docker");
            case OPENRC -> openrc("rc-service docker start");
            case NONE -> detached("start");
        };
    }

    /** Makes a running engine read its settings file. */
    List<Command> reload() {
        return switch (init) {
            case SYSTEMD -> systemd("systemctl reload docker");
            case OPENRC, NONE -> Step.asRoot(Step.STARTING, "kill -HUP \"$(cat /var/run/docker.pid)\"", read());
        };
    }

    /** Has it started when the host boots; nothing for a host without an init system. */
    List<Command> enable() {
        return switch (init) {
            case SYSTEMD -> Step.asRoot(Step.STARTING, "systemctl enable docker");
            case OPENRC -> Step.asRoot(Step.STARTING, "rc-update add docker default");
            case NONE -> List.of();
        };
    }

    boolean canEnable() {
        return init != Init.NONE;
    }

    /** Where a person reads what the engine says. */
    String log() {
        return switch (init) {
            case SYSTEMD -> "`journalctl -u docker -n 50`";
            case OPENRC -> "/var/log/docker.log";
            case NONE -> "/var/log/dockerd.log";
        };
    }

    /** Restarts a running engine that is not the one on disk; packages of some distributions do that themselves. */
    List<Command> restartUnlessNew() {
        String first = restart().getFirst().script();
        return Step.asRoot(Step.STARTING, """
                running=$(docker -H unix:///var/run/docker.sock version --format '{{.Server.Version}}')
                dockerd --version | grep -qF "version $running," && exit 0
                """ + first, read());
    }

    /** Waits for an engine that is about to answer. */
    List<Command> awaitAnswer() {
        return Step.asRoot(Step.STARTING, await());
    }

    /** Waits up to a minute. */
    private static String await() {
        return Script.text("await.sh").strip();
    }

    /** Waits until it answers, and notes that it has read its settings. */
    private static String read() {
        return await() + "\nrm -f " + DaemonFileStep.UNREAD;
    }

    /** A start that failed often is refused until it is forgiven. */
    private static List<Command> systemd(String command) {
        return Step.asRoot(Step.STARTING, """
                systemctl reset-failed docker 2>/dev/null
                %s || {
                  journalctl -u docker -n 20 --no-pager -o cat >&2
                  exit 1
                }""".formatted(command), read());
    }

    private static List<Command> openrc(String command) {
        return Step.asRoot(Step.STARTING, command, read());
    }

    private static List<Command> detached(String call) {
        return Step.asRoot(Step.STARTING, Script.text("detached.sh") + call, read());
    }
}
