package dockdsl.doctor;

import dockdsl.doctor.Check.Said;
import dockdsl.observed.EngineInfo;
import dockdsl.problem.HostFailed;
import dockdsl.value.EngineVersion;
import dockdsl.value.PublishedPort;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What is looked at on a host. */
final class HostChecks {
    private static final long SCARCE_KB = 2_000_000;
    private static final long TOO_FEW_KB = 200_000;
    private static final long SCARCE_MEMORY_KB = 100_000;
    private static final int SKEW_SECONDS = 30;
    private static final Duration SLOW_LOGIN = Duration.ofSeconds(5);
    private static final int OLDEST_API = 41;

    static final List<Check<HostFacts>> ALL = List.of(
            Check.of("root", HostChecks::root),
            Check.of("engine", HostChecks::engine),
            Check.of("Engine API", HostChecks::api),
            Check.of("version of Docker", HostChecks::version),
            Check.of("start of Docker", HostChecks::start),
            Check.of("disk", HostChecks::disk),
            Check.of("inodes", HostChecks::inodes),
            Check.of("memory", HostChecks::memory),
            Check.of("clock", HostChecks::clock),
            Check.of("storage driver", HostChecks::storage),
            Check.of("logs of containers", HostChecks::logs),
            Check.of("limits", HostChecks::limits),
            Check.of("cgroups", HostChecks::cgroups),
            Check.of("restart of the host", HostChecks::restart),
            Check.of("time to log in", HostChecks::login),
            Check.of("live restore", HostChecks::liveRestore),
            Check.of("sessions of sshd", HostChecks::sessions),
            Check.of("forwarding by sshd", HostChecks::forwarding),
            Check.of("ports", HostChecks::ports));

    private HostChecks() {}

    private static Optional<Said> root(HostFacts facts) {
        return facts.noRoot()
                .flatMap(why -> facts.engine().isPresent()
                        ? Said.note(
                                reason(why) + ".",
                                "The engine can be reached without root; it can't be installed or set up.",
                                why.remedy())
                        : Said.failure(
                                reason(why) + ".", "Nothing can be done on this host without root.", why.remedy()));
    }

    /** Without the command that was to be run; it was ours. */
    private static String reason(HostFailed why) {
        return why.getMessage().replaceFirst("(?s)^`.*` needs root: ", "");
    }

    private static Optional<Said> engine(HostFacts facts) {
        if (facts.engine().isPresent()) {
            return Optional.empty();
        }
        return facts.text("engine.there").isEmpty()
                ? Said.note(
                        "There is no Docker yet.",
                        "The next `apply` installs it.",
                        "`dockdsl bootstrap` does so beforehand.")
                : facts.noEngine()
                        .flatMap(why -> Said.failure(
                                why.getMessage() + ".",
                                "The engine is installed and does not answer over the way that runs take.",
                                why.remedy()));
    }

    private static Optional<Said> api(HostFacts facts) {
        return facts.engine()
                .filter(HostChecks::tooOld)
                .flatMap(engine -> Said.failure(
                        "Docker " + engine.version() + " speaks API " + engine.apiVersion() + ".",
                        "dockdsl needs 1." + OLDEST_API + ", which is Docker 20.10.",
                        "Upgrade Docker on the host."));
    }

    private static boolean tooOld(EngineInfo engine) {
        return engine.apiVersion().matches("1\\.\\d+")
                && Integer.parseInt(engine.apiVersion().substring(2)) < OLDEST_API;
    }

    private static Optional<Said> version(HostFacts facts) {
        return facts.engine()
                .flatMap(
                        engine -> facts.wanted()
                                .oldest()
                                .filter(oldest -> isOlder(engine.version(), oldest))
                                .flatMap(
                                        oldest -> Said.failure(
                                                "Docker is " + engine.version() + ", and the site wants " + oldest
                                                        + " at least.",
                                                "`apply` does nothing on this host before it has that.",
                                                "`dockdsl bootstrap` says what it takes; or let the `docker` block of the site accept it.")));
    }

    /** As `apply` sees it; what has no number is not called old. */
    private static boolean isOlder(String version, String oldest) {
        return EngineVersion.in(version)
                .flatMap(running -> EngineVersion.in(oldest).map(running::isOlderThan))
                .orElse(false);
    }

