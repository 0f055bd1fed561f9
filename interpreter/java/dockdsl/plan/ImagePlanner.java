package dockdsl.plan;

import dockdsl.model.BuildSpec;
import dockdsl.model.ContainerSpec;
import dockdsl.model.Pin;
import dockdsl.model.Pins;
import dockdsl.model.Site;
import dockdsl.observed.HostSnapshot;
import dockdsl.observed.ObservedContainer;
import dockdsl.observed.ObservedImage;
import dockdsl.plan.Resource.Kind;
import dockdsl.value.ImageRef;
import dockdsl.value.PullPolicy;
import dockdsl.vocabulary.ContainerWords;
import java.util.List;
import java.util.Optional;

/** The images that the containers of one host are made of: fetched or built where the host has none, or another. */
record ImagePlanner(HostPlanner host, Site site, HostSnapshot snapshot, Pins pins) {

    /**
     * An image that will not be what it is now.
     *
     * @param digest what it will be; empty when only the build or the pull will tell
     */
    record Renewal(Optional<String> digest) {}

    /** Plans what makes the image of the container what it shall be; empty when it is that already or can never be. */
    Optional<Renewal> plan(ContainerSpec spec) {
        ImageRef image = spec.image().orElseThrow();
        Resource resource = new Resource(Kind.IMAGE, image.toString());
        Optional<String> why = spec.build()
                .map(build -> whyBuild(spec, snapshot.image(image), build))
                .orElseGet(() -> whyPull(spec));
        if (why.isEmpty()) {
            host.keep(resource, "is there");
            return Optional.empty();
        }
        if (spec.build().isPresent()) {
            Step build = Step.of(new Action.BuildImage(
                    image, spec.build().get(), spec.settings().find(ContainerWords.GATHER), platform(spec)));
            change(resource, spec, new Draft(Verb.BUILD, why.get(), List.of(), List.of(build), List.of()));
            return Optional.of(new Renewal(Optional.empty()));
        }
        fetch(spec, resource, why.get());
        return Optional.of(new Renewal(pins.digest(image)));
    }

    /**
     * Gives an image its name back that somebody took, so that containers can be made of it: to what runs, or to what the registry has
     * when that is gone or made for another platform, or when the name is a digest, which only registries give.
     *
     * @param spec a container that is made of an image, though nothing on the host has the name and nothing will fetch it
     */
    void planName(ContainerSpec spec) {
        ImageRef image = spec.image().orElseThrow();
        Resource resource = new Resource(Kind.IMAGE, image.toString());
        Optional<ObservedContainer> user = snapshot.container(spec.engineName())
                .filter(seen -> image.digest().isEmpty())
                .filter(seen -> snapshot.image(seen.imageId())
                        .filter(made -> whyAnother(spec, made).isEmpty())
                        .isPresent());
        user.ifPresentOrElse(
                seen -> change(
                        resource,
                        spec,
                        new Draft(
                                Verb.UPDATE,
                                "somebody took its name from what " + seen.name() + " is made of",
                                List.of(),
                                List.of(Step.of(new Action.TagImage(seen.imageId(), image))),
                                List.of())),
                () -> fetch(spec, resource, "it is not there"));
    }

    private void fetch(ContainerSpec spec, Resource resource, String why) {
        ImageRef image = spec.image().orElseThrow();
        Optional<Pin.Missing> missing = missing(image).filter(none -> isForAnythingEssential(spec));
        if (spec.pull() == PullPolicy.NEVER) {
            host.refuse(
                    resource,
                    why + " for " + users(image) + ", and `pull never` forbids to fetch it",
                    "Load it on the host, or write `pull missing`.");
        } else if (missing.isPresent()) {
            host.refuse(
                    resource,
                    "the registry has no such image for " + users(image) + ": "
                            + missing.get().why(),
                    missing.get().remedy());
        } else {
            change(
                    resource,
                    spec,
                    new Draft(Verb.PULL, why + unsaid(image), digests(image), fetch(image, platform(spec)), List.of()));
        }
    }

    private void change(Resource resource, ContainerSpec spec, Draft draft) {
        Change change = Change.of(snapshot.host(), resource, 0, Optional.of(spec.where()), draft);
        host.add(isForAnythingEssential(spec) ? change : change.inessential());
    }

    private boolean isForAnythingEssential(ContainerSpec spec) {
        return site.on(snapshot.host()).stream()
                .filter(other -> other.image().equals(spec.image()))
                .anyMatch(ContainerSpec::isEssential);
    }

    /** By its digest, if that is known, so that every host gets the same; the tag is what containers are made of then. */
    private List<Step> fetch(ImageRef image, Optional<String> platform) {
        Optional<String> digest = pins.digest(image);
        if (image.digest().isPresent() || digest.isEmpty()) {
            return List.of(Step.of(new Action.PullImage(image, platform)));
        }
        ImageRef exactly = image.at(digest.get());
        return List.of(
                Step.of(new Action.PullImage(exactly, platform)),
                Step.of(new Action.TagImage(exactly.toString(), image)));
    }

