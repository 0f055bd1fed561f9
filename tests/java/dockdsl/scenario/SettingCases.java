package dockdsl.scenario;

import dockdsl.observed.Generation;
import dockdsl.vocabulary.BlockIoWords;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.CpuTimeWords;
import dockdsl.vocabulary.DeviceRequestWords;
import dockdsl.vocabulary.IsolationWords;
import dockdsl.vocabulary.LogWords;
import dockdsl.vocabulary.LookupWords;
import dockdsl.vocabulary.ProcessWords;
import dockdsl.vocabulary.ResourceWords;
import dockdsl.vocabulary.Setting;
import dockdsl.vocabulary.SharingWords;
import dockdsl.vocabulary.StorageWords;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** For each setting that an engine keeps: a value, another spelling of it, and another value. */
final class SettingCases {
    /** What the change from the first value to the second one takes. */
    enum Change {
        IN_PLACE,
        RECREATE,
        /** The kernel of the lab does not have it, and the engine drops it. */
        NONE
    }

    /**
     * One container that lives through all spellings.
     *
     * @param always what it says beside the setting, from beginning to end
     */
    record Case(Setting<?> setting, String always, String first, String respelled, String second, Change change) {
        Case with(String companion) {
            return new Case(setting, companion, first, respelled, second, change);
        }

        String container() {
            return "set-" + EVER.indexOf(this) + "-" + setting.name();
        }

        @Override
        public String toString() {
            return setting.name();
        }
    }

