package dockdsl.cli;

import dockdsl.secret.SecretSources;
import dockdsl.value.Secret;
import dockdsl.value.SecretOrigin;
import java.io.Console;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Fetches secrets when they are needed; asks on the terminal, if there is one. */
final class Secrets {
    private Secrets() {}

    static Function<SecretOrigin, Secret> of(Map<String, String> environment) {
        return new SecretSources(environment, Secrets::ask);
    }

    private static Optional<char[]> ask(String question) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(terminal -> terminal.readPassword("%s", question));
    }
}
