package dockdsl.vocabulary;

import dockdsl.observed.Generation;
import dockdsl.value.Bytes;
import dockdsl.value.Check;
import dockdsl.value.Cpus;
import dockdsl.value.Healthcheck;
import dockdsl.value.Hook;
import dockdsl.value.Link;
import dockdsl.value.Mount;
import dockdsl.value.NetworkMembership;
import dockdsl.value.Port;
import dockdsl.value.PublishedPort;
import dockdsl.value.PullPolicy;
import dockdsl.value.RestartPolicy;
import dockdsl.value.RolloutPolicy;
import dockdsl.value.State;
import dockdsl.value.Tree;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The words of a {@code container} block. */
public final class ContainerWords {
    public static final Setting<List<String>> ON = Setting.of(
                    "on",
                    Kinds.PATTERNS,
                    "on 'web'",
                    "The hosts it runs on: hosts, groups or patterns. Required. "
                            + "The rest of the block is evaluated once for each of them, so `on` stands by itself at the top.")
            .alsoKnownAs("hosts", "host", "target", "servers", "delegate_to");

    public static final Setting<String> IMAGE = Setting.of(
                    "image",
                    LifeKinds.IMAGE,
                    "image 'redis:7.4.1'",
                    "The image, with a tag or a digest. `latest` and a missing tag are errors, because nobody can say what runs, "
                            + "or go back to it.")
            .alsoKnownAs("from", "img");

    public static final Setting<String> BUILD = Setting.of(
                    "build",
                    Kinds.TEXT,
                    "build 'images/web'",
                    "A folder beside the site file with a Dockerfile, built on each host's engine under the name that `image` gives. "
                            + "Built again when a file in it changes.")
            .alsoKnownAs("dockerfile", "context");

    public static final Setting<String> GATHER = Setting.of(
            "gather",
            Kinds.TEXT,
            "gather 'gather.sh'",
            "A shell script in the folder that `build` names. It runs on the host before the build, in an empty folder, and "
                    + "what it leaves there goes along with the build: a program that the host has, for example. "
                    + "It installs nothing, and needs the network only if it asks for it.");

    public static final Setting<String> PLATFORM = Setting.of(
                    "platform",
                    LifeKinds.PLATFORM,
                    "platform 'linux/arm64'",
                    "What its image is made for, of those that it is made for: an architecture, or 'linux/' and one. The host's own when not "
                            + "said; for another one it needs an emulator. Taken out, it comes back to the host's own. On one host an image is "
                            + "for one platform.")
            .alsoKnownAs("architecture", "arch", "os_arch", "cpu_arch")
            .keptAs(EngineFields.platform());

    public static final Setting<List<String>> COMMAND = Setting.of(
                    "command",
                    Kinds.COMMAND,
                    "command 'redis-server', '--appendonly', 'yes'",
                    "What runs in the container instead of the image's command.")
            .alsoKnownAs("cmd", "args")
            .keptAs(EngineFields.words("Cmd"));

    public static final Setting<List<String>> ENTRYPOINT = Setting.of(
                    "entrypoint",
                    Kinds.COMMAND,
                    "entrypoint '/bin/app'",
                    "What the command is given to instead of the image's entry point. The image's command is dropped then.")
            .keptAs(EngineFields.words("Entrypoint"));

    public static final Setting<SortedMap<String, String>> ENV = Setting.of(
                    "env",
                    Kinds.ENV,
                    "env ENV: 'PROD', PORT: 8080",
                    "Environment variables, on top of the image's. Removing one from the file removes it from the container.")
            .alsoKnownAs("environment", "envs", "environments", "env_vars", "variables", "e")
            .adding(Kinds::merged)
            .keptAs(EngineFields.env());

    public static final Setting<SortedSet<String>> ENV_FILE = Setting.of(
                    "envFile",
                    Kinds.NAMES,
                    "envFile 'web.env'",
                    "Files beside the site file with a NAME=value in each line. What `env` says wins.")
            .alsoKnownAs("env_file", "envfile", "environment_file")
            .adding(Kinds::union);

    public static final Setting<SortedSet<PublishedPort>> PUBLISH = Setting.of(
                    "publish",
                    WiringKinds.PUBLISHED_PORTS,
                    "publish '80:8080', '127.0.0.1:9000:9000/tcp'",
                    "Ports that the host forwards, host before container. Protocols and ranges as Docker writes them; "
                            + "a range has as many ports on the left as on the right.")
            .alsoKnownAs("ports", "port", "published_ports", "publish_port", "p")
            .adding(Kinds::union)
            .layering(Kinds.byKey(PublishedPort::outside))
            .keptAs(PortFields.published());

