package dockdsl.lang;

import dockdsl.problem.Problems;
import dockdsl.value.Healthcheck;
import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.HealthcheckWords;
import dockdsl.vocabulary.Setting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The words of a {@code healthcheck} block become a {@link Healthcheck}. */
final class HealthcheckScope implements Scope {
    private final Said said;
    private final Problems problems;
    private final Consumer<Healthcheck> result;
    private final Collected collected;

    HealthcheckScope(Said said, Problems problems, Consumer<Healthcheck> result) {
        this.said = said;
        this.problems = problems;
        this.result = result;
        this.collected = new Collected(problems);
    }

    @Override
    public Block block() {
        return HealthcheckWords.BLOCK;
    }

    @Override
    public <T> void hear(Setting<T> setting, T value, Said said) {
        collected.add(setting, value, said.where());
    }

    @Override
    public void miss(String word) {
        collected.miss(word);
    }

    @Override
    public List<Scope> open(Block block, Said said, List<Said> on) {
        throw new IllegalStateException("no block opens inside of a health check: " + block.name());
    }

    @Override
    public void close() {
        Optional<List<String>> test = test();
        if (test.isEmpty() && collected.isWhole()) {
            problems.add(
                    said.where(),
                    "the health check has nothing to run",
                    "Write command 'redis-cli', 'ping', or shell 'wget -qO- http://localhost/ || exit 1'.");
        }
        test.ifPresent(words -> result.accept(new Healthcheck(
                words,
                collected.declared().get(HealthcheckWords.INTERVAL, Duration.ZERO),
                collected.declared().get(HealthcheckWords.TIMEOUT, Duration.ZERO),
                collected.declared().get(HealthcheckWords.START_PERIOD, Duration.ZERO),
                collected.declared().get(HealthcheckWords.RETRIES, 0))));
    }

    private Optional<List<String>> test() {
        Optional<List<String>> command = collected.declared().find(HealthcheckWords.COMMAND);
        Optional<String> shell = collected.declared().find(HealthcheckWords.SHELL);
        if (command.isPresent() && shell.isPresent()) {
            problems.add(
                    collected.declared().where(HealthcheckWords.SHELL).orElseThrow(),
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
