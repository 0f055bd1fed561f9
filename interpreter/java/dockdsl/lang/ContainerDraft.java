package dockdsl.lang;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Declared;
import dockdsl.model.Host;
import dockdsl.problem.Problem;
import dockdsl.problem.SourceRef;
import dockdsl.value.ImageRef;
import dockdsl.value.State;
import dockdsl.vocabulary.ContainerWords;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A container on one host while the file is read: who it is, and what its own block says. */
record ContainerDraft(String name, Host host, SourceRef where, ContainerLayer own) {
    ContainerDraft with(ContainerLayer layer) {
        return new ContainerDraft(name, host, where, layer);
    }

    /** One for each instance; none when it has no image and needs one. */
    List<ContainerSpec> specs() {
        Declared settings = own.settings();
        Optional<ImageRef> image = settings.find(ContainerWords.IMAGE).map(ImageRef::parse);
        if (lacksImage()) {
            return List.of();
        }
        return IntStream.rangeClosed(1, settings.get(ContainerWords.INSTANCES, 1))
                .mapToObj(
                        instance -> new ContainerSpec(name, instance, host.name(), image, own.build(), settings, where))
                .toList();
    }

    boolean lacksImage() {
        return !own.settings().says(ContainerWords.IMAGE)
                && own.settings().get(ContainerWords.STATE, State.RELOADED) != State.ABSENT;
    }

    /** That it has no image, when it was said in full. */
    Optional<Problem> complaint() {
        if (!lacksImage() || !own.missed().isEmpty()) {
            return Optional.empty();
        }
        String remedy = own.settings().says(ContainerWords.BUILD)
                ? "It is built, so say under which name: image '" + name + ":1.0'."
                : "Write image '" + name + ":1.0', with a tag or a digest.";
        return Optional.of(new Problem(where, "container '" + name + "' has no image", remedy));
    }
}
