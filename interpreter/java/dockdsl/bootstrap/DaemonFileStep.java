package dockdsl.bootstrap;

import dockdsl.bootstrap.DaemonFile.Reading;
import dockdsl.host.Command;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts changed settings into the engine's settings file, and back when the engine does not come up with them. */
final class DaemonFileStep {
    /** Says what the engine still has to do; whoever makes it read the file removes this. */
    static final String UNREAD = DaemonFile.PATH + ".pending";

    private static final String NEW = DaemonFile.PATH + ".new";

    private DaemonFileStep() {}

    /**
     * @param reading how the engine will be made to read it
     * @param recover what brings a running engine back after the old file is in place again; empty when none ran
     */
    static Step of(DaemonChange change, Reading reading, List<Command> recover) {
        var undo = new ArrayList<>(List.of(puttingBack(change)));
        undo.addAll(recover);
        return new Step(
                "set " + String.join(", ", change.keys()) + " in " + DaemonFile.PATH,
                List.of(writing(change, reading)),
                undo,
                "see the settings of `docker { daemon ... }` in the site file; the old ones are still in force");
    }

    private static Command writing(DaemonChange change, Reading reading) {
        return root("""
                set -e
                PATH=$PATH:/usr/local/sbin:/usr/sbin
                mkdir -p /etc/docker
                trap 'rm -f %1$s' EXIT
                [ ! -e %2$s ] || cp -p %2$s %1$s
                cat > %1$s
                if dockerd --help 2>/dev/null | grep -q -e --validate; then
                  dockerd --validate --config-file %1$s
                fi
                echo %4$s > %3$s
                mv -f %1$s %2$s""".formatted(NEW, DaemonFile.PATH, UNREAD, reading.name().toLowerCase(Locale.ROOT)))
                .reading(change.text().getBytes(StandardCharsets.UTF_8));
    }

    private static Command puttingBack(DaemonChange change) {
        return change.before()
                .map(text -> root("cat > " + DaemonFile.PATH + "\nrm -f " + UNREAD)
                        .reading(text.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> root("rm -f " + DaemonFile.PATH + " " + UNREAD));
    }

    private static Command root(String script) {
        return Command.script(script)
                .called("the script that writes " + DaemonFile.PATH)
                .asRootUser();
    }
}
