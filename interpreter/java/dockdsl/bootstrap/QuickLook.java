package dockdsl.bootstrap;

import dockdsl.host.Command;
import dockdsl.host.CommandResult;
import dockdsl.host.Shell;
import dockdsl.model.DockerSpec;
import dockdsl.value.EngineVersion;
import dockdsl.value.Tree;
import java.util.Optional;
import java.util.function.Function;

/** Whether an engine that answers is what the site asks for, at the price of reading one file. */
record QuickLook(Function<String, Tree> json) {
    private static final String READ = "test ! -e " + DaemonFileStep.UNREAD + " && cat " + DaemonFile.PATH;

    boolean finds(Shell shell, DockerSpec wish, String runningVersion) {
        return isNewEnough(wish, runningVersion) && (wish.daemon().isEmpty() || hasSettings(shell, wish));
    }

    private static boolean isNewEnough(DockerSpec wish, String runningVersion) {
        Optional<EngineVersion> minimum = wish.minimumVersion().flatMap(EngineVersion::in);
        Optional<EngineVersion> running = EngineVersion.in(runningVersion);
        return minimum.isEmpty() || running.isPresent() && !running.get().isOlderThan(minimum.get());
    }

    private boolean hasSettings(Shell shell, DockerSpec wish) {
        CommandResult file = shell.run(Command.script(READ).called("the script that reads the engine's settings"));
        return file.succeeded()
                && settings(file.out())
                        .filter(present ->
                                DaemonChange.between(present, wish.daemon()).isEmpty())
                        .isPresent();
    }

    private Optional<DaemonFile> settings(String text) {
        try {
            return Optional.of(new DaemonFile.Present(text, json.apply(text), Optional.empty()));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
