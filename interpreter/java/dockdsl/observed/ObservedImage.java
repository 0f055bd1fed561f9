package dockdsl.observed;

import dockdsl.value.Tree;
import java.util.List;

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
}
