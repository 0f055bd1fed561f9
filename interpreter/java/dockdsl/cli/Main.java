package dockdsl.cli;

import java.util.List;

/** The entry point of the process. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new Dockdsl(Surroundings.ofProcess()).run(List.of(arguments)));
    }
}
