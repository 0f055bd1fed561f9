package dockdsl.host;

/**
 * What a command left behind.
 *
 * @param exitCode 0 to 255; 128 + n when signal n ended it
 * @param out standard output, read as UTF-8
 * @param err standard error, read as UTF-8
 */
public record CommandResult(int exitCode, String out, String err) {
    public boolean succeeded() {
        return exitCode == 0;
    }
}
