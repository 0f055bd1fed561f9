package dockdsl.plan;

import dockdsl.model.ContainerSpec;
import dockdsl.problem.SourceRef;
import dockdsl.vocabulary.ContainerWords;
import java.util.Optional;

/**
 * One setting that is not as declared.
 *
 * @param setting its name, with the part that differs: {@code env.HOST}
 * @param before what the host has; empty when it has nothing
 * @param after what is declared; empty when nothing is
 */
public record Difference(String setting, Optional<String> before, Optional<String> after) {
    /** Where the setting is declared, or else the container. */
    public SourceRef declaredIn(ContainerSpec spec) {
        String name = setting.split("\\.", 2)[0];
        return ContainerWords.KEPT.stream()
                .filter(kept -> kept.name().equals(name))
                .findFirst()
                .flatMap(kept -> spec.settings().where(kept))
                .orElse(spec.where());
    }
}
