package dockdsl.observed;

/**
 * The machine that an engine runs on, as the engine tells.
 *
 * @param system such as {@code Debian GNU/Linux 12 (bookworm)}
 * @param architecture such as {@code x86_64}
 * @param cpus cores
 * @param memoryBytes all of it
 */
public record Machine(String system, String architecture, String kernel, int cpus, long memoryBytes) {}
