package dockdsl.cli;

import java.util.List;

/** The entry point of the process. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        System.setErr(new LibraryErrors(System.err));
        Surroundings surroundings = Surroundings.ofProcess();
        Logs.configure(words, surroundings.screen());
        Interruption interruption = new Interruption(surroundings, words);
        interruption.listen();
        int code = new Dockdsl(surroundings, Wiring::real, interruption).run(words);
        interruption.over();
        System.exit(code);
    }
}
