package dockdsl.doctor;

/**
 * Something that was found.
 *
 * @param about what was looked at, in a few words: {@code disk}
 * @param what was found
 * @param meaning why it matters
 * @param remedy what to do about it
 */
public record Finding(Severity severity, String about, String what, String meaning, String remedy) {}