    public static final Setting<Boolean> PUBLISH_ALL = Setting.of(
                    "publishAll",
                    Kinds.FLAG,
                    "publishAll true",
                    "Whether each port of the image and of `expose` is published as well, on a port of the host that the engine picks: "
                            + "`docker port` tells which. No link from another host leads there; that takes `publish`.")
            .alsoKnownAs("publish_all", "publish_all_ports", "publishAllPorts", "P")
            .keptAs(Fields.hostFlag("PublishAllPorts"));

    public static final Setting<SortedSet<Port>> EXPOSE = Setting.of(
                    "expose",
                    WiringKinds.PORTS,
                    "expose 9090",
                    "Ports that other containers may use, on top of the image's; documentation for the most part.")
            .alsoKnownAs("exposed_ports", "exposed")
            .adding(Kinds::union)
            .keptAs(PortFields.exposed());

    public static final Setting<SortedSet<Mount>> VOLUME = Setting.of(
                    "volume",
                    WiringKinds.MOUNTS,
                    "volume 'redis-data', at: '/data'",
                    "A volume of the engine, or a folder of the host by its absolute path, seen in the container at `at:`; "
                            + "`readOnly: true` keeps the container from writing. A folder has to exist on the host, unless `create: true` "
                            + "makes it. `subpath: 'web'` shows a folder or file of a volume, which has to be in it. `options:` takes Docker's "
                            + "words: 'z' and 'Z' label the files for SELinux (a missing folder is made then), 'nocopy' leaves a new volume "
                            + "empty, 'rslave' and its like say which mounts below a folder are seen on the other side. `recursive: 'disabled'` "
                            + "shows no mounts below a folder; with `readOnly: true`, 'writable' lets those be written to, and 'readonly' "
                            + "starts nothing where the kernel cannot keep them from it.")
            .alsoKnownAs("volumes", "mount", "mounts", "bind", "binds", "v")
            .adding(Kinds::union)
            .layering(Kinds.byKey(Mount::target))
            .keptAs(MountFields.mounts())
            .since(Generation.DOCKER_23, "create: true", any(Mount::isCreated))
            .since(
                    Generation.DOCKER_25,
                    "recursive:",
                    any(mount -> Set.of("writable", "readonly").contains(mount.recursion())))
            .since(
                    Generation.DOCKER_26,
                    "subpath:",
                    any(mount -> !mount.subpath().isEmpty()));

    public static final Setting<SortedSet<Link>> LINK = Setting.of(
                    "link",
                    WiringKinds.LINKS,
                    "link 'redis', as: 'cache'",
                    "A container this one talks to. On the same host: a name on a private network of the site. "
                            + "On another host: the name and <ALIAS>_HOST and <ALIAS>_PORT lead to its published port. "
                            + "The other one starts first.")
            .alsoKnownAs("links", "external_links")
            .adding(Kinds::union)
            .layering(Kinds.byKey(Link::alias));

    public static final Setting<SortedSet<String>> DEPENDS_ON = Setting.of(
                    "dependsOn",
                    Kinds.NAMES,
                    "dependsOn 'database', 'queue'",
                    "Containers of the site that are changed and well, on all their hosts, before this one is come to; "
                            + "when one of them fails, this one is left as it is. A link says the same of its target.")
            .alsoKnownAs("depends_on", "after", "requires", "needs", "dependencies")
            .adding(Kinds::union);

    public static final Setting<SortedSet<NetworkMembership>> NETWORKS = Setting.of(
                    "networks",
                    NetworkKinds.MEMBERSHIPS,
                    "networks 'backend', aliases: ['db'], ip: '172.28.0.9'",
                    "Networks of the site it belongs to, with further names there by `aliases:`, fixed addresses by `ip:` and `ip6:`, "
                            + "`options:` of the network's driver, and `gatewayPriority:` where several lead out. "
                            + "Joining and leaving needs no new container.")
            .alsoKnownAs("network", "net")
            .adding(Kinds::union)
            .layering(Kinds.byKey(NetworkMembership::network))
            .since(
                    Generation.DOCKER_28,
                    "gatewayPriority",
                    any(membership -> membership.attachment().gatewayPriority() != 0));

