package dockdsl.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dockdsl.value.Bytes;
import dockdsl.value.CpuSet;
import dockdsl.value.Cpus;
import dockdsl.value.Device;
import dockdsl.value.DeviceRequest;
import dockdsl.value.Donor;
import dockdsl.value.Healthcheck;
import dockdsl.value.Mount;
import dockdsl.value.Port;
import dockdsl.value.PublishedPort;
import dockdsl.value.RestartPolicy;
import dockdsl.value.Signal;
import dockdsl.value.Swap;
import dockdsl.value.Tmpfs;
import dockdsl.value.Tree;
import dockdsl.value.Ulimit;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EngineFormTest {
    static Stream<Arguments> values() {
        return Stream.of(
                arguments(ContainerWords.COMMAND, List.of("run", "--fast")),
                arguments(ContainerWords.ENTRYPOINT, List.of("/app")),
                arguments(ContainerWords.PLATFORM, "linux/arm64"),
                arguments(ContainerWords.ENV, new TreeMap<>(Map.of("A", "1", "EMPTY", "", "EQ", "a=b"))),
                arguments(ContainerWords.PUBLISH, Kinds.sorted(PublishedPort.parse("127.0.0.1:80:8080/udp"))),
                arguments(ContainerWords.PUBLISH, Kinds.sorted(PublishedPort.parse("8080"))),
                arguments(ContainerWords.PUBLISH_ALL, true),
                arguments(ContainerWords.EXPOSE, Kinds.sorted(List.of(new Port(53, "udp")))),
                arguments(
                        ContainerWords.VOLUME,
                        Kinds.sorted(List.of(
                                Mount.parse("data:/d:nocopy"),
                                Mount.parse("/s:/t:ro"),
                                Mount.parse("/s:/u:rslave"),
                                Mount.parse("data:/e:Z"),
                                Mount.parse("data:/f:nocopy,subpath=web/static,ro"),
                                Mount.parse("/s:/v:create,recursive=disabled,shared"),
                                Mount.parse("/s:/w:ro,recursive=writable"),
                                Mount.parse("/s:/x:ro,recursive=readonly")))),
                arguments(ContainerWords.MAC_ADDRESS, "02:42:ac:1c:00:09"),
                arguments(ContainerWords.EXTRA_HOSTS, new TreeMap<>(Map.of("db", "10.0.0.1", "six", "fe80::1"))),
                arguments(ContainerWords.RESTART, RestartPolicy.onFailure(3)),
                arguments(ContainerWords.LABELS, new TreeMap<>(Map.of("com.example.tier", "front"))),
                arguments(ContainerWords.USER, "1000:1000"),
                arguments(ContainerWords.WORKDIR, "/srv"),
                arguments(ContainerWords.HOSTNAME, "redis"),
                arguments(ContainerWords.MEMORY, Bytes.parse("64m")),
                arguments(ContainerWords.CPUS, Cpus.parse("0.5")),
                arguments(CpuTimeWords.QUOTA, Duration.ofMillis(50)),
                arguments(CpuTimeWords.PERIOD, Duration.ofNanos(1_500_000)),
                arguments(StorageWords.STORAGE_OPTIONS, new TreeMap<>(Map.of("size", "10g", "other", "1024m"))),
                arguments(
                        DeviceRequestWords.GPUS,
                        Kinds.sorted(List.of(
                                new DeviceRequest(
                                        "", 2, new TreeSet<>(), new TreeSet<>(List.of("gpu")), new TreeMap<>()),
                                new DeviceRequest(
                                        "nvidia",
                                        0,
                                        new TreeSet<>(List.of("0", "GPU-1")),
                                        new TreeSet<>(List.of("compute,gpu", "gpu,video")),
                                        new TreeMap<>(Map.of("a", "b")))))),
                arguments(LookupWords.DOMAINNAME, "example.com"),
                arguments(LookupWords.DNS, List.of("10.0.0.2", "10.0.0.1")),
                arguments(LookupWords.DNS_SEARCH, List.of("b.example", "a.example")),
                arguments(LookupWords.DNS_OPTIONS, Kinds.sorted(List.of("ndots:2"))),
                arguments(ResourceWords.MEMORY_RESERVATION, Bytes.parse("32m")),
                arguments(ResourceWords.CPU_SHARES, 512),
                arguments(ResourceWords.CPUSET, CpuSet.parse("0,2-3")),
                arguments(ResourceWords.PIDS_LIMIT, 100),
                arguments(ResourceWords.PIDS_LIMIT, 0),
                arguments(ResourceWords.OOM_SCORE_ADJ, -100),
                arguments(
                        ResourceWords.ULIMITS,
                        new TreeMap<>(Map.of("nofile", Ulimit.parse("1:2"), "core", Ulimit.parse("unlimited")))),
                arguments(ResourceWords.SHM_SIZE, Bytes.parse("128m")),
                arguments(ResourceWords.CPUSET_MEMORY, CpuSet.parse("0")),
                arguments(ResourceWords.MEMORY_SWAPPINESS, 0),
                arguments(ResourceWords.OOM_KILL_DISABLE, true),
                arguments(IsolationWords.DEVICE_CGROUP_RULES, List.of("c 1:3 r", "b 8:* rw")),
                arguments(IsolationWords.CGROUP_PARENT, "/batch"),
                arguments(BlockIoWords.WEIGHT, 300),
                arguments(BlockIoWords.WEIGHTS, new TreeMap<>(Map.of("/dev/sda", 200))),
                arguments(BlockIoWords.READ_BYTES, new TreeMap<>(Map.of("/dev/sda", Bytes.parse("20m")))),
                arguments(BlockIoWords.WRITE_BYTES, new TreeMap<>(Map.of("/dev/sda", Bytes.parse("1k")))),
                arguments(BlockIoWords.READ_OPERATIONS, new TreeMap<>(Map.of("/dev/sda", 100))),
                arguments(BlockIoWords.WRITE_OPERATIONS, new TreeMap<>(Map.of("/dev/sda", 100, "/dev/sdb", 1))),
                arguments(LogWords.LOG_DRIVER, "local"),
                arguments(LogWords.LOG_OPTIONS, new TreeMap<>(Map.of("max-size", "10m"))),
                arguments(ProcessWords.TTY, true),
                arguments(ProcessWords.STDIN_OPEN, true),
                arguments(ProcessWords.INIT, "true"),
                arguments(ProcessWords.INIT, "false"),
                arguments(ProcessWords.STOP_SIGNAL, Signal.parse("QUIT")),
                arguments(ProcessWords.STOP_TIMEOUT, Duration.ZERO),
                arguments(IsolationWords.READ_ONLY, true),
                arguments(
                        IsolationWords.TMPFS,
                        Kinds.sorted(
                                List.of(Tmpfs.parse("/tmp", "size=64m,mode=1777,noexec"), Tmpfs.parse("/run", "")))),
                arguments(IsolationWords.DEVICES, Kinds.sorted(List.of(Device.parse("/dev/null:/dev/x:mr")))),
                arguments(IsolationWords.SYSCTLS, new TreeMap<>(Map.of("net.core.somaxconn", "64"))),
                arguments(IsolationWords.CAP_ADD, Kinds.sorted(List.of("NET_ADMIN"))),
                arguments(IsolationWords.CAP_DROP, Kinds.sorted(List.of("ALL"))),
                arguments(IsolationWords.PRIVILEGED, true),
                arguments(
                        IsolationWords.SECURITY_OPT,
                        Kinds.sorted(List.of("no-new-privileges", "systempaths=unconfined"))),
                arguments(IsolationWords.GROUPS, Kinds.sorted(List.of("audio"))),
                arguments(IsolationWords.IPC, "host"),
                arguments(IsolationWords.PID, "host"),
                arguments(SharingWords.NETWORK_MODE, "container:db"),
                arguments(SharingWords.VOLUMES_FROM, Kinds.sorted(List.of(Donor.parse("a"), Donor.parse("b:ro")))),
                arguments(IsolationWords.UTS, "host"),
                arguments(IsolationWords.CGROUPNS, "private"),
                arguments(IsolationWords.USERNS, "host"),
                arguments(IsolationWords.RUNTIME, "runsc"),
                arguments(IsolationWords.ANNOTATIONS, new TreeMap<>(Map.of("com.example.a", "1", "b c", ""))),
                arguments(CpuTimeWords.REALTIME_RUNTIME, Duration.ofMillis(95)),
                arguments(CpuTimeWords.REALTIME_PERIOD, Duration.ofSeconds(1)),
                arguments(
                        ContainerWords.HEALTHCHECK_VALUE,
                        new Healthcheck(
                                List.of("CMD", "true"),
                                Duration.ofSeconds(5),
                                Duration.ofMillis(1500),
                                Duration.ZERO,
                                Duration.ofMillis(200),
                                4)));
    }

    @ParameterizedTest
    @MethodSource("values")
    <T> void whatIsToldToTheEngineIsReadBack(Setting<T> setting, T value) {
        EngineForm<T> form = setting.engine().orElseThrow();

        Tree kept = kept(form.into().apply(Tree.EMPTY, value));

        assertThat(form.counted().of(kept, form.seen().apply(kept), Optional.empty()))
                .isEqualTo(value);
    }

    /** The swap is read beside the memory only. */
    @ParameterizedTest
    @CsvSource({"64m, 128m, twice the memory", "64m, 64m, 64m", "64m, 512m, 512m", "64m, -1, unlimited"})
    void swapIsReadBack(String memory, String swap, String shown) {
        Bytes bytes = Bytes.parse(memory);
        Swap declared = Swap.parse(swap).beside(bytes);
        EngineForm<Swap> form = ResourceWords.MEMORY_SWAP.engine().orElseThrow();

        Tree body = ContainerWords.MEMORY.engine().orElseThrow().into().apply(Tree.EMPTY, bytes);
        Tree kept = kept(form.into().apply(body, declared));

        assertThat(form.counted().of(kept, form.seen().apply(kept), Optional.empty()))
                .isEqualTo(declared)
                .hasToString(shown);
    }

    @Test
    void swapThatTheKernelDoesNotCountIsNoDifference() {
        Tree dropped = Tree.EMPTY.with("HostConfig.Memory", 64L << 20).with("HostConfig.MemorySwap", -1);
        EngineForm<Swap> form = ResourceWords.MEMORY_SWAP.engine().orElseThrow();

        assertThat(form.counted().of(dropped, form.seen().apply(dropped), Optional.empty()))
                .isEqualTo(Swap.USUAL);
    }

    @Test
    void whatTheEngineChoseItselfIsNoSetting() {
        Tree chosen = Tree.EMPTY
                .with("HostConfig.LogConfig", Map.of("Type", "local", "Config", Map.of("max-size", "20m")))
                .with("HostConfig.ShmSize", 128L << 20)
                .with("HostConfig.IpcMode", "shareable")
                .with("HostConfig.CgroupnsMode", "private")
                .with("HostConfig.Runtime", "runsc");

        for (Setting<?> setting : ContainerWords.KEPT) {
            assertThat(counted(setting, chosen))
                    .as(setting.name())
                    .isEqualTo(setting.engine().orElseThrow().unset());
        }
    }

    @Test
    void anOptionOfALogDriverCountsWhenItIsDeclaredOrWasTold() {
        EngineForm<SortedMap<String, String>> form =
                LogWords.LOG_OPTIONS.engine().orElseThrow();
        Tree told = form.into().apply(Tree.EMPTY, new TreeMap<>(Map.of("max-file", "3")));
        Tree kept =
                kept(told.with("HostConfig.LogConfig.Config", Map.of("max-file", "3", "max-size", "20m", "tag", "x")));

        assertThat(form.counted()
                        .of(kept, form.seen().apply(kept), Optional.of(new TreeMap<>(Map.of("max-size", "20m")))))
                .containsOnlyKeys("max-file", "max-size");
    }

    @Test
    void anAnnotationOfSomebodyElseIsNoSetting() {
        EngineForm<SortedMap<String, String>> form =
                IsolationWords.ANNOTATIONS.engine().orElseThrow();
        Tree cdi = Tree.EMPTY.with("HostConfig.Annotations", Map.of("cdi.k8s.io/docker", "vendor.com/device=0"));
        Tree both = kept(form.into().apply(Tree.EMPTY, new TreeMap<>(Map.of("ours", "1"))))
                .with("HostConfig.Annotations", Map.of("ours", "2", "theirs", "3"));

        assertThat(counted(IsolationWords.ANNOTATIONS, cdi)).isEmpty();
        assertThat(counted(IsolationWords.ANNOTATIONS, both)).isEqualTo(Map.of("ours", "2"));
    }

    @Test
    void theLabelThatAnEngineGivesPrivilegedContainersIsNoSetting() {
        Tree privileged = Tree.EMPTY
                .with("HostConfig.Privileged", true)
                .with("HostConfig.SecurityOpt", List.of("label=disable", "no-new-privileges:true"));

        assertThat(IsolationWords.SECURITY_OPT.engine().orElseThrow().seen().apply(privileged))
                .containsExactly("no-new-privileges");
    }

    @Test
    void pathsThatAreOpenToThePrivilegedAreNoSetting() {
        Tree open = Tree.EMPTY.with("HostConfig.MaskedPaths", List.of()).with("HostConfig.ReadonlyPaths", List.of());
        EngineForm<?> form = IsolationWords.SECURITY_OPT.engine().orElseThrow();

        assertThat(form.seen().apply(open)).isEqualTo(Kinds.sorted(List.of("systempaths=unconfined")));
        assertThat(form.seen().apply(open.with("HostConfig.Privileged", true))).isEqualTo(Kinds.sorted(List.of()));
        assertThat(form.seen().apply(open.with("HostConfig.MaskedPaths", List.of("/proc/kcore"))))
                .isEqualTo(Kinds.sorted(List.of()));
    }

    private static <T> T counted(Setting<T> setting, Tree inspect) {
        EngineForm<T> form = setting.engine().orElseThrow();
        return form.counted().of(inspect, form.seen().apply(inspect), Optional.empty());
    }

    @Test
    void everyKeptSettingIsTried() {
        assertThat(Stream.concat(values().map(row -> row.get()[0]), Stream.of(ResourceWords.MEMORY_SWAP))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(ContainerWords.KEPT);
    }

    @Test
    void aContainerThatNobodyToldAnythingHasNothingSet() {
        Tree silent = new Tree(Map.of(
                "Id", "0123456789ab" + "0".repeat(52),
                "Config", Map.of("Hostname", "0123456789ab", "WorkingDir", "/"),
                "HostConfig", Map.of("RestartPolicy", Map.of("Name", "", "MaximumRetryCount", 0), "Memory", 0)));

        for (Setting<?> setting : ContainerWords.KEPT) {
            assertThat(setting.engine().orElseThrow().seen().apply(silent))
                    .as(setting.name())
                    .isEqualTo(setting.engine().orElseThrow().unset());
        }
    }

    /** So nobody has to look at a setting of which none of these fields is there. */
    @Test
    void aSettingWithoutTheFieldsThatItIsReadFromIsUnset() {
        Tree everything = everything();
        for (Setting<?> setting : ContainerWords.KEPT) {
            Tree others = everything;
            for (String source : setting.engine().orElseThrow().sources()) {
                others = without(others, source);
            }
            assertUnset(setting, others);
        }
    }

    private static <T> void assertUnset(Setting<T> setting, Tree inspect) {
        EngineForm<T> form = setting.engine().orElseThrow();
        assertThat(counted(setting, inspect)).as(setting.name()).isEqualTo(form.unset());
        assertThat(form.inherited().apply(inspect.tree("Config")))
                .as(setting.name())
                .isEqualTo(form.unset());
    }

    /** What an inspection shows of a container that was told all there is to tell. */
    private static Tree everything() {
        Tree body = Tree.EMPTY;
        for (Arguments row : values().toList()) {
            body = told(body, row);
        }
        return kept(body.with("HostConfig.MemorySwap", 512L << 20))
                .with("NetworkSettings.Networks", Map.of("backend", Map.of("MacAddress", "02:42:ac:1c:00:09")));
    }

    @SuppressWarnings("unchecked") // a row has a value of its setting's type
    private static <T> Tree told(Tree body, Arguments row) {
        Setting<T> setting = (Setting<T>) row.get()[0];
        return setting.engine().orElseThrow().into().apply(body, (T) row.get()[1]);
    }

    private static Tree without(Tree inspect, String source) {
        String[] path = source.split("\\.");
        Map<String, Object> rest = new LinkedHashMap<>(inspect.map(path[0]));
        rest.remove(path[1]);
        return inspect.with(path[0], rest);
    }

    @Test
    void mountsOfOldContainersAreReadFromBinds() {
        Tree old = Tree.EMPTY.with("HostConfig.Binds", List.of("data:/d:z,ro", "/s//:/t"));

        assertThat(ContainerWords.VOLUME.engine().orElseThrow().seen().apply(old))
                .containsExactly(Mount.parse("data:/d:ro,z"), Mount.parse("/s:/t"));
    }

    @Test
    void whatOthersToldAnEngineIsReadToo() {
        Tree strange = Tree.EMPTY
                .with(
                        "HostConfig.PortBindings",
                        Map.of("80/tcp", List.of(Map.of("HostIp", "0:0::1", "HostPort", "8000-8001"))))
                .with("HostConfig.ExtraHosts", List.of("six:fe80:0::1", "four=10.0.0.1"))
                .with("HostConfig.Dns", List.of("FD00:0::1"))
                .with("HostConfig.Tmpfs", Map.of("/run", "rw,noexec"));

        assertThat(ContainerWords.PUBLISH.engine().orElseThrow().seen().apply(strange))
                .extracting(PublishedPort::toString)
                .containsExactly("[::1]:8000:80", "[::1]:8001:80");
        assertThat(ContainerWords.EXTRA_HOSTS.engine().orElseThrow().seen().apply(strange))
                .isEqualTo(Map.of("six", "fe80::1", "four", "10.0.0.1"));
        assertThat(LookupWords.DNS.engine().orElseThrow().seen().apply(strange)).containsExactly("fd00::1");
        assertThat(IsolationWords.TMPFS.engine().orElseThrow().seen().apply(strange))
                .containsExactly(Tmpfs.parse("/run", "noexec"));
    }

    @Test
    void mountsThatAreNoneHereAreNoSetting() {
        Tree adopted = Tree.EMPTY.with(
                "HostConfig.Mounts",
                List.of(
                        Map.of("Type", "tmpfs", "Target", "/run"),
                        Map.of("Type", "volume", "Target", "/data"),
                        Map.of("Type", "image", "Source", "models:1", "Target", "/models")));

        assertThat(ContainerWords.VOLUME.engine().orElseThrow().seen().apply(adopted))
                .isEmpty();
    }

    @Test
    void anonymousVolumesAreNoSetting() {
        Tree carried = Tree.EMPTY.with(
                "HostConfig.Mounts", List.of(Map.of("Type", "volume", "Source", "a".repeat(64), "Target", "/data")));

        assertThat(ContainerWords.VOLUME.engine().orElseThrow().seen().apply(carried))
                .isEmpty();
    }

    @Test
    void aHostNameThatCameWithAnothersNetworkIsNoSetting() {
        EngineForm<String> form = ContainerWords.HOSTNAME.engine().orElseThrow();
        Tree hosts = Tree.EMPTY.with("Config.Hostname", "web1").with("HostConfig.NetworkMode", "host");
        Tree told = form.into().apply(Tree.EMPTY.with("HostConfig.NetworkMode", "host"), "web1");

        assertThat(form.seen().apply(hosts)).isEmpty();
        assertThat(form.seen().apply(hosts.with("HostConfig.NetworkMode", "container:abc")))
                .isEmpty();
        assertThat(form.seen().apply(kept(told))).isEqualTo("web1");
    }

    @Test
    void ourOwnLabelsAreNoSetting() {
        Tree ours = Tree.EMPTY.with("Config", Map.of("Labels", Map.of("dockdsl.site", "shop", "team", "web")));

        assertThat(ContainerWords.LABELS.engine().orElseThrow().seen().apply(ours))
                .containsOnlyKeys("team");
    }

    /** What an inspection shows of a container that was created with this body. */
    private static Tree kept(Tree body) {
        return new Tree(Map.of("Id", "f".repeat(64), "Config", body.fields(), "HostConfig", body.map("HostConfig")));
    }
}
