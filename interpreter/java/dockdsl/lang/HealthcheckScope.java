package dockdsl.lang;

import dockdsl.model.Declared;
import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import dockdsl.value.Healthcheck;
import dockdsl.vocabulary.HealthcheckWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The words of a {@code healthcheck} block become a {@link Healthcheck}. */
record HealthcheckScope(SourceRef where, Problems problems) {
    static Scope of(SourceRef where, Problems problems, Consumer<Healthcheck> result) {
        HealthcheckScope scope = new HealthcheckScope(where, problems);
        return new FlatScope(
                HealthcheckWords.BLOCK,
                new Collected(problems),
                said -> scope.healthcheck(said).ifPresent(result));
    }

    private Optional<Healthcheck> healthcheck(Collected said) {
        Declared declared = said.declared();
        Optional<List<String>> test = test(declared);
        if (test.isEmpty() && said.isWhole()) {
            problems.add(
                    where,
                    "the health check has nothing to run",
                    "Write command 'redis-cli', 'ping', or shell 'wget -qO- http://localhost/ || exit 1'.");
        }
        return test.map(words -> new Healthcheck(
                words,
                declared.get(HealthcheckWords.INTERVAL, Duration.ZERO),
                declared.get(HealthcheckWords.TIMEOUT, Duration.ZERO),
                declared.get(HealthcheckWords.START_PERIOD, Duration.ZERO),
                declared.get(HealthcheckWords.START_INTERVAL, Duration.ZERO),
                declared.get(HealthcheckWords.RETRIES, 0)));
    }

    private Optional<List<String>> test(Declared declared) {
        Optional<List<String>> command = declared.find(HealthcheckWords.COMMAND);
        Optional<String> shell = declared.find(HealthcheckWords.SHELL);
        if (command.isPresent() && shell.isPresent()) {
            problems.add(
                    declared.where(HealthcheckWords.SHELL).orElseThrow(),
                    "the health check has a command and a shell line",
                    "Keep one of them.");
        }
        return command.map(words -> prefixed("CMD", words)).or(() -> shell.map(line -> List.of("CMD-SHELL", line)));
    }

    private static List<String> prefixed(String first, List<String> words) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(words);
        return List.copyOf(all);
    }
}