    public static final Setting<String> MAC_ADDRESS = Setting.of(
                    "macAddress",
                    NetworkKinds.MAC,
                    "macAddress '02:42:ac:1c:00:09'",
                    "The hardware address it has in its network, the first one by name if it has several. The engine's choice when not said.")
            .alsoKnownAs("mac_address", "mac")
            .keptAs(MembershipFields.mac());

    public static final Setting<SortedMap<String, String>> EXTRA_HOSTS = Setting.of(
                    "extraHosts",
                    LookupKinds.HOSTS,
                    "extraHosts db: '10.0.0.21'",
                    "Names that the container looks up in its hosts file, with their addresses.")
            .alsoKnownAs("extra_hosts", "etc_hosts", "add_host", "hostAliases")
            .adding(Kinds::merged)
            .keptAs(LookupKinds.hosts());

    public static final Setting<RestartPolicy> RESTART = Setting.of(
                    "restart",
                    LifeKinds.RESTART,
                    "restart always",
                    "What the engine does when its process ends. Changed without a new container.")
            .alsoKnownAs("restart_policy", "restartPolicy")
            .keptAs(EngineFields.restart());

    public static final Setting<SortedMap<String, String>> LABELS = Setting.of(
                    "labels",
                    Kinds.PAIRS,
                    "labels team: 'web', 'com.example.tier': 'front'",
                    "Labels, on top of the image's. Names that begin with `dockdsl.` are ours.")
            .alsoKnownAs("label", "metadata")
            .adding(Kinds::merged)
            .keptAs(EngineFields.labels());

    public static final Setting<String> USER = Setting.of(
                    "user",
                    Kinds.TEXT,
                    "user '1000:1000'",
                    "Who its process runs as: a name or number, with a group if wanted.")
            .alsoKnownAs("u", "username", "run_as")
            .keptAs(EngineFields.text("User"));

    public static final Setting<String> WORKDIR = Setting.of(
                    "workdir", Kinds.TEXT, "workdir '/srv'", "The folder its process starts in.")
            .alsoKnownAs("working_dir", "workingDir", "cwd", "w")
            .keptAs(EngineFields.workdir());

    public static final Setting<String> HOSTNAME = Setting.of(
                    "hostname",
                    Kinds.TEXT,
                    "hostname 'redis'",
                    "The name it gives itself; the engine's choice when not said.")
            .alsoKnownAs("host_name")
            .keptAs(EngineFields.hostname());

    public static final Setting<Bytes> MEMORY = Setting.of(
                    "memory",
                    ResourceKinds.MEMORY,
                    "memory '256m'",
                    "The most memory it may use, 6m at least; as much again may be swapped. Changed without a new container, removed with one.")
            .alsoKnownAs("mem", "mem_limit", "memory_limit", "m", "limits")
            .keptAs(EngineFields.memory());

    public static final Setting<Cpus> CPUS = Setting.of(
                    "cpus",
                    ResourceKinds.CPUS,
                    "cpus 0.5",
                    "The most processors it may use. Changed without a new container, removed with one.")
            .alsoKnownAs("cpu", "cpu_limit", "nano_cpus", "cpu_count")
            .keptAs(EngineFields.cpus());

    public static final Setting<Healthcheck> HEALTHCHECK_VALUE = Setting.of(
                    "healthcheck",
                    HealthcheckWords.KIND,
                    "healthcheck { command 'redis-cli', 'ping'; interval '5s' }",
                    HealthcheckWords.DOC)
            .keptAs(EngineFields.healthcheck())
            .since(
                    Generation.DOCKER_25,
                    "startInterval",
                    check -> !check.startInterval().isZero());

    public static final Setting<Integer> INSTANCES = Setting.of(
                    "instances",
                    Kinds.ONE_OR_MORE,
                    "instances 2",
                    "How many equal containers run on each host: `web`, `web-2`, `web-3`. 1 when not said. "
                            + "All of them answer to the name in links. A smaller number removes the surplus ones.")
            .alsoKnownAs("replicas", "count", "scale");

    public static final Setting<State> STATE = Setting.of(
                    "state", LifeKinds.STATE, "state stopped", "What shall be true of it; reloaded when not said.")
            .alsoKnownAs("ensure", "desired_state");

    public static final Setting<Boolean> ADOPT = Setting.of(
                    "adopt",
                    Kinds.FLAG,
                    "adopt true",
                    "Whether a container of this name that somebody else made, by hand or with Compose, is taken over: without a restart when "
                            + "it is as declared, else with a replacement that gives it the site's label. One of another site never is.")
            .alsoKnownAs("take_over", "import", "force");

