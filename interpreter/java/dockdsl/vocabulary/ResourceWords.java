package dockdsl.vocabulary;

import dockdsl.observed.Facility;
import dockdsl.value.Bytes;
import dockdsl.value.CpuSet;
import dockdsl.value.Swap;
import dockdsl.value.Ulimit;
import java.util.SortedMap;

/** The words of a {@code container} block about how much it may use, beside {@code memory} and {@code cpus}. */
public final class ResourceWords {
    public static final Setting<Swap> MEMORY_SWAP = Setting.of(
                    "memorySwap",
                    ResourceKinds.SWAP,
                    "memorySwap '512m'",
                    "The most memory and swap together, with `memory`: the same size means no swap, unlimited means as much as the host has. "
                            + "Twice the memory when not said. Changed without a new container, but for unlimited.")
            .alsoKnownAs("memory_swap", "memswap_limit", "memoryAndSwap")
            .keptAs(ResourceFields.memorySwap());

    public static final Setting<Bytes> MEMORY_RESERVATION = Setting.of(
                    "memoryReservation",
                    Kinds.SIZE,
                    "memoryReservation '128m'",
                    "What is left to it when the host runs short of memory; less than `memory`. "
                            + "Changed without a new container, removed with one.")
            .alsoKnownAs("memory_reservation", "mem_reservation", "reservations")
            .keptAs(ResourceFields.memoryReservation());

    public static final Setting<Integer> CPU_SHARES = Setting.of(
                    "cpuShares",
                    ResourceKinds.CPU_SHARES,
                    "cpuShares 512",
                    "Its weight among the others when processors are scarce, 2 to 262144; others have 1024. "
                            + "Changed without a new container, removed with one.")
            .alsoKnownAs("cpu_shares", "cpu_weight")
            .keptAs(Fields.hostNumber("CpuShares")
                    .inPlace((before, after) -> after != 0)
                    .needing(Facility.CPU_SHARES));

    public static final Setting<CpuSet> CPUSET = Setting.of(
                    "cpuset",
                    ResourceKinds.CPUSET,
                    "cpuset '0-1'",
                    "The processors it may run on, counted from 0. Changed without a new container, removed with one.")
            .alsoKnownAs("cpuset_cpus", "cpusetCpus", "cpu_set")
            .keptAs(ResourceFields.cpuset());

    public static final Setting<CpuSet> CPUSET_MEMORY = Setting.of(
                    "cpusetMems",
                    ResourceKinds.CPUSET,
                    "cpusetMems 0",
                    "The memory nodes it may use on a host with several of them, counted from 0. "
                            + "Changed without a new container, removed with one.")
            .alsoKnownAs("cpuset_mems")
            .keptAs(ResourceFields.cpusetMemory());

    public static final Setting<Integer> MEMORY_SWAPPINESS = Setting.of(
                    "memorySwappiness",
                    ResourceKinds.SWAPPINESS,
                    "memorySwappiness 10",
                    "How willingly the kernel swaps its memory out, 0 to 100; the host's when not said. "
                            + "A host with cgroup v2 cannot do that and leaves it out, with a warning.")
            .alsoKnownAs("memory_swappiness", "mem_swappiness", "swappiness")
            .keptAs(ResourceFields.memorySwappiness());

    public static final Setting<Boolean> OOM_KILL_DISABLE = Setting.of(
                    "oomKillDisable",
                    Kinds.FLAG,
                    "oomKillDisable true",
                    "Whether the kernel lets it hang rather than kills it when it has used up its `memory`. "
                            + "A host with cgroup v2 cannot do that and leaves it out, with a warning.")
            .alsoKnownAs("oom_kill_disable", "oom_killer")
            .keptAs(Fields.hostFlag("OomKillDisable").keptWherePossible("oomKillDisable"));

    public static final Setting<Integer> PIDS_LIMIT = Setting.of(
                    "pidsLimit",
                    ResourceKinds.PIDS_LIMIT,
                    "pidsLimit 200",
                    "The most processes and threads it may have; unlimited when not said. Changed and removed without a new container.")
            .alsoKnownAs("pids_limit", "pids", "max_pids")
            .keptAs(ResourceFields.pidsLimit());

    public static final Setting<Integer> OOM_SCORE_ADJ = Setting.of(
                    "oomScoreAdj",
                    ResourceKinds.OOM_SCORE,
                    "oomScoreAdj 500",
                    "How willingly the kernel kills it when the host runs out of memory: from -1000, never, to 1000, first.")
            .alsoKnownAs("oom_score_adj", "oom_score")
            .keptAs(Fields.hostNumber("OomScoreAdj"));

    public static final Setting<SortedMap<String, Ulimit>> ULIMITS = Setting.of(
                    "ulimits",
                    ResourceKinds.ULIMITS,
                    "ulimits nofile: '1024:2048', core: 0",
                    "Limits of setrlimit(2) for its processes: one number, or a soft and a hard limit. The engine's when not said.")
            .alsoKnownAs("ulimit")
            .adding(Kinds::merged)
            .keptAs(ResourceFields.ulimits());

    public static final Setting<Bytes> SHM_SIZE = Setting.of(
                    "shmSize",
                    ResourceKinds.AMOUNT,
                    "shmSize '128m'",
                    "How much fits into /dev/shm; the engine's default when not said, usually 64m.")
            .alsoKnownAs("shm_size", "shm")
            .keptAs(ResourceFields.shmSize().defaultOfEngine("shmSize"));

    private ResourceWords() {}
}
