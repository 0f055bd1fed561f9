package dockdsl.bootstrap;

import dockdsl.host.CommandResult;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The end of a command's output, where it says why it failed. */
final class LastLines {
    private static final int LINES = 6;

    private LastLines() {}

    /** Its exit code, then the last lines of standard error, or of standard output when there is no error output. */
    static String of(CommandResult result) {
        String said = result.err().isBlank() ? result.out() : result.err();
        List<String> lines = said.lines().filter(line -> !line.isBlank()).toList();
        return Stream.concat(
                        Stream.of("exit code " + result.exitCode()),
                        lines.stream().skip(Math.max(0, lines.size() - LINES)))
                .collect(Collectors.joining("\n    "));
    }
}
