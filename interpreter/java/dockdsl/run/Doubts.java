package dockdsl.run;

import dockdsl.model.ContainerSpec;
import dockdsl.observed.ObservedContainer;
import dockdsl.value.Tree;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether a container lacks a limit that it should have, so that it is worth asking what its engine's kernel can do. */
final class Doubts {
    private final Map<String, ContainerSpec> specs;

    Doubts(List<ContainerSpec> specs) {
        this.specs = specs.stream().collect(Collectors.toMap(ContainerSpec::engineName, Function.identity()));
    }

    boolean arise(ObservedContainer seen) {
        return Optional.ofNullable(specs.get(seen.name()))
                .filter(spec ->
                        ContainerWords.DROPPABLE.stream().anyMatch(setting -> differs(setting, spec, seen.inspected())))
                .isPresent();
    }

    private static <T> boolean differs(Setting<T> setting, ContainerSpec spec, Tree inspect) {
        return spec.settings()
                .find(setting)
                .filter(declared ->
                        !declared.equals(setting.engine().orElseThrow().seen().apply(inspect)))
                .isPresent();
    }
}
