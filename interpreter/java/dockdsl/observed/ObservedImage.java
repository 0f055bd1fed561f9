package dockdsl.observed;

import dockdsl.value.Tree;
import java.util.List;
import java.util.Optional;

/**
 * An image that a host has.
 *
 * @param id {@code sha256:} and 64 hexadecimal digits
 * @param repoDigests such as {@code registry:5000/app@sha256:...}
 * @param config its {@code Config} object: what containers inherit
 */
public record ObservedImage(String id, List<String> repoDigests, Tree config) {
    public ObservedImage {
        repoDigests = List.copyOf(repoDigests);
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
