package dockdsl.cli.console;

import java.util.List;

/** What a line of the console means. */
public sealed interface Meaning {
    /** An empty line or a comment. */
    record Nothing() implements Meaning {}

    /** More has to come before it means something. */
    record Unfinished() implements Meaning {}

    record Leave() implements Meaning {}

    /** @param pattern of hosts for the lines that follow; empty for those that the console began with */
    record Select(String pattern) implements Meaning {}

    /**
     * A script for the shells of hosts.
     *
     * @param pattern which hosts; empty for those that are selected
     */
    record OnHosts(String pattern, String script) implements Meaning {}

    /** A script for the shell of this machine. */
    record Here(String script) implements Meaning {}

    /** A command of dockdsl. @param words as in a shell, without {@code dockdsl} */
    record Perform(List<String> words) implements Meaning {
        public Perform {
            words = List.copyOf(words);
        }
    }

    /** A text in the language, to be laid over the site. */
    record Declare(String text) implements Meaning {}

    /** A Groovy expression whose value is shown. */
    record Evaluate(String expression) implements Meaning {}

    /** Reads site and inventory anew, also what programs print. */
    record Reload() implements Meaning {}

    /** Shows what was declared. */
    record Show() implements Meaning {}

    /** Drops what was declared. @param numbers as shown; all when empty */
    record Forget(List<String> numbers) implements Meaning {
        public Forget {
            numbers = List.copyOf(numbers);
        }
    }
}
