package dockdsl.lang;

import dockdsl.model.Declared;
import dockdsl.model.DockerSpec;
import dockdsl.problem.Problems;
import dockdsl.vocabulary.DockerWords;
import java.util.Collections;
import java.util.Locale;
import java.util.function.Consumer;

/** The words of the {@code docker} block become a {@link DockerSpec}. */
final class DockerScope {
    private DockerScope() {}

    static Scope of(Problems problems, Consumer<DockerSpec> result) {
        return new FlatScope(DockerWords.BLOCK, new Collected(problems), said -> result.accept(spec(said.declared())));
    }

    private static DockerSpec spec(Declared declared) {
        return new DockerSpec(
                declared.find(DockerWords.VERSION),
                declared.find(DockerWords.SOURCE)
                        .map(source -> DockerSpec.Source.valueOf(source.toUpperCase(Locale.ROOT)))
                        .orElse(DockerSpec.ANY.source()),
                declared.get(DockerWords.DAEMON, Collections.emptySortedMap()));
    }
}
