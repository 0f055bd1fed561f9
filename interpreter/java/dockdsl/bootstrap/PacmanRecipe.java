package dockdsl.bootstrap;

import dockdsl.model.DockerSpec.Source;

/** Arch and its descendants. */
final class PacmanRecipe implements Recipe {
    @Override
    public Offer offer(HostFacts facts, Source source) {
        return source == Source.DOCKER
                ? Recipe.dockerPublishesNothingFor(facts.os())
                : Recipe.distributionPackage(
                        "docker",
                        facts,
                        MIRROR_REMEDY + "; an Arch host that is behind needs `pacman -Syu` first",
                        "LC_ALL=C pacman -S --noconfirm --needed --noprogressbar docker"
                                + " || LC_ALL=C pacman -Sy --noconfirm --needed --noprogressbar docker");
    }
}
