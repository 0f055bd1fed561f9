package dockdsl.host;

/** Runs commands on a host. */
public interface Shell {
    /**
     * Runs a command to its end; any exit code is an answer, not an error.
     *
     * @throws dockdsl.problem.HostFailed when the command outlives its time-out or the connection dies
     * @throws dockdsl.problem.HostFailed when the command wants root and the user has no way to it
     */
    CommandResult run(Command command);
}
