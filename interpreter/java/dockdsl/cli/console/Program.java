package dockdsl.cli.console;

import java.util.List;

/** The program around the console. */
public interface Program {
    /**
     * Performs a command as a process of its own would, and tells of everything that goes wrong.
     *
     * @param words without {@code dockdsl}
     * @param typed what is laid over the site, in the language
     * @return the exit code
     */
    int perform(List<String> words, List<String> typed);

    /** Runs a script in the shell of this machine. @return the exit code */
    int runHere(String script);

    /** Shows the value of a Groovy expression. @return the exit code */
    int evaluate(String expression, World world);

    /**
     * Reads the site and the inventory, connects to nothing.
     *
     * @throws dockdsl.problem.DockdslException when they can't be read
     */
    World look(List<String> typed);

    /** The same, where programs run again whose output is remembered from an earlier look. */
    World lookAnew(List<String> typed);

    /** Tells why something could not be done. @return the exit code */
    int tell(RuntimeException why);

    /** Ends what {@link #perform} is doing on another thread; is safe at any time. */
    void interrupt();

    /** Ends it the hard way, where the soft one had no effect. */
    void drop();
}
