package dockdsl.bootstrap;

import dockdsl.host.Command;
import dockdsl.host.CommandResult;
import dockdsl.host.Shell;
import dockdsl.problem.HostFailed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A shell that notes what it is asked to run; it tells facts to the probe and answers the rest by rules. */
final class RecordingShell implements Shell {
    private static final String PROBE = Script.text("probe.sh");

    final List<String> scripts = new ArrayList<>();
    private final List<String> facts;
    private final Map<String, CommandResult> failures;
    private final boolean root;

    /**
     * @param root whether there is a way to root
     * @param facts what the probe prints, one text per time it is asked; the last one for ever
     * @param failures results of the scripts that contain a key; all others succeed
     */
    RecordingShell(boolean root, List<String> facts, Map<String, CommandResult> failures) {
        this.root = root;
        this.facts = new ArrayList<>(facts);
        this.failures = failures;
    }

    @Override
    public CommandResult run(Command command) {
        if (command.asRoot() && !root) {
            throw new HostFailed("db1", "sudo wants a password", "allow sudo without a password");
        }
        if (command.script().equals(PROBE)) {
            return new CommandResult(0, facts.size() > 1 ? facts.removeFirst() : facts.getFirst(), "");
        }
        scripts.add(command.script());
        return failures.entrySet().stream()
                .filter(failure -> command.script().contains(failure.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(new CommandResult(0, "", ""));
    }
}