    private static Optional<Said> start(HostFacts facts) {
        return facts.says("engine.start", "disabled")
                ? Said.warning(
                        "Docker does not start with the host.",
                        "When the host is restarted, no container comes back by itself, whatever its restart policy.",
                        "systemctl enable docker")
                : Optional.empty();
    }

    private static Optional<Said> disk(HostFacts facts) {
        OptionalLong free = facts.number("disk.free");
        if (free.isEmpty() || free.getAsLong() >= SCARCE_KB) {
            return Optional.empty();
        }
        String what = free.getAsLong() / 1000 + " MB are free at " + facts.text("disk.place") + ".";
        String remedy =
                "`docker system df` on the host says what takes the room; `docker image prune` removes images without a name.";
        return free.getAsLong() < TOO_FEW_KB
                ? Said.failure(what, "Images can't be pulled, and containers can't write.", remedy)
                : Said.warning(what, "A pull or a log may fill the disk.", remedy);
    }

    private static Optional<Said> inodes(HostFacts facts) {
        OptionalLong total = facts.number("inodes.total");
        OptionalLong free = facts.number("inodes.free");
        if (total.isEmpty() || free.isEmpty() || total.getAsLong() == 0 || free.getAsLong() * 20 >= total.getAsLong()) {
            return Optional.empty();
        }
        return Said.warning(
                free.getAsLong() + " of " + total.getAsLong() + " inodes are free at " + facts.text("disk.place") + ".",
                "No file can be made when they are used up, whatever room there is.",
                "Remove what has many small files; `docker system df -v` on the host shows images and volumes.");
    }

    private static Optional<Said> memory(HostFacts facts) {
        OptionalLong free = facts.number("memory.free");
        return free.isEmpty() || free.getAsLong() >= SCARCE_MEMORY_KB
                ? Optional.empty()
                : Said.warning(
                        free.getAsLong() / 1000 + " MB of memory are free.",
                        "The kernel ends processes when there is none left, the engine or a container maybe.",
                        "Give containers a limit (`memory '256m'`), or the host more.");
    }

    private static Optional<Said> clock(HostFacts facts) {
        long seconds = facts.clockAhead().toSeconds();
        return Math.abs(seconds) < SKEW_SECONDS
                ? Optional.empty()
                : Said.warning(
                        "Its clock is " + Math.abs(seconds) + " s " + (seconds > 0 ? "ahead of" : "behind") + " ours.",
                        "Logs and releases of several hosts come in a wrong order, and certificates may not be valid.",
                        "Let the host keep time: `timedatectl set-ntp true`. When all hosts say this, it is our clock.");
    }

    private static Optional<Said> storage(HostFacts facts) {
        String driver = facts.text("engine.storage");
        return List.of("vfs", "devicemapper", "aufs", "overlay").contains(driver)
                ? Said.warning(
                        "The storage driver is " + driver + ".",
                        driver.equals("vfs")
                                ? "It copies whole images for every container: slow, and the disk is soon full."
                                : "Newer versions of Docker do not have it any more.",
                        "Let /var/lib/docker be on ext4 or xfs with d_type, where Docker takes overlay2.")
                : Optional.empty();
    }

    /** What the site says of its containers counts; where it has none there, what the engine does unless told. */
    private static Optional<Said> logs(HostFacts facts) {
        String driver = facts.text("engine.logging");
        Map<String, Wanted.Log> containers = facts.wanted().containers();
        List<String> endless = containers.keySet().stream()
                .filter(name -> containers.get(name).isEndless(driver))
                .sorted()
                .toList();
        boolean any = containers.isEmpty() ? driver.equals(Wanted.FILE) : !endless.isEmpty();
        if (driver.isEmpty() || !any || facts.says("engine.rotates", "yes")) {
            return Optional.empty();
        }
        String whose = endless.isEmpty()
                ? "containers write"
                : String.join(", ", endless) + (endless.size() == 1 ? " writes" : " write");
        return Said.warning(
                "What " + whose + " is kept for ever: the log driver is json-file without a largest size.",
                "The disk is full some day.",
                facts.wanted().rotated()
                        ? "The site says otherwise: `dockdsl bootstrap` tells the engine, and containers have it when they are made anew."
                        : "In the site: docker { daemon logDriver: 'json-file', logOpts: ['max-size': '10m', 'max-file': '3'] },"
                                + " or `use rotatedLogs` in a container.");
    }

