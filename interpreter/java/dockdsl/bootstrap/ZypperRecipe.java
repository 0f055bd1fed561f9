package dockdsl.bootstrap;

import dockdsl.model.DockerSpec.Source;

/** openSUSE and SUSE Linux Enterprise. */
final class ZypperRecipe implements Recipe {
    @Override
    public Offer offer(HostFacts facts, Source source) {
        return source == Source.DOCKER
                ? Recipe.dockerPublishesNothingFor(facts.os())
                : Recipe.distributionPackage(
                        "docker",
                        facts,
                        MIRROR_REMEDY + "; SUSE Linux Enterprise carries docker in its Containers module",
                        "LC_ALL=C ZYPP_LOCK_TIMEOUT=120 zypper --quiet --non-interactive install --no-recommends docker");
    }
}
