package dockdsl.observed;

import dockdsl.value.Platform;
import dockdsl.value.Tree;
import java.util.List;
import java.util.Optional;

/**
 * An image that a host has.
 *
 * @param id {@code sha256:} and 64 hexadecimal digits
 * @param repoDigests such as {@code registry:5000/app@sha256:...}
 * @param platform what it is made for; where the host has it for several, the host's own if it is among them; empty when unknown
 * @param config its {@code Config} object: what containers inherit
 */
public record ObservedImage(String id, List<String> repoDigests, Optional<Platform> platform, Tree config) {
    public ObservedImage {
        repoDigests = List.copyOf(repoDigests);
    }

    /** One of which nobody knows what it is made for. */
    public ObservedImage(String id, List<String> repoDigests, Tree config) {
        this(id, repoDigests, Optional.empty(), config);
    }

    /** Whether a registry, whichever, knows it by this digest. */
    public boolean has(String digest) {
        return repoDigests.stream().anyMatch(known -> known.endsWith("@" + digest));
    }

    /** By which digest a repository knows it, as far as the engine has heard. @param name such as {@code registry:5000/app} */
    public Optional<String> digestIn(String name) {
        return repoDigests.stream()
                .filter(known -> known.startsWith(name + "@"))
                .map(known -> known.substring(name.length() + 1))
                .sorted()
                .findFirst();
    }
}