    static final List<Case> ALL = List.of(
            recreated(
                            ContainerWords.COMMAND,
                            "command '/bin/sleep 3600'",
                            "command '/bin/sleep', 3600",
                            "command '/bin/serve'")
                    .with("stopTimeout 0"),
            recreated(
                            ContainerWords.ENTRYPOINT,
                            "entrypoint '/bin/sh'",
                            "entrypoint(['/bin/sh'])",
                            "entrypoint '/bin/sh', '-e'")
                    .with("command '/bin/serve'"),
            recreated(ContainerWords.PLATFORM, "platform 'linux/amd64'", "platform 'x86_64'", "")
                    .with("networkMode 'none'; command '/bin/sleep 3600'; stopTimeout 0"),
            recreated(ContainerWords.ENV, "env A: 'x', B: 1", "env 'B=1'; env([A: 'x'])", "env A: 'x', B: 2"),
            recreated(
                    ContainerWords.PUBLISH,
                    "publish '18080:80'",
                    "publish '0.0.0.0:18080:80/tcp'",
                    "publish '127.0.0.1:18080:80'"),
            recreated(ContainerWords.PUBLISH_ALL, "publishAll true", "publishAll()", "publishAll false")
                    .with("expose 9090"),
            recreated(ContainerWords.EXPOSE, "expose 9090", "expose '9090/tcp'", "expose '9090/udp'"),
            recreated(
                    ContainerWords.EXPOSE, "expose '9090-9092'", "expose 9091, 9092, '9090/tcp'", "expose 9090, 9092"),
            recreated(
                    ContainerWords.VOLUME,
                    "volume '/srv:/data'",
                    "volume '/srv', at: '/data/'",
                    "volume '/srv', at: '/data', readOnly: true"),
            recreated(
                    ContainerWords.VOLUME,
                    "volume 'data', at: '/data', options: 'nocopy'",
                    "volume 'data:/data:rw,nocopy'",
                    "volume 'data:/data:z'"),
            recreated(
                    ContainerWords.VOLUME,
                    "volume '/srv', at: '/data', recursive: 'disabled'",
                    "volume '/srv', at: '/data', options: 'bind-nonrecursive'",
                    "volume '/srv', at: '/data', recursive: 'enabled'"),
            recreated(
                    SharingWords.VOLUMES_FROM,
                    "volumesFrom 'set-donor'",
                    "volumesFrom 'set-donor:rw'",
                    "volumesFrom 'set-donor:ro'"),
            recreated(
                            SharingWords.NETWORK_MODE,
                            "networkMode container('set-donor')",
                            "networkMode 'container:set-donor'",
                            "networkMode 'none'")
                    .with("command '/bin/sleep 3600'; stopTimeout 0"),
            recreated(SharingWords.NETWORK_MODE, "networkMode 'host'", "networkMode \"${'host'}\"", "")
                    .with("command '/bin/sleep 3600'; stopTimeout 0; hostname 'open'"),
            recreated(
                    ContainerWords.MAC_ADDRESS,
                    "macAddress '02:42:ac:1c:00:09'",
                    "macAddress '02-42-AC-1C-00-09'",
                    "macAddress '02:42:ac:1c:00:0a'"),
            recreated(
                    ContainerWords.EXTRA_HOSTS,
                    "extraHosts db: '10.0.0.1', six: 'fe80::1'",
                    "extraHosts 'six:[fe80:0::1]'; extraHosts([db: '10.0.0.1'])",
                    "extraHosts db: '10.0.0.2', six: 'fe80::1'"),
            inPlace(ContainerWords.RESTART, "restart onFailure(3)", "restart 'on-failure:3'", "restart always"),
            recreated(
                    ContainerWords.LABELS,
                    "labels team: 'web', tier: 1",
                    "labels tier: '1'; labels team: 'web'",
                    "labels team: 'web'"),
            recreated(ContainerWords.USER, "user '0'", "user 0", "user '0:0'"),
            recreated(ContainerWords.WORKDIR, "workdir '/tmp'", "workdir '/tmp/'", "workdir '/www'"),
            recreated(ContainerWords.HOSTNAME, "hostname 'one'", "hostname \"o${'ne'}\"", "hostname 'two'"),
            recreated(
                    LookupWords.DOMAINNAME,
                    "domainname 'one.example'",
                    "domainname \"one.${'example'}\"",
                    "domainname 'two.example'"),
            recreated(
                    LookupWords.DNS,
                    "dns '10.0.0.1', 'fd00::2'",
                    "dns(['10.0.0.1', 'FD00:0::2'])",
                    "dns 'fd00::2', '10.0.0.1'"),
            recreated(
                    LookupWords.DNS_SEARCH,
                    "dnsSearch 'a.example', 'b.example'",
                    "dnsSearch 'a.example'; dnsSearch 'b.example'",
                    "dnsSearch 'b.example'"),
            recreated(
                    LookupWords.DNS_OPTIONS,
                    "dnsOptions 'ndots:2', 'timeout:3'",
                    "dnsOptions 'timeout:3', 'ndots:2'",
                    "dnsOptions 'ndots:2'"),
            inPlace(ContainerWords.MEMORY, "memory '64m'", "memory '65536KiB'", "memory '256m'"),
            inPlace(ResourceWords.MEMORY_SWAP, "memorySwap '96m'", "memorySwap 100663296", "memorySwap '64m'")
                    .with("memory '64m'"),
            inPlace(
                    ContainerWords.MEMORY,
                    "memory '64m'; memorySwap '512m'",
                    "memorySwap '0.5g'; memory '65536k'",
                    "memory '256m'; memorySwap '512m'"),
            recreated(ResourceWords.MEMORY_SWAP, "memorySwap '128m'", "memorySwap 134217728", "memorySwap unlimited")
                    .with("memory '64m'"),
            inPlace(
                    ResourceWords.MEMORY_RESERVATION,
                    "memoryReservation '32m'",
                    "memoryReservation '32MB'",
                    "memoryReservation '48m'"),
            inPlace(ContainerWords.CPUS, "cpus 0.5", "cpus '0.50'", "cpus 1"),
            inPlace(CpuTimeWords.QUOTA, "cpuQuota '50ms'", "cpuQuota 50000", "cpuQuota '0.15s'"),
            inPlace(CpuTimeWords.PERIOD, "cpuPeriod 50000", "cpuPeriod '50ms'", "cpuPeriod '1s'")
                    .with("cpuQuota '25ms'"),
            recreated(
                            CpuTimeWords.REALTIME_RUNTIME,
                            "cpuRealtimeRuntime '95ms'",
                            "cpuRealtimeRuntime 95000",
                            "cpuRealtimeRuntime '50ms'")
                    .with("state stopped"),
            recreated(
                            CpuTimeWords.REALTIME_PERIOD,
                            "cpuRealtimePeriod '1s'",
                            "cpuRealtimePeriod 1000000",
                            "cpuRealtimePeriod '500ms'")
                    .with("state stopped"),
            inPlace(ResourceWords.CPU_SHARES, "cpuShares 512", "cpuShares '512'", "cpuShares 256"),
            inPlace(ResourceWords.CPUSET, "cpuset '0-1'", "cpuset 1, 0", "cpuset 0"),
            recreated(ResourceWords.CPUSET_MEMORY, "cpusetMems 0", "cpusetMems '0'", ""),
            recreated(
                    ResourceWords.MEMORY_SWAPPINESS,
                    "memorySwappiness 0",
                    "memorySwappiness '0'",
                    "memorySwappiness 10"),
            recreated(ResourceWords.OOM_KILL_DISABLE, "oomKillDisable true", "oomKillDisable()", "oomKillDisable false")
                    .with("memory '64m'"),
            recreated(
                    IsolationWords.DEVICE_CGROUP_RULES,
                    "deviceCgroupRules 'c 1:3 r', 'c 1:5 r'",
                    "deviceCgroupRules(['c 1:3 r', 'c 1:5 r'])",
                    "deviceCgroupRules 'c 1:3 r'"),
            recreated(
                            DeviceRequestWords.GPUS,
                            "gpus count: 2, capabilities: ['utility', 'compute']",
                            "gpus 'count=2,\"capabilities=compute,utility\"'",
                            "gpus ids: ['0', '1'], driver: 'nvidia'")
                    .with("state stopped"),
            recreated(DeviceRequestWords.GPUS, "gpus 'all'", "gpus all", "gpus 1")
                    .with("state stopped"),
            recreated(
                    IsolationWords.CGROUP_PARENT,
                    "cgroupParent '/batch'",
                    "cgroupParent \"/${'batch'}\"",
                    "cgroupParent '/other'"),
            inPlace(ResourceWords.PIDS_LIMIT, "pidsLimit 100", "pidsLimit '100'", "pidsLimit unlimited"),
            recreated(ResourceWords.OOM_SCORE_ADJ, "oomScoreAdj 500", "oomScoreAdj '500'", "oomScoreAdj 600"),
            recreated(
                    ResourceWords.ULIMITS,
                    "ulimits nofile: '512:1024', core: 0",
                    "ulimits core: '0:0'; ulimits 'nofile=512:1024'",
                    "ulimits nofile: 512, core: 0"),
            recreated(
                            ResourceWords.ULIMITS,
                            "ulimits memlock: -1",
                            "ulimits memlock: 'unlimited:unlimited'",
                            "ulimits memlock: '65536:-1'")
                    .with("state stopped"),
            recreated(ResourceWords.SHM_SIZE, "shmSize '128m'", "shmSize '0.125g'", "shmSize '32m'"),
            new Case(BlockIoWords.WEIGHT, "", "blkioWeight 300", "blkioWeight '300'", "blkioWeight 400", Change.NONE),
            new Case(
                    BlockIoWords.WEIGHTS,
                    "",
                    "blkioWeightDevice '/dev/lab': 300",
                    "blkioWeightDevice '/dev/lab=300'",
                    "blkioWeightDevice '/dev/lab': 400",
                    Change.NONE),
            recreated(
                    BlockIoWords.READ_BYTES,
                    "deviceReadBps '/dev/lab': '20m'",
                    "deviceReadBps '/dev/lab': '20480kb'",
                    "deviceReadBps '/dev/lab': '10m'"),
            recreated(
                    BlockIoWords.WRITE_BYTES,
                    "deviceWriteBps '/dev/lab': '1g'",
                    "deviceWriteBps(['/dev/lab': '1024m'])",
                    "deviceWriteBps '/dev/lab': '2g'"),
            recreated(
                    BlockIoWords.READ_OPERATIONS,
                    "deviceReadIops '/dev/lab': 1000",
                    "deviceReadIops '/dev/lab=1000'",
                    "deviceReadIops '/dev/lab': 2000"),
            recreated(
                    BlockIoWords.WRITE_OPERATIONS,
                    "deviceWriteIops '/dev/lab': 1000",
                    "deviceWriteIops '/dev/lab': '1000'",
                    "deviceWriteIops '/dev/lab': 2000"),
            recreated(LogWords.LOG_DRIVER, "logDriver 'local'", "logDriver \"lo${'cal'}\"", "logDriver 'none'"),
            recreated(
                    LogWords.LOG_OPTIONS,
                    "logOptions 'max-size': '10m', 'max-file': 3",
                    "logOptions 'max-file': '3'; logOptions 'max-size': '10m'",
                    "logOptions 'max-size': '10m'"),
            recreated(
                            LogWords.LOG_OPTIONS,
                            "logOptions mode: 'non-blocking'",
                            "logOptions 'mode': \"non-${'blocking'}\"",
                            "logOptions mode: 'blocking'")
                    .with("logDriver 'json-file'"),
            recreated(ProcessWords.TTY, "tty true", "tty()", "tty false"),
            recreated(ProcessWords.STDIN_OPEN, "stdinOpen true", "stdinOpen()", "stdinOpen false"),
            recreated(ProcessWords.INIT, "init true", "init()", "init false"),
            recreated(ProcessWords.STOP_SIGNAL, "stopSignal 'SIGINT'", "stopSignal 2", "stopSignal 'USR1'")
                    .with("stopTimeout '1s'"),
            recreated(ProcessWords.STOP_SIGNAL, "stopSignal 'SIGRTMIN+3'", "stopSignal 37", "stopSignal 'RTMAX-2'")
                    .with("stopTimeout 0"),
            recreated(ProcessWords.STOP_TIMEOUT, "stopTimeout '90s'", "stopTimeout '1m30s'", "stopTimeout 0"),
            recreated(IsolationWords.READ_ONLY, "readOnly true", "readOnly()", "readOnly false"),
            recreated(
                    IsolationWords.TMPFS,
                    "tmpfs '/tmp', size: '64m', mode: '0777'",
                    "tmpfs '/tmp/:rw,mode=777,size=65536k'",
                    "tmpfs '/tmp', size: '32m', mode: '777'"),
            recreated(
                    IsolationWords.DEVICES,
                    "devices '/dev/null:/dev/x:rw'",
                    "devices '/dev/null:/dev/x:wr'",
                    "devices '/dev/null:/dev/x'"),
            recreated(
                    IsolationWords.SYSCTLS,
                    "sysctls 'net.ipv4.ip_default_ttl': 32",
                    "sysctls(['net.ipv4.ip_default_ttl': '32'])",
                    "sysctls 'net.ipv4.ip_default_ttl': 33"),
            recreated(
                    IsolationWords.CAP_ADD,
                    "capAdd 'NET_ADMIN', 'SYS_TIME'",
                    "capAdd 'cap_sys_time'; capAdd 'CAP_NET_ADMIN'",
                    "capAdd 'NET_ADMIN'"),
            recreated(
                    IsolationWords.CAP_DROP,
                    "capDrop 'MKNOD'",
                    "capDrop 'cap_mknod'",
                    "capDrop 'MKNOD', 'AUDIT_WRITE'"),
            recreated(IsolationWords.PRIVILEGED, "privileged true", "privileged()", "privileged false")
                    .with("state stopped"),
            recreated(
                            IsolationWords.SECURITY_OPT,
                            "securityOpt 'no-new-privileges', 'label:disable'",
                            "securityOpt 'no-new-privileges:true'",
                            "securityOpt 'no-new-privileges', 'seccomp=unconfined'")
                    .with("pid 'host'"),
            recreated(
                    IsolationWords.SECURITY_OPT,
                    "securityOpt 'systempaths=unconfined'",
                    "securityOpt 'systempaths:unconfined'",
                    "securityOpt 'systempaths=unconfined', 'no-new-privileges'"),
            recreated(IsolationWords.GROUPS, "groups 10, 20", "groups '20', '10'", "groups 10"),
            recreated(IsolationWords.IPC, "ipc 'host'", "ipc \"${'host'}\"", "ipc 'shareable'"),
            recreated(IsolationWords.IPC, "ipc container('set-donor')", "ipc 'container:set-donor'", "ipc 'private'"),
            recreated(IsolationWords.PID, "pid container('set-donor')", "pid 'container:set-donor'", "pid 'host'"),
            recreated(IsolationWords.PID, "pid 'host'", "pid \"${'host'}\"", ""),
            recreated(IsolationWords.UTS, "uts 'host'", "uts \"${'host'}\"", ""),
            recreated(IsolationWords.CGROUPNS, "cgroupns 'private'", "cgroupns \"${'private'}\"", "cgroupns 'host'"),
            recreated(IsolationWords.USERNS, "userns 'host'", "userns \"${'host'}\"", ""),
            recreated(
                    IsolationWords.RUNTIME,
                    "runtime 'io.containerd.runc.v2'",
                    "runtime \"io.containerd.runc.${'v2'}\"",
                    "runtime 'runc'"),
            recreated(
                    ContainerWords.HEALTHCHECK_VALUE,
                    "healthcheck { command 'true'; interval '1s' }",
                    "healthcheck { command(['true']); interval '1000ms' }",
                    "healthcheck { shell 'true'; interval '1s' }"));

