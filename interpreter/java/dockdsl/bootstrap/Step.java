package dockdsl.bootstrap;

import dockdsl.host.Command;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * One thing that bootstrapping does to a host.
 *
 * @param what in words that follow "will" or "could not": {@code install docker.io (Debian 12)}
 * @param commands what does it, in this order, each only when the one before succeeded
 * @param undo what takes it back when a later step fails
 * @param remedy what a person can do when it fails
 */
public record Step(String what, List<Command> commands, List<Command> undo, String remedy) {
    /** How long an installation may take. */
    static final Duration INSTALLING = Duration.ofMinutes(10);
    /** How long an engine may take to stop, to start, and to answer. */
    static final Duration STARTING = Duration.ofMinutes(3);

    public Step {
        commands = List.copyOf(commands);
        undo = List.copyOf(undo);
    }

    /** Scripts that run as root. */
    static Step of(String what, String remedy, Duration longest, String... scripts) {
        return new Step(what, asRoot(longest, scripts), List.of(), remedy);
    }

    static List<Command> asRoot(Duration longest, String... scripts) {
        return Stream.of(scripts)
                .map(script -> Command.script(script).asRootUser().within(longest))
                .toList();
    }
}