    public static final Setting<PullPolicy> PULL = Setting.of(
                    "pull", LifeKinds.PULL, "pull always", "When the image is fetched; missing when not said.")
            .alsoKnownAs("pull_policy", "image_pull_policy", "imagePullPolicy");

    public static final Setting<List<Check>> CHECK = Setting.of(
                    "check",
                    LifeKinds.CHECKS,
                    "check http('/health', status: 200)",
                    "A proof that it works, asked for after it was started until it holds, for a minute unless `within:` says otherwise. "
                            + "When it does not hold, the container that ran before comes back.")
            .alsoKnownAs("checks", "verify", "wait_for", "probe", "readiness", "health")
            .adding(Kinds::joined);

    public static final Setting<Integer> KEEP = Setting.of(
                    "keep",
                    Kinds.ONE_OR_MORE,
                    "keep 5",
                    "How many good releases' images stay on its hosts, the one that runs included, for `dockdsl rollback` without a "
                            + "registry; 5 when not said. Older images that this site brought are removed after a successful apply, "
                            + "unless anything uses them. `defaults { keep 3 }` says it for all containers.")
            .alsoKnownAs("retain_containers", "retain", "revisionHistoryLimit", "history_limit");

    public static final Setting<SortedSet<String>> WITHOUT = Setting.of(
                    "without",
                    Kinds.WORDS,
                    "without 'labels', 'publish'",
                    "Words that `defaults` or, in an environment, the rest of the site say for this container and that shall not count here. "
                            + "What this block says of them counts alone.")
            .alsoKnownAs("reset", "override", "unset", "no_defaults")
            .adding(Kinds::union);

    public static final Setting<SortedSet<String>> TAGS = Setting.of(
                    "tags",
                    Kinds.NAMES,
                    "tags 'web', 'nightly'",
                    "Words by which it can be chosen: `dockdsl apply --tags web` works on the containers with this tag, and on those that "
                            + "use their network, processes or volumes, and leaves all others as they are. They are no labels.")
            .alsoKnownAs("tag")
            .adding(Kinds::union);

    /** What makes a container this one and not another: no default says it. */
    static final List<Word> OF_THE_IMAGE = List.of(IMAGE, BUILD, GATHER);

    public static final Setting<Duration> DRAIN = Setting.of(
                    "drain",
                    Kinds.DURATION,
                    "drain '10s'",
                    "How long to wait, after the hooks `beforeStop`, before the stop signal is sent, so that load balancers notice. "
                            + "The engine has no way to take a running container off its names without cutting its connections: "
                            + "have a hook tell the load balancer, and give requests under way their time with `stopTimeout`.")
            .alsoKnownAs("drain_timeout", "drainTimeout", "terminationGracePeriodSeconds");

    public static final Setting<Boolean> ESSENTIAL = Setting.of(
                    "essential",
                    Kinds.FLAG,
                    "essential false",
                    "Whether the run fails when this container does. When false, a failure is told and counted as ignored, "
                            + "and what needs the container goes on. True when not said.")
            .alsoKnownAs("ignore_errors", "optional", "required");

    public static final Setting<RolloutPolicy> ROLLOUT_VALUE = Setting.of(
                    "rollout", RolloutWords.KIND, RolloutWords.BLOCK.example(), RolloutWords.BLOCK.doc())
            .layering((below, above) -> above.over(below));

    public static final Setting<Map<Hook.Moment, List<Hook>>> HOOKS_VALUE =
            Setting.of("hooks", HookWords.KIND, HookWords.BLOCK.example(), HookWords.BLOCK.doc());

