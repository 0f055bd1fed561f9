package dockdsl.cli;

import dockdsl.cli.completion.Known;
import dockdsl.cli.completion.Scripts;
import dockdsl.cli.line.Invocation;
import dockdsl.lang.ScriptStore;
import java.util.List;

/** {@code dockdsl completion}, and what its scripts ask for behind the scenes. */
record CompletionCommand(Surroundings surroundings) {
    /** Typed by scripts only, in front of what is asked for and the words so far. */
    static final String QUESTION = "__complete";

    int run(Invocation invocation) {
        List<String> shell = invocation.arguments();
        surroundings.screen().document(Scripts.of(shell.isEmpty() ? "" : shell.getFirst()));
        return ExitCode.OK;
    }

    int answer(List<String> arguments) {
        if (arguments.size() > 1) {
            ScriptStore store = ScriptStore.ofUser(surroundings.home(), surroundings.environment(), "completion");
            StringBuilder lines = new StringBuilder();
            new Known(surroundings.folder(), store)
                    .names(arguments.get(1), arguments.subList(2, arguments.size()))
                    .forEach(name -> lines.append(name).append('\n'));
            surroundings.screen().document(lines.toString());
        }
        return ExitCode.OK;
    }
}
