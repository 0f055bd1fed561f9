package dockdsl.bootstrap;

import dockdsl.host.Command;
import dockdsl.host.CommandResult;
import dockdsl.host.Shell;
import dockdsl.problem.HostFailed;
import dockdsl.value.Tree;
import java.util.function.Function;

/** Asks a host for its facts with one command; touches nothing. */
public final class HostProbe {
    private static final Command PROBE =
            Command.script(Script.text("probe.sh")).called("the script that looks at the host");

    private final Function<String, Tree> json;

    /** @param json reads a JSON object; throws {@link IllegalArgumentException} when it is none */
    public HostProbe(Function<String, Tree> json) {
        this.json = json;
    }

    /** @throws HostFailed when the host does not answer in time or has no POSIX shell */
    public HostFacts read(String host, Shell shell) {
        CommandResult result = asRootOrElseAsUser(shell);
        if (!result.succeeded()) {
            throw new HostFailed(
                    host, "could not find out what it has of Docker: " + LastLines.of(result), "is its shell POSIX?");
        }
        return new FactLines(result.out(), json).facts();
    }

    private static CommandResult asRootOrElseAsUser(Shell shell) {
        try {
            CommandResult result = shell.run(PROBE.asRootUser());
            return result.succeeded() ? result : shell.run(PROBE);
        } catch (HostFailed noRoot) {
            return shell.run(PROBE);
        }
    }
}
