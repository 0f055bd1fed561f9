package dockdsl.model;

import dockdsl.problem.SourceRef;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/**
 * A machine of the inventory.
 *
 * @param name what the user calls it; unique in an inventory
 * @param groups the groups it belongs to, in the order of the inventory, parents included
 * @param vars its variables, groups' below its own; plain text, numbers, flags, lists and maps
 * @param access how to get there
 * @param privateAddress the address at which other hosts reach it, when that is not the one SSH uses
 */
public record Host(
        String name,
        SequencedSet<String> groups,
        Map<String, Object> vars,
        Access access,
        Optional<String> privateAddress,
        SourceRef where) {

    public Host {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a host has a name");
        }
        groups = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(groups));
        vars = Collections.unmodifiableMap(new LinkedHashMap<>(vars));
    }

    public boolean isIn(Set<String> selected) {
        return selected.contains(name);
    }

    /** How to get to a host. */
    public sealed interface Access {}

    /**
     * Over SSH. What is empty comes from the user's SSH configuration or its defaults.
     *
     * @param address a name or an IP address; the host's name when the inventory gives none
     * @param port 1 to 65535; empty means 22 unless the SSH configuration says otherwise
     * @param keyFile an identity file to offer first
     * @param jump the host to go through: a name of the inventory or {@code user@address:port}
     * @param sudo whether commands for root go through sudo
     * @param connectTimeout how long connecting and logging in may take
     */
    public record Ssh(
            String address,
            Optional<Integer> port,
            Optional<String> user,
            Optional<String> keyFile,
            Optional<String> jump,
            boolean sudo,
            Duration connectTimeout)
            implements Access {
        public static final Duration USUAL_TIMEOUT = Duration.ofSeconds(10);

        public Ssh {
            if (port.isPresent() && (port.get() < 1 || port.get() > 65535)) {
                throw new IllegalArgumentException("a port is 1 to 65535, not " + port.get());
            }
        }

        /** A host of which only the address is known. */
        public static Ssh to(String address) {
            return new Ssh(
                    address,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    USUAL_TIMEOUT);
        }
    }

    /** This machine, through an SSH server of our own that lives on loopback as long as the run, with a one-time key. */
    public record Embedded() implements Access {}
}
