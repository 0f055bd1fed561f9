package dockdsl.plan;

import dockdsl.model.ContainerSpec;
import dockdsl.observed.HostSnapshot;
import dockdsl.observed.ObservedContainer;
import dockdsl.observed.ObservedImage;
import dockdsl.value.Platform;
import dockdsl.value.Tree;
import dockdsl.vocabulary.ContainerWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the images and containers of one host are made for. */
record Platforms(HostSnapshot snapshot) {
    private static final String OF_CONTAINER = "ImageManifestDescriptor.platform";

    /** A container of which its engine tells what it is made for; many engines tell it of images only. */
    ObservedContainer known(ObservedContainer seen) {
        Optional<Platform> image = snapshot.image(seen.imageId()).flatMap(ObservedImage::platform);
        if (image.isEmpty() || seen.inspected().has(OF_CONTAINER)) {
            return seen;
        }
        Tree detail = seen.inspected()
                .with(
                        OF_CONTAINER,
                        Map.of(
                                "os", image.get().os(),
                                "architecture", image.get().architecture(),
                                "variant", image.get().variant()));
        return new ObservedContainer(
                seen.id(), seen.name(), seen.status(), seen.labels(), Optional.of(detail), seen.listed());
    }

    /**
     * Why the image that the host has under its name is not the one that is asked for; empty when it is, or nobody can tell.
     *
     * @param users those of the host that are made of it
     */
    Optional<String> whyAnother(List<ContainerSpec> users, ObservedImage image) {
        Optional<String> wanted = users.stream()
                .flatMap(user -> user.settings().find(ContainerWords.PLATFORM).stream())
                .findFirst();
        List<Tree> made = users.stream()
                .flatMap(user -> snapshot.container(user.engineName()).stream())
                .filter(seen -> seen.detail().isPresent() && seen.imageId().equals(image.id()))
                .map(ObservedContainer::inspected)
                .toList();
        String is = image.platform().map(Platform::toString).orElse("");
        if (wanted.isEmpty()) {
            boolean remains = made.stream()
                    .flatMap(one -> ContainerWords.toldPlatform(one).stream())
                    .anyMatch(is::equals);
            return remains && !image.platform().equals(snapshot.engine().platform())
                    ? Optional.of("it is for " + is + ", which `platform` no longer says")
                    : Optional.empty();
        }
        boolean fits = is.isEmpty()
                || is.equals(wanted.get())
                || made.stream().map(Platforms::of).anyMatch(wanted.get()::equals);
        return fits ? Optional.empty() : Optional.of("it is for " + is + ", not for " + wanted.get());
    }

    private static String of(Tree inspected) {
        return ContainerWords.PLATFORM.engine().orElseThrow().seen().apply(inspected);
    }
}
