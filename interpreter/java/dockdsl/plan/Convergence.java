package dockdsl.plan;

import dockdsl.observed.HostSnapshot;
import dockdsl.observed.ObservedContainer;
import dockdsl.observed.ObservedImage;
import dockdsl.plan.Action.StartContainer;
import dockdsl.plan.Action.StopContainer;
import dockdsl.plan.Action.UpdateContainer;
import dockdsl.plan.ImagePlanner.Renewal;
import dockdsl.value.ImageRef;
import dockdsl.value.Tree;
import dockdsl.vocabulary.ContainerWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a container that is there becomes what its declared state asks for.
 *
 * @param renewed images that are fetched or built before, so that they will not be what they are now
 * @param others what becomes before of the containers that it shares something with
 */
record Convergence(HostSnapshot snapshot, Map<ImageRef, Renewal> renewed, Fortune others) {
    private static final Set<String> BEYOND_REPAIR = Set.of("dead", "removing");

    /** What is planned for other containers of the host. */
    interface Fortune {
        /** Whether a container of this name will be a new one. */
        boolean isMade(String container);

        /** Whether a container of this name will be started, or stopped and started. */
        boolean isStarted(String container);

        /** Whether a network of this name will be a new one. */
        boolean isRenewed(String network);
    }

    Draft of(WantedContainer wanted, ObservedContainer seen) {
        return switch (wanted.spec().state()) {
            case PRESENT -> Draft.nothing("is there");
            case STARTED -> started(wanted, seen);
            case STOPPED -> stopped(wanted, seen);
            case RELOADED -> reloaded(wanted, seen);
            case RESTARTED -> restarted(wanted, seen);
            case ABSENT -> throw new IllegalArgumentException("an absent container is removed: " + wanted.name());
        };
    }

    private static Draft started(WantedContainer wanted, ObservedContainer seen) {
        return seen.isRunning() ? Draft.nothing("runs") : running(Draft.nothing(""), wanted, seen);
    }

    private static Draft running(Draft before, WantedContainer wanted, ObservedContainer seen) {
        return before.then(
                Verb.START,
                "it is " + seen.status(),
                isPaused(seen) ? ContainerSteps.resume(wanted) : ContainerSteps.start(wanted));
    }

    private static boolean isPaused(ObservedContainer seen) {
        return seen.status().equals("paused");
    }

    private Draft stopped(WantedContainer wanted, ObservedContainer seen) {
        Draft exact = exact(wanted, seen, false);
        if (exact.isReplacement()) {
            return exact;
        }
        if (seen.isUp()) {
            List<Step> stop =
                    new ArrayList<>(ContainerSteps.farewell(wanted.site(), wanted.spec(), seen, wanted.name()));
            stop.add(Step.of(
                    new StopContainer(wanted.name(), ContainerSteps.patience(seen)),
                    new StartContainer(wanted.name())));
            return exact.then(Verb.STOP, "it is " + seen.status(), stop);
        }
        return exact.isNothing() ? Draft.nothing("is stopped, as declared").besides(exact.unkept()) : exact;
    }

    private Draft reloaded(WantedContainer wanted, ObservedContainer seen) {
        Draft exact = exact(wanted, seen, true);
        if (exact.isReplacement()) {
            return exact;
        }
        Optional<String> lonely = isPaused(seen) || seen.isRunning() ? leftAlone(wanted, seen) : Optional.empty();
        if (lonely.isPresent()) {
            return exact.then(Verb.RESTART, lonely.get(), ContainerSteps.restart(wanted, seen));
        }
        return seen.isRunning() ? exact : running(exact, wanted, seen);
    }

    /** Why it has a network, memory or processes that nobody else has any more, as half a sentence. */
    private Optional<String> leftAlone(WantedContainer wanted, ObservedContainer seen) {
        for (String housemate : wanted.spec().housemates()) {
            if (others.isStarted(housemate)) {
                return Optional.of("it uses what " + housemate + " has, which is started anew");
            }
            if (snapshot.container(housemate)
                    .filter(other -> other.hasStartedAfter(seen))
                    .isPresent()) {
                return Optional.of("it uses what " + housemate + " had before it was started anew");
            }
        }
        return Optional.empty();
    }

    private Draft restarted(WantedContainer wanted, ObservedContainer seen) {
        Draft reloaded = isPaused(seen) ? exact(wanted, seen, true) : reloaded(wanted, seen);
        return reloaded.verb() == Verb.UPDATE
                ? reloaded.then(Verb.RESTART, "every apply restarts it", ContainerSteps.restart(wanted, seen))
                : reloaded;
    }

    /** @param start whether a new container is started */
    private Draft exact(WantedContainer wanted, ObservedContainer seen, boolean start) {
        List<Difference> image = imageDifference(wanted, seen);
        Comparison comparison = Comparison.of(wanted, known(wanted, seen), imageOf(seen), snapshot.engine());
        DeliveryComparison delivery = DeliveryComparison.of(wanted.delivery(), seen);
        List<Difference> all = new ArrayList<>(image);
        all.addAll(comparison.all());
        all.addAll(delivery.differences());
        Optional<String> donor =
                wanted.spec().donors().stream().filter(others::isMade).findFirst();
        Optional<String> address = lostAddress(wanted, seen);
        if (all.isEmpty() && donor.isEmpty() && address.isEmpty()) {
            return Draft.nothing(exactly(comparison.unkept())).besides(comparison.unkept());
        }
        String reason = reason(all.size(), delivery.reasons(), donor, address);
        boolean beyondRepair = BEYOND_REPAIR.contains(seen.status());
        return !image.isEmpty()
                        || !comparison.recreate().isEmpty()
                        || !delivery.differences().isEmpty()
                        || donor.isPresent()
                        || address.isPresent()
                        || beyondRepair
                ? replacement(wanted, seen, reason, all, start)
                : new Draft(Verb.UPDATE, reason, all, List.of(), inPlace(wanted, seen, comparison))
                        .besides(comparison.unkept());
    }

