package dockdsl.cli.screen;

import java.io.IOException;
import java.util.Optional;

/** Input that can be read without showing what is typed. */
public interface HiddenKeys {
    /**
     * Asks when nothing shows any more, and reads a line.
     *
     * @return without its line break; empty when the input ends
     */
    Optional<char[]> readHidden(String question) throws IOException;
}