    private List<Difference> digests(ImageRef image) {
        Optional<String> now = snapshot.image(image).flatMap(seen -> seen.digestIn(image.name()));
        return image.digest().isPresent() || pins.digest(image).isEmpty()
                ? List.of()
                : List.of(new Difference("digest", now, pins.digest(image)));
    }

    private Optional<Pin.Missing> missing(ImageRef image) {
        return pins.find(image).filter(Pin.Missing.class::isInstance).map(Pin.Missing.class::cast);
    }

    /** Those of the host that are made of it: {@code the container web (site.groovy:7)}. */
    private String users(ImageRef image) {
        List<String> users = site.on(snapshot.host()).stream()
                .filter(other -> other.image().equals(Optional.of(image)))
                .map(other -> other.engineName() + " (" + other.where().fileAndLine() + ")")
                .toList();
        return (users.size() == 1 ? "the container " : "the containers ") + String.join(", ", users);
    }

    private String unsaid(ImageRef image) {
        Optional<Pin> pin = pins.find(image);
        return switch (pin.orElse(null)) {
            case Pin.Unknown unknown -> "; its digest is not known: " + unknown.why();
            case Pin.Missing none -> "; its registry has none: " + none.why();
            case null -> "";
            case Pin.Locked _, Pin.Resolved _ -> "";
        };
    }

    private Optional<String> whyBuild(ContainerSpec spec, Optional<ObservedImage> seen, BuildSpec build) {
        if (seen.isEmpty()) {
            return Optional.of("it is not there");
        }
        boolean current =
                build.fingerprint().equals(seen.get().config().map("Labels").get(BuildSpec.LABEL));
        return current
                ? whyAnother(spec, seen.get())
                : Optional.of("a file in " + build.folder().getFileName() + " changed");
    }

    private Optional<String> whyPull(ContainerSpec spec) {
        Optional<ObservedImage> seen = snapshot.image(spec.image().orElseThrow());
        if (seen.isEmpty()) {
            return isRunAlready(spec) ? Optional.empty() : Optional.of("it is not there");
        }
        return whyAnother(spec, seen.get())
                .or(() -> locked(spec)
                        .map(lock -> whyNotLocked(lock, seen.get()))
                        .orElseGet(() ->
                                spec.pull() == PullPolicy.ALWAYS ? whyAgain(spec, seen.get()) : Optional.empty()));
    }

    private static Optional<String> platform(ContainerSpec spec) {
        return spec.settings().find(ContainerWords.PLATFORM);
    }

    /** What is never fetched stays as it is when nobody asks for another platform. */
    private Optional<String> whyAnother(ContainerSpec spec, ObservedImage seen) {
        return spec.pull() == PullPolicy.NEVER && platform(spec).isEmpty()
                ? Optional.empty()
                : new Platforms(snapshot).whyAnother(users(spec), seen);
    }

    private List<ContainerSpec> users(ContainerSpec spec) {
        return site.on(snapshot.host()).stream()
                .filter(other -> other.image().equals(spec.image()))
                .toList();
    }

    /** What is never pulled cannot be made what a lock says. */
    private Optional<Pin.Locked> locked(ContainerSpec spec) {
        Optional<Pin> pin = pins.find(spec.image().orElseThrow());
        return spec.pull() != PullPolicy.NEVER && pin.isPresent() && pin.get() instanceof Pin.Locked lock
                ? Optional.of(lock)
                : Optional.empty();
    }

    private static Optional<String> whyNotLocked(Pin.Locked lock, ObservedImage seen) {
        return seen.has(lock.digest())
                ? Optional.empty()
                : Optional.of("it is not what " + lock.where().fileAndLine() + " says");
    }

    /** A registry that does not say what it has is asked for the image itself, so that its objection is heard. */
    private Optional<String> whyAgain(ContainerSpec spec, ObservedImage seen) {
        Optional<String> latest = pins.digest(spec.image().orElseThrow());
        if (latest.isEmpty()) {
            return pins.askable() ? Optional.of("`pull always`") : Optional.empty();
        }
        return seen.has(latest.get())
                ? Optional.empty()
                : Optional.of("the registry has another image under this name");
    }

    /** Somebody took the name from the image, but the container that was made of it is there. */
    private boolean isRunAlready(ContainerSpec spec) {
        return site.on(snapshot.host()).stream()
                .filter(other -> other.image().equals(spec.image()))
                .allMatch(other -> snapshot.container(other.engineName())
                        .filter(seen -> ImageNames.isSame(seen, spec.image().orElseThrow()))
                        .filter(seen -> isLocked(spec, seen))
                        .isPresent());
    }

    private boolean isLocked(ContainerSpec spec, ObservedContainer seen) {
        return locked(spec)
                .map(lock -> snapshot.image(seen.imageId())
                        .filter(image -> image.has(lock.digest()))
                        .isPresent())
                .orElse(true);
    }
}