    /** Only who asks for a platform wonders about it. */
    private ObservedContainer known(WantedContainer wanted, ObservedContainer seen) {
        return wanted.settings().says(ContainerWords.PLATFORM) ? new Platforms(snapshot).known(seen) : seen;
    }

    /** The network that it would have to join anew and lose its declared hardware address, if there is one. */
    private Optional<String> lostAddress(WantedContainer wanted, ObservedContainer seen) {
        return wanted.networkOfHardwareAddress()
                .filter(network -> snapshot.engine().picksHardwareAddresses())
                .filter(network -> others.isRenewed(network) || !wanted.isIn(network, seen));
    }

    private static String exactly(List<Difference> unkept) {
        return unkept.isEmpty()
                ? "runs exactly as declared"
                : "runs as declared, but for what this host does not support";
    }

    /** What is said of contents goes first: nobody sees in the values what changed. */
    private static String reason(int count, List<String> contents, Optional<String> donor, Optional<String> address) {
        int others = count - contents.size();
        List<String> reasons = new ArrayList<>(contents);
        if (others > 0) {
            reasons.add(Counted.settings(others));
        }
        donor.ifPresent(made -> reasons.add("it uses what " + made + " has, which is made anew"));
        address.ifPresent(network -> reasons.add(
                "it joins " + network + " again, and this engine gives a hardware address to new containers only"));
        return String.join(", ", reasons);
    }

    private Draft replacement(
            WantedContainer wanted, ObservedContainer seen, String reason, List<Difference> all, boolean start) {
        Replacement replacement = replacing(wanted, seen);
        return new Draft(
                Verb.REPLACE, reason, all, replacement.prepare(), replacement.switching(start), replacement.finish());
    }

    Replacement replacing(WantedContainer wanted, ObservedContainer seen) {
        Optional<ObservedContainer> leftover = snapshot.container(EngineNames.incoming(wanted.name()));
        return new Replacement(wanted, seen, leftover, new DeliverySteps(snapshot));
    }

    private static List<Step> inPlace(WantedContainer wanted, ObservedContainer seen, Comparison comparison) {
        List<Step> steps = new ArrayList<>();
        if (!comparison.inPlace().isEmpty()) {
            steps.add(Step.of(
                    new UpdateContainer(wanted.name(), comparison.update()),
                    new UpdateContainer(wanted.name(), comparison.undo())));
        }
        steps.addAll(ContainerSteps.moveNetworks(wanted, seen));
        return List.copyOf(steps);
    }

    private Tree imageOf(ObservedContainer seen) {
        return snapshot.image(seen.imageId()).map(ObservedImage::config).orElse(Tree.EMPTY);
    }

    /** An image is another one when its name or its content is; a name that nobody has any more is taken at its word. */
    private List<Difference> imageDifference(WantedContainer wanted, ObservedContainer seen) {
        ImageRef ref = wanted.spec().image().orElseThrow();
        if (!ImageNames.isSame(seen, ref)) {
            return List.of(new Difference("image", Optional.of(seen.imageName()), Optional.of(ref.toString())));
        }
        if (renewed.containsKey(ref)) {
            return renewed(seen, ref, renewed.get(ref).digest());
        }
        return snapshot.image(ref)
                .filter(image -> !image.id().equals(seen.imageId()))
                .map(image -> List.of(contentDifference(seen, ref, named(ref, image))))
                .orElse(List.of());
    }

    /** The new image may be what the container runs already, while the name on the host went to another one. */
    private List<Difference> renewed(ObservedContainer seen, ImageRef ref, Optional<String> digest) {
        boolean same = digest.flatMap(known -> snapshot.image(seen.imageId()).filter(image -> image.has(known)))
                .isPresent();
        String after = digest.map(known -> ref.at(known).toString()).orElse(ref + " (new)");
        return same ? List.of() : List.of(contentDifference(seen, ref, after));
    }

    private Difference contentDifference(ObservedContainer seen, ImageRef ref, String after) {
        String before = snapshot.image(seen.imageId())
                .map(image -> named(ref, image))
                .orElse(ref + " (" + shortId(seen.imageId()) + ")");
        return new Difference("image", Optional.of(before), Optional.of(after));
    }

    /** With its digest; with its Id when no registry knows it. */
    private static String named(ImageRef ref, ObservedImage image) {
        return image.digestIn(ref.name())
                .map(digest -> ref.at(digest).toString())
                .orElseGet(() -> ref + " (" + shortId(image.id()) + ")");
    }

    private static String shortId(String id) {
        String digits = id.substring(id.indexOf(':') + 1);
        return digits.substring(0, Math.min(12, digits.length()));
    }
}
