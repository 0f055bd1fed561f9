package dockdsl.model;

import dockdsl.problem.SourceRef;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;

/** Hosts of which an inventory says no more than their names. */
public final class Hosts {
    private Hosts() {}

    /** One that is reached by its name. */
    public static Host named(String name) {
        return new Host(
                name,
                new LinkedHashSet<>(),
                Map.of(),
                Host.Ssh.to(name),
                Optional.empty(),
                SourceRef.startOf("inventory"));
    }
}
