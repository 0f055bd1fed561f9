package dockdsl.bootstrap;

import dockdsl.model.DockerSpec.Source;

/** Alpine. */
final class ApkRecipe implements Recipe {
    @Override
    public Offer offer(HostFacts facts, Source source) {
        return source == Source.DOCKER
                ? Recipe.dockerPublishesNothingFor(facts.os())
                : Recipe.distributionPackage(
                        "docker",
                        facts,
                        MIRROR_REMEDY + "; docker is in the community repository, see /etc/apk/repositories",
                        "apk add --quiet --wait 120 --update-cache --upgrade docker docker-openrc");
    }
}
