package dockdsl.bootstrap;

import dockdsl.model.DockerSpec.Source;

/** Fedora. */
final class FedoraRecipe implements Recipe {
    @Override
    public Offer offer(HostFacts facts, Source source) {
        return source == Source.DOCKER
                ? new RpmRepository("fedora").offer(facts)
                : Recipe.distributionPackage(
                        "moby-engine", facts, MIRROR_REMEDY, Rpm.install(facts, "moby-engine", "docker-cli"));
    }
}
