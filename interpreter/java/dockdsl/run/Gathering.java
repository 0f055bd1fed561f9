package dockdsl.run;

import dockdsl.host.Command;
import dockdsl.host.CommandResult;
import dockdsl.problem.HostFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;

/** Lets a script of a build folder collect files on the host. */
record Gathering(FleetHost host) {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** The script comes on standard input; the archive goes back as text, since that is what commands answer with. */
    private static final String COLLECT = """
            set -e
            folder=$(mktemp -d)
            trap 'rm -rf "$folder" "$folder.sh"' EXIT
            cat >"$folder.sh"
            cd "$folder"
            sh "$folder.sh" </dev/null >&2
            tar -cf - . | base64
            """;

    /** Returns a tar archive of everything that the script leaves. */
    byte[] run(Path script) {
        CommandResult result = host.session()
                .shell()
                .run(Command.script(COLLECT)
                        .called("the script " + script.getFileName())
                        .reading(read(script))
                        .within(LONGEST));
        if (!result.succeeded()) {
            throw new HostFailed(
                    host.name(),
                    "the script " + script.getFileName() + " ended with " + result.exitCode() + ": "
                            + result.err().strip(),
                    "It runs on the host before the image is built; try it there by hand.");
        }
        return Base64.getMimeDecoder().decode(result.out());
    }

    private byte[] read(Path script) {
        try {
            return Files.readAllBytes(script);
        } catch (IOException e) {
            throw new HostFailed(
                    host.name(),
                    "the script " + script + " cannot be read",
                    "`gather` names a script in the folder that `build` names.",
                    e);
        }
    }
}
