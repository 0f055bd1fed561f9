package dockdsl.vocabulary;

import dockdsl.observed.Generation;
import dockdsl.value.Device;
import dockdsl.value.Tmpfs;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** The words of a {@code container} block about what separates it from the host. */
public final class IsolationWords {
    public static final Setting<Boolean> READ_ONLY = Setting.of(
                    "readOnly",
                    Kinds.FLAG,
                    "readOnly true",
                    "Whether its own file system cannot be written to; volumes and `tmpfs` can.")
            .alsoKnownAs("read_only", "readonly", "read_only_rootfs")
            .keptAs(Fields.hostFlag("ReadonlyRootfs"));

    public static final Setting<SortedSet<Tmpfs>> TMPFS = Setting.of(
                    "tmpfs",
                    IsolationKinds.TMPFS,
                    "tmpfs '/tmp', size: '64m', mode: '1777'",
                    "A folder in memory, empty after each start. `options:` takes further words of mount(8), such as 'exec,uid=1000'.")
            .alsoKnownAs("tmpfs_mounts", "ramdisk")
            .adding(Kinds::union)
            .layering(Kinds.byKey(Tmpfs::target))
            .keptAs(IsolationFields.tmpfs());

    public static final Setting<SortedSet<Device>> DEVICES = Setting.of(
                    "devices",
                    IsolationKinds.DEVICES,
                    "devices '/dev/ttyUSB0:/dev/modem:rw'",
                    "Devices of the host that it may use: the host's, then its place in the container, then permissions "
                            + "(read, write, mknod), `rwm` when not said.")
            .alsoKnownAs("device")
            .adding(Kinds::union)
            .layering(Kinds.byKey(Device::container))
            .keptAs(IsolationFields.devices());

    public static final Setting<List<String>> DEVICE_CGROUP_RULES = Setting.of(
                    "deviceCgroupRules",
                    IsolationKinds.CGROUP_RULES,
                    "deviceCgroupRules 'c 189:* rwm'",
                    "Which devices it may use beyond those that are there when it starts: type, major and minor number, and permissions.")
            .alsoKnownAs("device_cgroup_rules")
            .adding(Kinds::joined)
            .keptAs(Fields.hostList("DeviceCgroupRules"));

    public static final Setting<String> CGROUP_PARENT = Setting.of(
                    "cgroupParent",
                    Kinds.TEXT,
                    "cgroupParent '/batch'",
                    "The control group of the host that its own is in, so that several containers share a limit.")
            .alsoKnownAs("cgroup_parent")
            .keptAs(Fields.hostText("CgroupParent"));

    public static final Setting<SortedMap<String, String>> SYSCTLS = Setting.of(
                    "sysctls",
                    IsolationKinds.SYSCTLS,
                    "sysctls 'net.core.somaxconn': 1024",
                    "Settings of the kernel that each container has for itself: those below `net.`, `fs.mqueue.` and some of `kernel.`.")
            .alsoKnownAs("sysctl")
            .adding(Kinds::merged)
            .keptAs(Fields.hostPairs("Sysctls"));

    public static final Setting<SortedSet<String>> CAP_ADD = Setting.of(
                    "capAdd",
                    IsolationKinds.CAPABILITIES,
                    "capAdd 'NET_ADMIN'",
                    "Capabilities beyond the usual ones, see capabilities(7); 'ALL' means all.")
            .alsoKnownAs("cap_add", "capabilities", "caps")
            .adding(Kinds::union)
            .keptAs(Fields.hostSet("CapAdd", IsolationKinds::capability));

    public static final Setting<SortedSet<String>> CAP_DROP = Setting.of(
                    "capDrop",
                    IsolationKinds.CAPABILITIES,
                    "capDrop 'ALL'",
                    "Capabilities that are taken away; with 'ALL', those of `capAdd` remain.")
            .alsoKnownAs("cap_drop")
            .adding(Kinds::union)
            .keptAs(Fields.hostSet("CapDrop", IsolationKinds::capability));

    public static final Setting<Boolean> PRIVILEGED = Setting.of(
                    "privileged",
                    Kinds.FLAG,
                    "privileged true",
                    "Whether nearly nothing separates it from the host: all capabilities, all devices.")
            .keptAs(Fields.hostFlag("Privileged"));

