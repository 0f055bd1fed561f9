package dockdsl.bootstrap;

import dockdsl.model.DockerSpec.Source;

/** Amazon Linux 2 and 2023. */
final class AmazonRecipe implements Recipe {
    @Override
    public Offer offer(HostFacts facts, Source source) {
        return source == Source.DOCKER
                ? Recipe.dockerPublishesNothingFor(facts.os())
                : Recipe.distributionPackage("docker", facts, MIRROR_REMEDY, Rpm.install(facts, "docker"));
    }
}
