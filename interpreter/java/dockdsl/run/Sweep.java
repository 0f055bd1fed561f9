package dockdsl.run;

import dockdsl.observed.StoredImage;
import dockdsl.problem.DockdslException;
import java.util.List;
import java.util.function.Consumer;

/** Takes images from a host that nothing needs any more. One that cannot be removed is told and stays. */
record Sweep(FleetHost host, Consumer<Event> events) {
    void remove(List<StoredImage> images) {
        images.forEach(this::remove);
    }

    private void remove(StoredImage image) {
        String told = image.shortName();
        try {
            image.removals().forEach(host.engine()::removeImage);
            events.accept(new Event.Swept(host.name(), "the image " + told, image.size()));
        } catch (DockdslException e) {
            events.accept(new Event.Warned(
                    host.name(),
                    "the old image " + told + " stays: " + e.getMessage()
                            + "; the next apply that changes something tries again"));
        }
    }
}
