package dockdsl.bootstrap;

import dockdsl.bootstrap.BootstrapPlan.Impossible;
import dockdsl.model.DockerSpec;
import dockdsl.model.DockerSpec.Source;
import dockdsl.value.EngineVersion;
import java.util.List;
import java.util.Optional;

/** From what a host has and what a site asks for to the steps in between; asks nobody and touches nothing. */
public final class Recipes {
    private static final long ROOM = 512L << 20;
    private static final String BY_HAND =
            "install Docker by hand (https://docs.docker.com/engine/install), start it, and run again";

    private final HostFacts facts;
    private final DockerSpec wish;

    private Recipes(HostFacts facts, DockerSpec wish) {
        this.facts = facts;
        this.wish = wish;
    }

    public static BootstrapPlan plan(HostFacts facts, DockerSpec wish) {
        return new Recipes(facts, wish).plan();
    }

    private BootstrapPlan plan() {
        return new Obstacles(facts, wish).first().<BootstrapPlan>map(it -> it).orElseGet(this::planEngine);
    }

    private BootstrapPlan planEngine() {
        if (!isInstalled()) {
            return withPackages(offer(source(), "there is no engine"), false);
        }
        if (!hasClient()) {
            return withPackages(offer(source(), "there is no docker command"), false);
        }
        if (onDisk().isPresent() && isTooOld(onDisk().get())) {
            return withPackages(offer(source(), tooOld(onDisk().get())), true);
        }
        return permitted(new ServicePlan(facts, wish).forInstalledEngine());
    }

    private BootstrapPlan withPackages(Offer offer, boolean upgrade) {
        return switch (offer) {
            case Offer.Refusal refusal -> refusal.why();
            case Offer.Installation installation ->
                installation
                        .engine()
                        .filter(this::isTooOld)
                        .<BootstrapPlan>map(engine -> stillTooOld(engine))
                        .orElseGet(() ->
                                permitted(new ServicePlan(facts, wish).afterPackages(installation.steps(), upgrade)));
        };
    }

    /** Without root a host is taken as it is if it works. */
    private BootstrapPlan permitted(List<Step> steps) {
        if (steps.isEmpty()) {
            return new BootstrapPlan.Nothing(whatRuns());
        }
        if (facts.root()) {
            return new BootstrapPlan.Steps(steps);
        }
        if (ServicePlan.worksWithout(steps)) {
            return new BootstrapPlan.Nothing(
                    whatRuns() + ", but does not start at boot, and this user may not change that");
        }
        return new Impossible(
                "the user may not become root, which it takes to " + new BootstrapPlan.Steps(steps).summary(),
                "log in as root, or allow the user `sudo`; a password for it is given with --ask-become-pass or by `sudo:` in the"
                        + " inventory");
    }

    private String whatRuns() {
        return "engine "
                + facts.docker().answering().map(EngineVersion::toString).orElse("") + " runs";
    }

    private Offer offer(Source source, String need) {
        if (source == Source.PREINSTALLED) {
            return Offer.refusal(need + ", and the site says that Docker is preinstalled", BY_HAND);
        }
        if (facts.freeBytes() < ROOM) {
            return Offer.refusal(
                    need + ", and /var/lib has only " + (facts.freeBytes() >> 20) + " MiB free, of " + (ROOM >> 20)
                            + " that Docker needs",
                    "make room, and run again");
        }
        return Family.of(facts.os())
                .map(family -> offer(family, source))
                .orElseGet(() -> Offer.refusal(
                        need + ", and " + system() + " is no distribution with a known way to install one", BY_HAND));
    }

    private Offer offer(Family family, Source source) {
        return family.canInstallOn(facts)
                ? family.recipe().offer(facts, source)
                : Offer.refusal(system() + " has no " + family.managers() + " to install Docker with", BY_HAND);
    }

    private String system() {
        return facts.os().label().isEmpty()
                ? "a system without /etc/os-release"
                : facts.os().label();
    }

    /** What Docker's repository brought is added to from there, whatever the site says about new hosts. */
    private Source source() {
        boolean dockers = facts.packages().owner().filter("docker-ce"::equals).isPresent();
        return dockers && wish.source() == Source.DISTRIBUTION ? Source.DOCKER : wish.source();
    }

    private Impossible stillTooOld(EngineVersion offered) {
        return new Impossible(
                "the site asks for Docker " + wish.minimumVersion().orElseThrow() + ", and "
                        + facts.os().label() + " has " + offered,
                "write `source docker` in the `docker` block to install from Docker's repository, or ask for an older version");
    }

    private String tooOld(EngineVersion engine) {
        return "Docker " + engine + " is older than the "
                + wish.minimumVersion().orElseThrow() + " that the site asks for";
    }

    private boolean isTooOld(EngineVersion engine) {
        return wish.minimumVersion()
                .flatMap(EngineVersion::in)
                .filter(engine::isOlderThan)
                .isPresent();
    }

    private boolean isInstalled() {
        return onDisk().isPresent();
    }

    /** The engine is reached through it; some distributions install the one without the other. */
    private boolean hasClient() {
        return facts.docker().client().isPresent() || facts.docker().answering().isPresent();
    }

    /** What would run after a restart. */
    private Optional<EngineVersion> onDisk() {
        return facts.docker().installed().or(facts.docker()::answering);
    }
}
