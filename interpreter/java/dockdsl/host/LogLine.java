package dockdsl.host;

/**
 * A line that a container wrote.
 *
 * @param nanos when, as the engine noted it: nanoseconds since 1970
 * @param error whether it came on standard error; never on a terminal
 * @param text without its line break; bytes that are no UTF-8 are replaced
 */
public record LogLine(long nanos, boolean error, String text) {}
