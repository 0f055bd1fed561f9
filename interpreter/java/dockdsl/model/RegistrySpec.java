package dockdsl.model;

import dockdsl.value.Secret;
import java.util.Optional;

/**
 * An image registry of the site.
 *
 * @param address host with optional port, as images name it
 */
public record RegistrySpec(String address, Optional<Login> login) {
    /** A user of a registry. */
    public record Login(String username, Secret password) {}
}
