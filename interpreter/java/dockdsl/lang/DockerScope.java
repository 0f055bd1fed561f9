package dockdsl.lang;

import dockdsl.model.DockerSpec;
import dockdsl.problem.Problems;
import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.DockerWords;
import dockdsl.vocabulary.Setting;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The words of the {@code docker} block become a {@link DockerSpec}. */
final class DockerScope implements Scope {
    private final Collected collected;
    private final Consumer<DockerSpec> result;

    DockerScope(Problems problems, Consumer<DockerSpec> result) {
        this.collected = new Collected(problems);
        this.result = result;
    }

    @Override
    public Block block() {
        return DockerWords.BLOCK;
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
        throw new IllegalStateException("no block opens inside of docker: " + block.name());
    }

    @Override
    public void close() {
        result.accept(new DockerSpec(
                collected.declared().find(DockerWords.VERSION),
                collected
                        .declared()
                        .find(DockerWords.SOURCE)
                        .map(source -> DockerSpec.Source.valueOf(source.toUpperCase(Locale.ROOT)))
                        .orElse(DockerSpec.ANY.source()),
                collected.declared().get(DockerWords.DAEMON, Collections.emptySortedMap())));
    }
}
