package dockdsl.model;

import dockdsl.problem.SourceRef;
import dockdsl.value.Secret;
import java.util.Optional;

/**
 * An image registry of the site.
 *
 * @param address host with optional port, as images name it
 * @param insecure whether it speaks plain HTTP; bootstrap tells the engines then
 */
public record RegistrySpec(String address, boolean insecure, Optional<Login> login, SourceRef where) {
    /** A user of a registry. */
    public record Login(String username, Secret password) {}
}
