package dockdsl.bootstrap;

import dockdsl.bootstrap.HostFacts.Os;
import dockdsl.model.DockerSpec.Source;
import java.util.List;
import java.util.Optional;

/** How one family of distributions gets an engine, or a newer one. */
interface Recipe {
    String MIRROR_REMEDY = "see whether the host reaches its package mirror; run again when it does";

    /** @param source {@link Source#DISTRIBUTION} or {@link Source#DOCKER} */
    Offer offer(HostFacts facts, Source source);

    /** An installation of the distribution's package with one script. */
    static Offer distributionPackage(String packageName, HostFacts facts, String remedy, String... script) {
        var install = Step.of(
                "install " + packageName + " (" + facts.os().label() + ")",
                remedy,
                Step.INSTALLING,
                String.join("\n", script));
        return new Offer.Installation(List.of(install), Optional.empty());
    }

    static Offer dockerPublishesNothingFor(Os os) {
        return Offer.refusal(
                "Docker publishes no packages for " + os.label(),
                "leave out `source docker`, so that the distribution's package is used");
    }
}
