package dockdsl.model;

import dockdsl.problem.SourceRef;
import dockdsl.value.Secret;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;

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

    /** A host's name is its own; a password among the rest would be fetched only to be counted. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** The passwords that the inventory gives for a host. */
    public static Stream<Secret> passwords(Access access) {
        return switch (access) {
            case Ssh ssh -> Stream.of(ssh.password(), ssh.sudo().password()).flatMap(Optional::stream);
            case Embedded here -> Stream.empty();
        };
    }

    /** How to get to a host. */
    public sealed interface Access {}

    /**
     * Over SSH. What is empty comes from the user's SSH configuration or its defaults.
     *
     * @param address a name or an IP address; the host's name when the inventory gives none
     * @param port 1 to 65535; empty means 22 unless the SSH configuration says otherwise
     * @param keyFile the identity file to offer, and no other
     * @param jump the host to go through: a name of the inventory or {@code user@address:port}
     * @param sudo how a user who is not root becomes it
     * @param password of the user, for hosts that take one
     * @param options lines of ssh_config(5), such as {@code StrictHostKeyChecking=no}, that come before the user's own
     * @param connectTimeout how long connecting and logging in may take
     */
    public record Ssh(
            String address,
            Optional<Integer> port,
            Optional<String> user,
            Optional<String> keyFile,
            Optional<String> jump,
            Sudo sudo,
            Optional<Secret> password,
            List<String> options,
            Duration connectTimeout)
            implements Access {
        public static final Duration USUAL_TIMEOUT = Duration.ofSeconds(10);

        public Ssh {
            if (port.isPresent() && (port.get() < 1 || port.get() > 65535)) {
                throw new IllegalArgumentException("a port is 1 to 65535, not " + port.get());
            }
            options = List.copyOf(options);
        }

        /** One that needs no password, and whose options are those of the user's configuration. */
        public Ssh(
                String address,
                Optional<Integer> port,
                Optional<String> user,
                Optional<String> keyFile,
                Optional<String> jump,
                Sudo sudo,
                Duration connectTimeout) {
            this(address, port, user, keyFile, jump, sudo, Optional.empty(), List.of(), connectTimeout);
        }

        /** A host of which only the address is known. */
        public static Ssh to(String address) {
            return new Ssh(
                    address,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Sudo.UNSAID,
                    USUAL_TIMEOUT);
        }
    }

    /**
     * How commands for root are run where the user is somebody else.
     *
     * @param password of the user, for a sudo that wants one
     */
    public record Sudo(Use use, Optional<Secret> password) {
        /** When sudo is used. */
        public enum Use {
            /** Nothing was said: where it is needed. */
            IF_NEEDED,
            /** At once, for whatever needs root. */
            ALWAYS,
            NEVER
        }

        public static final Sudo UNSAID = new Sudo(Use.IF_NEEDED, Optional.empty());
        public static final Sudo WANTED = new Sudo(Use.ALWAYS, Optional.empty());
        public static final Sudo FORBIDDEN = new Sudo(Use.NEVER, Optional.empty());

        public static Sudo with(Secret password) {
            return new Sudo(Use.ALWAYS, Optional.of(password));
        }

        public static Sudo of(boolean wanted) {
            return wanted ? WANTED : FORBIDDEN;
        }

        /** The same with a password for the case that there is none yet. */
        public Sudo or(Optional<Secret> otherPassword) {
            return new Sudo(use, password.or(() -> otherPassword));
        }
    }

    /** This machine, through an SSH server of our own that lives on loopback as long as the run, with a one-time key. */
    public record Embedded() implements Access {}
}
