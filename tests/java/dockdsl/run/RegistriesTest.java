package dockdsl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdsl.model.DockerSpec;
import dockdsl.model.RegistrySpec;
import dockdsl.model.Site;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.SourceRef;
import dockdsl.value.ImageRef;
import dockdsl.value.RolloutPolicy;
import dockdsl.value.Secret;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegistriesTest {
    private static final SourceRef HERE = SourceRef.startOf("site.groovy");
    private static final Secret MISSING = Secret.later(() -> {
        throw new NothingToWorkOn("The password has no value.", "Set it.");
    });

    private final List<String> diary = new ArrayList<>();

    @Test
    void aPasswordThatHasNoValueEndsTheRunBeforeAnythingIsAsked() {
        assertThatThrownBy(() -> ask("registry.example.com/app:1")).isInstanceOf(NothingToWorkOn.class);
        assertThat(diary).isEmpty();
    }

    @Test
    void aPasswordOfAnotherRegistryIsNotLookedAt() {
        ask("app:1");

        assertThat(diary).containsExactly("web1: ask for app:1");
    }

    private void ask(String image) {
        FleetHost web1 = new RecordingEngine("web1", diary).ofHost();
        new Registries(List.of(web1), site(), Parallel.atMost(1)).ask(Map.of(ImageRef.parse(image), List.of("web1")));
    }

    private static Site site() {
        RegistrySpec registry =
                new RegistrySpec("registry.example.com", Optional.of(new RegistrySpec.Login("ci", MISSING)));
        return new Site(
                "shop",
                DockerSpec.ANY,
                List.of(registry),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                RolloutPolicy.NONE,
                Collections.emptySortedMap(),
                HERE);
    }
}
