package dockdsl.lab;

/**
 * What a command in the lab left behind.
 *
 * @param command for messages only
 */
public record LabOutput(String command, int exitCode, String out, String err) {
    public boolean succeeded() {
        return exitCode == 0;
    }

    /** Standard output without the newline at its end; a failed command fails the test. */
    public String orFail() {
        if (!succeeded()) {
            throw new AssertionError("`%s` ended with %d%n%s%s".formatted(command, exitCode, out, err));
        }
        return out.stripTrailing();
    }
}