    public static final Setting<SortedSet<String>> SECURITY_OPT = Setting.of(
                    "securityOpt",
                    IsolationKinds.SECURITY_OPTIONS,
                    "securityOpt 'no-new-privileges'",
                    "Options of the kernel's security modules, in Docker's words: 'no-new-privileges', 'apparmor=PROFILE', "
                            + "'seccomp=unconfined', 'label=type:TYPE'; 'systempaths=unconfined' opens what is closed below /proc and /sys.")
            .alsoKnownAs("security_opt", "security_opts", "securityOpts")
            .adding(Kinds::union)
            .keptAs(IsolationFields.securityOptions());

    public static final Setting<SortedSet<String>> GROUPS = Setting.of(
                    "groups",
                    Kinds.NAMES,
                    "groups 'audio', 1000",
                    "Further groups of its process, by the image's names or by number.")
            .alsoKnownAs("group_add", "groupAdd", "additional_groups")
            .adding(Kinds::union)
            .keptAs(Fields.hostSet("GroupAdd", text -> text));

    public static final Setting<String> IPC = Setting.of(
                    "ipc",
                    SharingKinds.mode("private", "shareable", "none", "host"),
                    "ipc 'host'",
                    "Whose shared memory and semaphores it sees: 'private', 'shareable', 'none', 'host', or those of another container that "
                            + "says `ipc 'shareable'`: ipc container('redis'). "
                            + "What the engine is set to when not said, usually 'private'.")
            .alsoKnownAs("ipc_mode", "ipcMode")
            .keptAs(Fields.hostText("IpcMode").defaultOfEngine("ipc"));

    public static final Setting<String> PID = Setting.of(
                    "pid",
                    SharingKinds.mode("host"),
                    "pid 'host'",
                    "'host' shows it all processes of the host, container('redis') those of another container.")
            .alsoKnownAs("pid_mode", "pidMode")
            .keptAs(Fields.hostText("PidMode"));

    public static final Setting<String> UTS = Setting.of(
                    "uts", Kinds.oneOf("host"), "uts 'host'", "'host' gives it the host's own name.")
            .alsoKnownAs("uts_mode", "utsMode")
            .keptAs(Fields.hostText("UTSMode"));

    public static final Setting<String> CGROUPNS = Setting.of(
                    "cgroupns",
                    Kinds.oneOf("private", "host"),
                    "cgroupns 'private'",
                    "Whether it sees the control groups of the host. What the engine is set to when not said.")
            .alsoKnownAs("cgroup", "cgroupns_mode", "cgroupnsMode")
            .keptAs(Fields.hostText("CgroupnsMode").defaultOfEngine("cgroupns"));

    public static final Setting<String> USERNS = Setting.of(
                    "userns",
                    Kinds.oneOf("host"),
                    "userns 'host'",
                    "'host' gives it the users of the host on an engine that gives containers users of their own.")
            .alsoKnownAs("userns_mode", "usernsMode")
            .keptAs(Fields.hostText("UsernsMode"));

    public static final Setting<String> RUNTIME = Setting.of(
                    "runtime",
                    Kinds.TEXT,
                    "runtime 'runsc'",
                    "The program that runs it, one that the engine knows. What the engine is set to when not said, usually 'runc'.")
            .alsoKnownAs("oci_runtime")
            .keptAs(Fields.hostText("Runtime").defaultOfEngine("runtime"));

    public static final Setting<SortedMap<String, String>> ANNOTATIONS = Setting.of(
                    "annotations",
                    Kinds.PAIRS,
                    "annotations 'io.katacontainers.config.hypervisor.default_vcpus': 2",
                    "What the runtime is told about it, by name. One that somebody else adds is no difference.")
            .alsoKnownAs("annotation", "oci_annotations")
            .adding(Kinds::merged)
            .keptAs(new ToldPairs("annotations").of(Fields.hostPairs("Annotations")))
            .since(Generation.DOCKER_24, "annotations", pairs -> !pairs.isEmpty());

    private IsolationWords() {}

    /** The options but for those paths, which are open to whoever is privileged. */
    public static SortedSet<String> withoutOpenPaths(SortedSet<String> options) {
        SortedSet<String> others = new TreeSet<>(options);
        others.remove(KernelNames.OPEN_PATHS);
        return Collections.unmodifiableSortedSet(others);
    }

    /**
     * The options that are not the engine's own doing.
     *
     * @param open whether the container is privileged or shares processes or memory with its host: the engine then says
     *     {@code label=disable} by itself
     */
    public static SortedSet<String> withoutImplied(SortedSet<String> options, boolean open) {
        return IsolationFields.withoutImplied(options, open);
    }
}
