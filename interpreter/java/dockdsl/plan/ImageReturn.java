package dockdsl.plan;

import dockdsl.observed.HostSnapshot;
import dockdsl.observed.ObservedImage;
import dockdsl.observed.Stock;
import dockdsl.observed.StoredImage;
import dockdsl.plan.Plan.Refusal;
import dockdsl.plan.Resource.Kind;
import dockdsl.plan.RollbackPlanner.Return;
import dockdsl.value.ImageRef;
import dockdsl.value.Tree;
import dockdsl.vocabulary.ContainerWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives images back the names that they had, and fetches by their digests those that are gone. */
final class ImageReturn {
    private final HostSnapshot snapshot;
    private final Stock stock;
    private final List<Change> changes = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final Map<ImageRef, ObservedImage> expected = new HashMap<>();

    ImageReturn(HostSnapshot snapshot, Stock stock) {
        this.snapshot = snapshot;
        this.stock = stock;
    }

    List<Change> changes() {
        return changes;
    }

    List<Refusal> refusals() {
        return refusals;
    }

    /** What the names will stand for. */
    Map<ImageRef, ObservedImage> expected() {
        return expected;
    }

    void plan(Return back) {
        ImageRef name = back.blueprint().image();
        Optional<StoredImage> there = stored(back, name);
        String id = there.map(StoredImage::id).orElse(back.imageId());
        ObservedImage image =
                snapshot.image(id).orElseGet(() -> new ObservedImage(id, digests(back, name), Tree.EMPTY));
        ObservedImage other = expected.putIfAbsent(name, image);
        if (other != null) {
            refuseUnlessSame(back, other, image);
        } else if (there.isPresent()) {
            rename(there.get(), name);
        } else if (!back.digest().isEmpty()) {
            fetch(back, name);
        } else {
            refuse(
                    name,
                    "the image " + name + " of release " + back.release()
                            + " is gone, and no registry is known to have it",
                    "Go back to another release, or build it again from the site file of that time and apply that.");
        }
    }

    private Optional<StoredImage> stored(Return back, ImageRef name) {
        return stock.image(back.imageId())
                .or(() -> back.digest().isEmpty() ? Optional.empty() : stock.named(name.name() + "@" + back.digest()));
    }

    private static List<String> digests(Return back, ImageRef name) {
        return back.digest().isEmpty() ? List.of() : List.of(name.name() + "@" + back.digest());
    }

    private void refuseUnlessSame(Return back, ObservedImage one, ObservedImage other) {
        if (!one.id().equals(other.id())) {
            ImageRef name = back.blueprint().image();
            refuse(
                    name,
                    "two containers go back to different images of the name " + name,
                    "Let them go back one after the other, each by its name.");
        }
    }

    private void refuse(ImageRef name, String what, String remedy) {
        refusals.add(new Refusal(snapshot.host(), new Resource(Kind.IMAGE, name.toString()), what, remedy));
    }

    /** A name with a digest in it never moves. */
    private void rename(StoredImage image, ImageRef name) {
        Optional<StoredImage> holder = stock.named(name.toString());
        if (name.digest().isEmpty() && holder.filter(image::equals).isEmpty()) {
            Action.TagImage tag = new Action.TagImage(image.id(), name);
            Step step = holder.map(now -> Step.of(tag, new Action.TagImage(now.id(), name)))
                    .orElse(Step.of(tag));
            change(name, Verb.UPDATE, "its name is not on the image of that time", List.of(step));
        }
    }

    private void fetch(Return back, ImageRef name) {
        ImageRef exactly = name.at(back.digest());
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(
                new Action.PullImage(exactly, back.blueprint().spec().settings().find(ContainerWords.PLATFORM))));
        if (name.digest().isEmpty()) {
            steps.add(Step.of(new Action.TagImage(exactly.toString(), name)));
        }
        change(name, Verb.PULL, "it is not there", steps);
    }

    private void change(ImageRef name, Verb verb, String reason, List<Step> steps) {
        Resource image = new Resource(Kind.IMAGE, name.toString());
        changes.add(Change.preparation(snapshot.host(), image, verb, reason, Optional.empty(), steps));
    }
}