    /**
     * Those that only newer engines know.
     *
     * @param since who does
     */
    record NewCase(Generation since, Case what) {
        @Override
        public String toString() {
            return what + " of Docker " + since.docker();
        }
    }

    static final List<NewCase> NEW = List.of(
            new NewCase(
                    Generation.DOCKER_23,
                    recreated(
                            ContainerWords.VOLUME,
                            "volume '/srv/new', at: '/data', create: true",
                            "volume '/srv/new/:/data:bind-create-src'",
                            "volume '/srv/newer', at: '/data', create: true")),
            new NewCase(
                    Generation.DOCKER_24,
                    recreated(
                            IsolationWords.ANNOTATIONS,
                            "annotations 'com.example.tier': 1, team: 'web'",
                            "annotations team: 'web'; annotations(['com.example.tier': '1'])",
                            "annotations 'com.example.tier': 2, team: 'web'")),
            new NewCase(
                    Generation.DOCKER_25,
                    recreated(
                            ContainerWords.HEALTHCHECK_VALUE,
                            "healthcheck { command 'true'; startPeriod '5s'; startInterval '1s' }",
                            "healthcheck { command 'true'; startPeriod '5s'; startInterval '1000ms' }",
                            "healthcheck { command 'true'; startPeriod '5s'; startInterval '2s' }")),
            new NewCase(
                    Generation.DOCKER_25,
                    recreated(
                            ContainerWords.VOLUME,
                            "volume '/srv', at: '/data', readOnly: true, recursive: 'writable'",
                            "volume '/srv:/data:ro', options: ['bind-recursive=writable']",
                            "volume '/srv', at: '/data', readOnly: true")),
            new NewCase(
                    Generation.DOCKER_26,
                    recreated(
                            ContainerWords.VOLUME,
                            "volume 'data', at: '/data', subpath: 'web/static'",
                            "volume 'data', at: '/data', options: 'volume-subpath=./web//static/'",
                            "volume 'data', at: '/data', subpath: 'web'")));

    /** All of them, whatever engine knows them. */
    static final List<Case> EVER =
            Stream.concat(ALL.stream(), NEW.stream().map(NewCase::what)).toList();

    /** What a container says that lends to others what it has. */
    static final String DONOR = "ipc 'shareable'; volume '/srv:/data'";

    /** What the engine of the lab refuses, with a word of the advice that comes with it. */
    static final Map<Setting<?>, String> REFUSED = Map.of(
            StorageWords.STORAGE_OPTIONS, "`pquota`",
            DeviceRequestWords.GPUS, "nvidia-container-toolkit",
            CpuTimeWords.REALTIME_RUNTIME, "`daemon cpuRtRuntime: 950000`");

    private SettingCases() {}

    private static Case recreated(Setting<?> setting, String first, String respelled, String second) {
        return new Case(setting, "", first, respelled, second, Change.RECREATE);
    }

    private static Case inPlace(Setting<?> setting, String first, String respelled, String second) {
        return new Case(setting, "", first, respelled, second, Change.IN_PLACE);
    }
}
