package dockdsl.vocabulary;

import dockdsl.problem.Nearest;
import dockdsl.value.Malformed;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that the kernel gives to things: engines notice a wrong one late, some of them only when a container starts. */
final class KernelNames {
    /** See capabilities(7). A kernel of tomorrow may have more. */
    private static final List<String> CAPABILITIES =
            List.of(("ALL AUDIT_CONTROL AUDIT_READ AUDIT_WRITE BLOCK_SUSPEND BPF "
                            + "CHECKPOINT_RESTORE CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID IPC_LOCK IPC_OWNER KILL LEASE "
                            + "LINUX_IMMUTABLE MAC_ADMIN MAC_OVERRIDE MKNOD NET_ADMIN NET_BIND_SERVICE NET_BROADCAST NET_RAW PERFMON SETFCAP "
                            + "SETGID SETPCAP SETUID SYSLOG SYS_ADMIN SYS_BOOT SYS_CHROOT SYS_MODULE SYS_NICE SYS_PACCT SYS_PTRACE SYS_RAWIO "
                            + "SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG WAKE_ALARM")
                    .split(" "));

    /** See setrlimit(2). */
    private static final List<String> LIMITS = List.of(
            "core",
            "cpu",
            "data",
            "fsize",
            "locks",
            "memlock",
            "msgqueue",
            "nice",
            "nofile",
            "nproc",
            "rss",
            "rtprio",
            "rttime",
            "sigpending",
            "stack");

    /** What each container has for itself. */
    private static final Pattern NAMESPACED = Pattern.compile(
            "(net|fs\\.mqueue|user)[./].+|kernel[./](msgmax|msgmnb|msgmni|sem|shmall|shmmax|shmmni|shm_rmid_forced|domainname|hostname)");

    private static final Pattern CGROUP_RULE = Pattern.compile("[acb] (\\d+|\\*):(\\d+|\\*) [rwm]{1,3}");
    private static final Set<String> OPTIONS =
            Set.of("no-new-privileges", "label", "apparmor", "seccomp", "systempaths", "writable-cgroups");

    /** A word of Docker's command line; engines are told lists of paths. */
    static final String OPEN_PATHS = "systempaths=unconfined";

    private static final Set<String> NEEDING_A_VALUE = Set.of("label", "apparmor", "seccomp");

    private KernelNames() {}

    /** @throws Malformed when it is nearly one, and none */
    static String capability(String name) {
        if (!CAPABILITIES.contains(name)) {
            Nearest.to(name, CAPABILITIES).ifPresent(near -> {
                throw new Malformed("'" + name + "' is not a capability", "Did you mean '" + near + "'?");
            });
        }
        return name;
    }

    /** @throws Malformed when one of them limits nothing */
    static void limits(Collection<String> names) {
        for (String name : names) {
            if (!LIMITS.contains(name)) {
                throw new Malformed(
                        "'" + name + "' is no limit of processes",
                        Nearest.to(name, LIMITS)
                                .map(near -> "Did you mean '" + near + "'?")
                                .orElse("The limits are " + String.join(", ", LIMITS) + "."));
            }
        }
    }

    /** @throws Malformed when one of them is the host's */
    static void sysctls(Collection<String> names) {
        for (String name : names) {
            if (!NAMESPACED.matcher(name).matches()) {
                throw new Malformed(
                        "'" + name + "' is no setting that a container has for itself",
                        "Those are net.*, fs.mqueue.*, kernel.msg*, kernel.shm* and kernel.sem; set others on the host with sysctl(8).");
            }
        }
    }

    /** @throws Malformed when it is none */
    static String cgroupRule(String rule) {
        if (!CGROUP_RULE.matcher(rule).matches()) {
            throw new Malformed(
                    "'" + rule + "' is no rule for devices",
                    "Write a type (a, b or c), major and minor number, and permissions: 'c 189:* rwm'.");
        }
        return rule;
    }

    /** @throws Malformed when it is an option of nothing, or one that Docker's command line would turn into something else */
    static String securityOption(String option) {
        String name = option.split("=", 2)[0];
        if (name.equals("systempaths") && !option.equals(OPEN_PATHS)) {
            throw new Malformed(
                    "'" + option + "' says nothing of the paths that are closed", "Write '" + OPEN_PATHS + "'.");
        }
        if (!OPTIONS.contains(name)) {
            throw new Malformed(
                    "'" + name + "' is no option of a security module",
                    Nearest.to(name, OPTIONS)
                            .map(near -> "Did you mean '" + near + "'?")
                            .orElse(
                                    "Write for example 'no-new-privileges', 'apparmor=PROFILE' or 'seccomp=unconfined'."));
        }
        if (NEEDING_A_VALUE.contains(option)) {
            throw new Malformed(
                    "'" + option + "' says nothing without a value",
                    "Write for example 'apparmor=PROFILE', 'label=disable' or 'seccomp=unconfined'.");
        }
        if (option.startsWith("no-new-privileges=") && !option.endsWith("=false")) {
            throw new Malformed(
                    "'" + option.substring("no-new-privileges=".length()) + "' is neither true nor false",
                    "Write 'no-new-privileges', or 'no-new-privileges=false'.");
        }
        if (option.matches("(?s)seccomp=(?!unconfined$|builtin$|\\s*\\{).*")) {
            throw new Malformed(
                    "'" + option.substring("seccomp=".length())
                            + "' is no profile, but perhaps the name of a file with one",
                    "The engine wants its text: securityOpt \"seccomp=${new File('profile.json').text}\".");
        }
        return option;
    }
}
