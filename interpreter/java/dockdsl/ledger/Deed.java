package dockdsl.ledger;

import dockdsl.value.ImageRef;
import dockdsl.value.Tree;
import java.util.List;
import java.util.Optional;

/**
 * What a release did to one container of one host.
 *
 * @param container the engine's name of it: {@code web-2}
 * @param change what was to be done: {@code create}, {@code replace}, {@code remove} and so on
 * @param settings names of the settings that were not as declared before, such as {@code env.MODE}
 * @param image what it was made of, when it was there at the end
 * @param keep how many good releases' images it wants kept
 * @param blueprint what makes the same container again; empty when it was removed, or not known to be well
 */
public record Deed(
        String container,
        String change,
        List<String> settings,
        Result result,
        Optional<Image> image,
        int keep,
        Optional<Tree> blueprint) {
    public Deed {
        settings = List.copyOf(settings);
    }

    /**
     * An image as a host had it.
     *
     * @param name by which it was asked for
     * @param digest under which its registry has it; empty when it came from none
     * @param id the engine's own; empty when it is not known
     */
    public record Image(ImageRef name, String digest, String id) {}

    Deed with(Result other) {
        return new Deed(container, change, settings, other, image, keep, blueprint);
    }

    public boolean isDone() {
        return result == Result.DONE;
    }

    /** Whether it took the container away. */
    public boolean isRemoval() {
        return isDone() && change.equals("remove");
    }

    /** Whether it left a container behind that can be made again. */
    public boolean isGood() {
        return isDone() && blueprint.isPresent() && image.isPresent();
    }
}
