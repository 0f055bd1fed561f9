package dockdsl.model;

import dockdsl.problem.SourceRef;
import dockdsl.value.RolloutPolicy;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Sites that say little. */
public final class Sites {
    private static final SourceRef HERE = new SourceRef("site.groovy", 1, 1);

    private Sites() {}

    public static Site of(String name, ContainerSpec... containers) {
        return of(name, List.of(), List.of(), List.of(containers));
    }

    public static Site of(
            String name, List<NetworkSpec> networks, List<VolumeSpec> volumes, List<ContainerSpec> containers) {
        return new Site(
                name,
                DockerSpec.ANY,
                List.of(),
                networks,
                volumes,
                containers,
                Optional.empty(),
                RolloutPolicy.NONE,
                Collections.emptySortedMap(),
                HERE);
    }
}
