package dockdsl.lang;

import dockdsl.model.BuildSpec;
import dockdsl.model.Declared;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What one block says of a container on one host: the container's own, one of defaults, or one of an environment.
 *
 * @param missed the words in it that could not be read; an empty one stands for any
 */
record ContainerLayer(Declared settings, Optional<BuildSpec> build, Set<String> missed) {
    static final ContainerLayer NOTHING = new ContainerLayer(Declared.NOTHING, Optional.empty(), Set.of());

    ContainerLayer {
        missed = Set.copyOf(missed);
    }

    ContainerLayer over(ContainerLayer below) {
        Set<String> both = new HashSet<>(missed);
        both.addAll(below.missed);
        return new ContainerLayer(settings.over(below.settings), build.or(below::build), both);
    }
}
