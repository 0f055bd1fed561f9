package dockdsl.adhoc;

import dockdsl.host.Command;
import java.time.Duration;

/**
 * What all hosts are to do.
 *
 * @param script for the host's {@code /bin/sh}
 * @param asRoot whether it needs root
 * @param longest how long it may take on a host, the login not counted; zero for no bound
 * @param atOnce how many hosts work at a time
 */
public record Order(String script, boolean asRoot, Duration longest, int atOnce) {
    private static final Duration TO_START = Duration.ofSeconds(30);
    private static final Duration NO_BOUND = Duration.ofDays(365);

    public Order {
        if (atOnce < 1) {
            throw new IllegalArgumentException("somebody has to work: " + atOnce);
        }
    }

    Command command() {
        Command command = Command.script(script).within(TO_START);
        return asRoot ? command.asRootUser() : command;
    }

    Duration patience() {
        return longest.isZero() ? NO_BOUND : longest;
    }
}