    private static Optional<Said> cgroups(HostFacts facts) {
        return facts.says("engine.cgroups", "1")
                ? Said.note(
                        "The host has cgroups of version 1.",
                        "Newer versions of systemd and of Docker no longer work with them.",
                        "Start it with the kernel option `systemd.unified_cgroup_hierarchy=1`; newer systems do so unless told.")
                : Optional.empty();
    }

    private static Optional<Said> restart(HostFacts facts) {
        return facts.says("restart", "yes")
                ? Said.note(
                        "It waits for a restart since it was updated.",
                        "It still runs an older kernel or library.",
                        "Restart it when its containers may stop; those with a restart policy come back by themselves.")
                : Optional.empty();
    }

    private static Optional<Said> login(HostFacts facts) {
        return facts.login().compareTo(SLOW_LOGIN) < 0
                ? Optional.empty()
                : Said.warning(
                        "It took " + facts.login().toSeconds() + " s to log in.",
                        "Every run waits for it.",
                        "Often sshd looks up names that nobody answers for: say `UseDNS no` and `GSSAPIAuthentication no` in"
                                + " /etc/ssh/sshd_config, and see whether PAM or the disk is slow.");
    }

    private static Optional<Said> limits(HostFacts facts) {
        boolean noMemory = facts.says("engine.memorylimit", "false");
        boolean noSwap = facts.says("engine.swaplimit", "false");
        return noMemory || noSwap
                ? Said.note(
                        "The kernel " + (noMemory ? "limits no memory" : "does not count swap") + " of containers.",
                        noMemory ? "`memory` has no effect." : "`memorySwap` has no effect.",
                        "Start the host with the kernel options `cgroup_enable=memory swapaccount=1`.")
                : Optional.empty();
    }

    private static Optional<Said> liveRestore(HostFacts facts) {
        return facts.says("engine.liverestore", "false")
                ? Said.note(
                        "Containers stop when the engine is restarted.",
                        "An upgrade of Docker interrupts all of them.",
                        "In the site: docker { daemon liveRestore: true }.")
                : Optional.empty();
    }

    private static Optional<Said> sessions(HostFacts facts) {
        OptionalLong most = facts.number("sshd.maxsessions");
        if (most.isEmpty() || most.getAsLong() > 3) {
            return Optional.empty();
        }
        String what = "sshd lets " + most.getAsLong() + " commands run at once on a connection (MaxSessions).";
        String remedy = "Say `MaxSessions 10` in /etc/ssh/sshd_config, which is what it has unless told.";
        return most.getAsLong() < 2
                ? Said.failure(what, "A run needs two: one of them holds the lock.", remedy)
                : Said.warning(what, "The engine and the shell take turns, which is slow.", remedy);
    }

    private static Optional<Said> forwarding(HostFacts facts) {
        boolean all = facts.says("sshd.disableforwarding", "yes");
        boolean noTcp = all || facts.says("sshd.allowtcpforwarding", "no");
        boolean noSockets = all || facts.says("sshd.allowstreamlocalforwarding", "no");
        if (!noTcp && !noSockets) {
            return Optional.empty();
        }
        return Said.note(
                "sshd forwards no " + (noTcp && noSockets ? "ports and no sockets" : noTcp ? "ports" : "sockets") + ".",
                (noSockets ? "The engine is reached by `docker system dial-stdio`, which starts more slowly. " : "")
                        + (noTcp
                                ? "`check http` and `check tcp` connect through bash; nobody can jump over this host."
                                : ""),
                "AllowTcpForwarding and AllowStreamLocalForwarding in /etc/ssh/sshd_config say so; it works as it is.");
    }

    private static Optional<Said> ports(HostFacts facts) {
        List<PublishedPort> taken = facts.wanted().ports().stream()
                .filter(port -> !facts.text(key(port)).isEmpty())
                .toList();
        return taken.isEmpty()
                ? Optional.empty()
                : Said.failure(
                        taken.stream()
                                .map(port -> key(port).substring(6) + " by " + facts.text(key(port)))
                                .collect(Collectors.joining(", ", "Ports of the site are taken: ", ".")),
                        "The containers that publish them can't start.",
                        "Stop what listens there, or publish other ports.");
    }

    private static String key(PublishedPort port) {
        return "taken." + port.port().protocol() + "/" + port.hostPort();
    }
}
