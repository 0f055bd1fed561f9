package dockdsl.plan;

import dockdsl.observed.ObservedContainer;
import dockdsl.value.ImageRef;
import dockdsl.value.Malformed;

/** Whether a container was made of an image of this name, whatever the spelling. */
final class ImageNames {
    private ImageNames() {}

    static boolean isSame(ObservedContainer container, ImageRef wanted) {
        String name = container.imageName();
        try {
            return name.equals(wanted.toString()) || ImageRef.parse(name).equals(wanted);
        } catch (Malformed anId) {
            return false;
        }
    }
}
