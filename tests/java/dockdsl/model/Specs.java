package dockdsl.model;

import dockdsl.problem.SourceRef;
import dockdsl.value.ImageRef;
import dockdsl.vocabulary.Setting;
import java.util.Optional;

/** Containers as a site file declares them. */
public final class Specs {
    private static final SourceRef HERE = new SourceRef("site.groovy", 3, 1);

    private Specs() {}

    /** One of {@code app:1} on {@code web1}. */
    public static ContainerSpec container(String name) {
        return container(name, "app:1");
    }

    /** One on {@code web1}. */
    public static ContainerSpec container(String name, String image) {
        return container(name, image, "web1");
    }

    public static ContainerSpec container(String name, String image, String host) {
        return new ContainerSpec(
                name, 1, host, Optional.of(ImageRef.parse(image)), Optional.empty(), Declared.NOTHING, HERE);
    }

    /** The same with one more setting. */
    public static <T> ContainerSpec with(ContainerSpec spec, Setting<T> setting, T value) {
        return new ContainerSpec(
                spec.name(),
                spec.instance(),
                spec.host(),
                spec.image(),
                spec.build(),
                spec.settings().with(setting, value, HERE),
                spec.where());
    }
}