    /** Every word, in the order of the manual. */
    public static final Block BLOCK = new Block(
            "container",
            "A container, by its name on the hosts. The name is unique in the site and has two characters or more.",
            "container('redis') { on 'db'; image 'redis:7.4.1' }",
            List.of("service", "services", "containers", "docker_container", "app", "task"),
            List.of(
                    ON,
                    IMAGE,
                    BUILD,
                    GATHER,
                    PLATFORM,
                    COMMAND,
                    ENTRYPOINT,
                    ENV,
                    ENV_FILE,
                    PUBLISH,
                    PUBLISH_ALL,
                    EXPOSE,
                    VOLUME,
                    SharingWords.VOLUMES_FROM,
                    ContentWords.FILE,
                    ContentWords.SECRET,
                    LINK,
                    DEPENDS_ON,
                    NETWORKS,
                    SharingWords.NETWORK_MODE,
                    MAC_ADDRESS,
                    EXTRA_HOSTS,
                    RESTART,
                    LABELS,
                    USER,
                    WORKDIR,
                    HOSTNAME,
                    LookupWords.DOMAINNAME,
                    LookupWords.DNS,
                    LookupWords.DNS_SEARCH,
                    LookupWords.DNS_OPTIONS,
                    MEMORY,
                    ResourceWords.MEMORY_SWAP,
                    ResourceWords.MEMORY_RESERVATION,
                    ResourceWords.MEMORY_SWAPPINESS,
                    ResourceWords.OOM_KILL_DISABLE,
                    CPUS,
                    CpuTimeWords.QUOTA,
                    CpuTimeWords.PERIOD,
                    CpuTimeWords.REALTIME_RUNTIME,
                    CpuTimeWords.REALTIME_PERIOD,
                    ResourceWords.CPU_SHARES,
                    ResourceWords.CPUSET,
                    ResourceWords.CPUSET_MEMORY,
                    ResourceWords.PIDS_LIMIT,
                    ResourceWords.OOM_SCORE_ADJ,
                    ResourceWords.ULIMITS,
                    ResourceWords.SHM_SIZE,
                    BlockIoWords.WEIGHT,
                    BlockIoWords.WEIGHTS,
                    BlockIoWords.READ_BYTES,
                    BlockIoWords.WRITE_BYTES,
                    BlockIoWords.READ_OPERATIONS,
                    BlockIoWords.WRITE_OPERATIONS,
                    LogWords.LOG_DRIVER,
                    LogWords.LOG_OPTIONS,
                    ProcessWords.TTY,
                    ProcessWords.STDIN_OPEN,
                    ProcessWords.INIT,
                    ProcessWords.STOP_SIGNAL,
                    ProcessWords.STOP_TIMEOUT,
                    IsolationWords.READ_ONLY,
                    StorageWords.STORAGE_OPTIONS,
                    IsolationWords.TMPFS,
                    IsolationWords.DEVICES,
                    IsolationWords.DEVICE_CGROUP_RULES,
                    DeviceRequestWords.GPUS,
                    IsolationWords.SYSCTLS,
                    IsolationWords.CAP_ADD,
                    IsolationWords.CAP_DROP,
                    IsolationWords.PRIVILEGED,
                    IsolationWords.SECURITY_OPT,
                    IsolationWords.GROUPS,
                    IsolationWords.IPC,
                    IsolationWords.PID,
                    IsolationWords.UTS,
                    IsolationWords.CGROUPNS,
                    IsolationWords.CGROUP_PARENT,
                    IsolationWords.USERNS,
                    IsolationWords.RUNTIME,
                    IsolationWords.ANNOTATIONS,
                    HealthcheckWords.BLOCK,
                    INSTANCES,
                    STATE,
                    ADOPT,
                    PULL,
                    CHECK,
                    KEEP,
                    TAGS,
                    ESSENTIAL,
                    DRAIN,
                    RolloutWords.BLOCK,
                    HookWords.BLOCK,
                    WITHOUT,
                    RecipeWords.USE));

    /** The settings that the engine keeps, in the order of the manual, in which differences are told as well. */
    public static final List<Setting<?>> KEPT =
            settings().filter(setting -> setting.engine().isPresent()).toList();

    /** Those of them of which engines may take no notice. */
    public static final List<Setting<?>> DROPPABLE = KEPT.stream()
            .filter(setting -> setting.engine().orElseThrow().isEverDropped())
            .toList();

    /** Those settings, the engine's or not, that may say what older engines do not know. */
    public static final List<Setting<?>> NEW =
            settings().filter(setting -> !setting.novelties().isEmpty()).toList();

    private ContainerWords() {}

    /** The platform that a container was told, from its inspection; empty when none. */
    public static Optional<String> toldPlatform(Tree inspect) {
        return EngineFields.toldPlatform(inspect);
    }

    private static <E> Predicate<SortedSet<E>> any(Predicate<E> one) {
        return several -> several.stream().anyMatch(one);
    }

    private static Stream<Setting<?>> settings() {
        return Stream.concat(
                BLOCK.words().stream().filter(Setting.class::isInstance).<Setting<?>>map(word -> (Setting<?>) word),
                Stream.of(HEALTHCHECK_VALUE));
    }
}
