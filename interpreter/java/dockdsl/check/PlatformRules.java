package dockdsl.check;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import dockdsl.problem.Problems;
import dockdsl.value.ImageRef;
import dockdsl.value.State;
import dockdsl.vocabulary.ContainerWords;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A name of an image stands for one content on a host, and so for one platform. */
final class PlatformRules {
    private PlatformRules() {}

    private record Place(String host, ImageRef image) {}

    static void check(Site site, Problems problems) {
        Map<Place, ContainerSpec> first = new HashMap<>();
        Set<String> told = new HashSet<>();
        for (ContainerSpec container : site.containers()) {
            if (container.state() != State.ABSENT && container.image().isPresent()) {
                Place place = new Place(container.host(), container.image().get());
                ContainerSpec other = first.putIfAbsent(place, container);
                if (other != null && !platform(other).equals(platform(container)) && told.add(container.name())) {
                    tell(other, container, problems);
                }
            }
        }
    }

    private static void tell(ContainerSpec one, ContainerSpec other, Problems problems) {
        problems.add(
                SiteChecker.where(other, ContainerWords.PLATFORM),
                "container '" + other.name() + "' wants " + other.image().orElseThrow() + " for "
                        + platform(other).orElse("the host's own platform") + ", and '" + one.name()
                        + "' on the same host for "
                        + platform(one).orElse("the host's own"),
                "A name of an image stands for one content on a host. Give one of them the digest that the image has for its platform: "
                        + "docker manifest inspect " + other.image().orElseThrow() + ".");
    }

    private static Optional<String> platform(ContainerSpec container) {
        return container.settings().find(ContainerWords.PLATFORM);
    }
}
