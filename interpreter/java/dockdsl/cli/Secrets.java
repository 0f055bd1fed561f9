package dockdsl.cli;

import dockdsl.cli.screen.Questions;
import dockdsl.cli.text.Line;
import dockdsl.secret.SecretSources;
import dockdsl.value.Secret;
import dockdsl.value.SecretOrigin;
import java.util.function.Function;

/** Fetches secrets when they are needed; asks on the terminal, if there is one. */
final class Secrets {
    private Secrets() {}

    static Function<SecretOrigin, Secret> of(Surroundings surroundings, Questions questions) {
        return new SecretSources(surroundings.environment(), question -> questions.hidden(Line.of(question)));
    }
}
