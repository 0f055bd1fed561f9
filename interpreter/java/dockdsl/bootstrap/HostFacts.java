package dockdsl.bootstrap;

import dockdsl.value.EngineVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a host has of Docker and of what it takes to install it.
 *
 * @param root whether commands can run as root
 * @param freeBytes free disk space where {@code /var/lib} is
 */
public record HostFacts(
        Os os,
        Init init,
        boolean root,
        Docker docker,
        Service service,
        Packages packages,
        DaemonFile daemonFile,
        long freeBytes) {

    /** What starts services on the host. */
    public enum Init {
        SYSTEMD,
        OPENRC,
        /** Nothing we know: a container, or an init system without services. */
        NONE
    }

    /**
     * The distribution, from {@code os-release}.
     *
     * @param like the distributions it descends from
     * @param version empty for a rolling distribution
     * @param codename the name its packages go by, of the distribution it descends from if there is one; may be empty
     * @param name for people
     */
    public record Os(String id, List<String> like, String version, String codename, String name) {
        public Os {
            like = List.copyOf(like);
        }

        /** For people: {@code Debian 12}. */
        public String label() {
            return (name.replace(" GNU/Linux", "") + " " + version).strip();
        }

        /** The first number of the version; {@link Integer#MAX_VALUE} for a rolling distribution. */
        public int major() {
            return EngineVersion.in(version).map(it -> it.numbers().getFirst()).orElse(Integer.MAX_VALUE);
        }

        public boolean descendsFrom(String ancestor) {
            return id.equals(ancestor) || like.contains(ancestor);
        }
    }

    /**
     * @param client the {@code docker} command
     * @param installed the {@code dockerd} on disk
     * @param answering the engine behind {@code /var/run/docker.sock}
     * @param podman whether {@code docker} is Podman under another name
     */
    public record Docker(
            Optional<EngineVersion> client,
            Optional<EngineVersion> installed,
            Optional<EngineVersion> answering,
            boolean podman) {}

    /**
     * The service that runs the engine.
     *
     * @param state what {@code systemctl is-enabled} says: enabled, disabled, masked...; empty when there is no service
     * @param active whether it runs or is about to
     */
    public record Service(String state, boolean active) {
        public boolean exists() {
            return !state.isEmpty() && !state.equals("not-found");
        }

        public boolean isMasked() {
            return state.startsWith("masked");
        }

        public boolean isEnabled() {
            return exists() && !state.equals("disabled") && !isMasked();
        }
    }

    /**
     * @param managers the package managers it has
     * @param owner the package that brought {@code dockerd}
     * @param distribution the version that the distribution's package would install, where that is known without asking
     *     the network
     * @param docker the version that Docker's repository would install, where it is set up and known
     * @param interrupted whether an earlier installation was cut off
     * @param needsAppArmor whether the kernel enforces AppArmor but nothing can load profiles, so no container starts
     */
    public record Packages(
            Set<String> managers,
            Optional<String> owner,
            Optional<EngineVersion> distribution,
            Optional<EngineVersion> docker,
            boolean interrupted,
            boolean needsAppArmor) {
        public Packages {
            managers = Set.copyOf(managers);
        }
    }
}
