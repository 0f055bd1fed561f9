package dockdsl.vocabulary;

import dockdsl.observed.Facility;
import dockdsl.value.Bytes;
import dockdsl.value.CpuSet;
import dockdsl.value.Swap;
import dockdsl.value.Tree;
import dockdsl.value.Ulimit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the engine keeps the settings of {@link ResourceWords}. */
final class ResourceFields {
    private static final String MEMORY = "HostConfig.Memory";
    private static final String SWAP = "HostConfig.MemorySwap";
    private static final int HOSTS_SWAPPINESS = -1;
    private static final String PIDS = "HostConfig.PidsLimit";

    private ResourceFields() {}

    /**
     * Follows the memory unless told otherwise. Where the kernel does not count swap the engine drops every limit of it and keeps -1;
     * so -1 is a difference only in a container that was told so, which it has to be when it is made.
     */
    static EngineForm<Swap> memorySwap() {
        return EngineForm.of(
                        SWAP,
                        Swap.USUAL,
                        ResourceFields::swap,
                        (body, swap) -> swap.equals(Swap.UNLIMITED)
                                ? Told.remember(body.with(SWAP, swap.total()), "memorySwap")
                                : body.with(SWAP, swap.total() == 0 ? 2 * body.number(MEMORY) : swap.total()))
                .inPlace((before, after) -> !after.equals(Swap.UNLIMITED))
                .counting((inspect, seen, declared) ->
                        declared.isPresent() ? new Swap(inspect.number(SWAP)) : untold(inspect, seen))
                .needing(Facility.SWAP);
    }

    private static Swap untold(Tree inspect, Swap seen) {
        return seen.equals(Swap.UNLIMITED) && !Told.in(inspect).contains("memorySwap") ? Swap.USUAL : seen;
    }

    /** Without a limit of memory a limit of swap means nothing. */
    private static Swap swap(Tree inspect) {
        Bytes memory = new Bytes(inspect.number(MEMORY));
        return memory.count() == 0 ? Swap.USUAL : new Swap(inspect.number(SWAP)).beside(memory);
    }

    static EngineForm<Bytes> memoryReservation() {
        return bytes("HostConfig.MemoryReservation")
                .inPlace((before, after) -> after.count() != 0)
                .needing(Facility.MEMORY);
    }

    static EngineForm<Bytes> shmSize() {
        return bytes("HostConfig.ShmSize");
    }

    private static EngineForm<Bytes> bytes(String path) {
        return EngineForm.of(
                path,
                Bytes.UNLIMITED,
                inspect -> new Bytes(inspect.number(path)),
                (body, size) -> body.with(path, size.count()));
    }

    static EngineForm<CpuSet> cpuset() {
        return cpuset("HostConfig.CpusetCpus");
    }

    static EngineForm<CpuSet> cpusetMemory() {
        return cpuset("HostConfig.CpusetMems");
    }

    /** The engine keeps nothing for the host's. */
    static EngineForm<Integer> memorySwappiness() {
        String path = "HostConfig.MemorySwappiness";
        return EngineForm.of(
                        path,
                        HOSTS_SWAPPINESS,
                        inspect -> inspect.has(path) ? (int) inspect.number(path) : HOSTS_SWAPPINESS,
                        (body, swappiness) -> body.with(path, swappiness))
                .keptWherePossible("memorySwappiness");
    }

    private static EngineForm<CpuSet> cpuset(String path) {
        return EngineForm.of(
                        path,
                        CpuSet.ANY,
                        inspect -> inspect.text(path).isEmpty() ? CpuSet.ANY : CpuSet.parse(inspect.text(path)),
                        (body, processors) -> body.with(path, processors.toString()))
                .inPlace((before, after) -> !after.equals(CpuSet.ANY))
                .needing(Facility.CPUSET);
    }

    /** The only limit that the engine lifts in place; it keeps nothing, 0 or -1 for none. */
    static EngineForm<Integer> pidsLimit() {
        return EngineForm.of(
                        PIDS,
                        0,
                        inspect -> (int) Math.max(0, inspect.number(PIDS)),
                        (body, limit) -> body.with(PIDS, limit == 0 ? -1 : limit))
                .inPlace((before, after) -> true)
                .needing(Facility.PIDS);
    }

    static EngineForm<SortedMap<String, Ulimit>> ulimits() {
        return EngineForm.of(
                "HostConfig.Ulimits",
                Collections.emptySortedMap(),
                ResourceFields::seenUlimits,
                (body, limits) -> body.with("HostConfig.Ulimits", fields(limits)));
    }

    private static SortedMap<String, Ulimit> seenUlimits(Tree inspect) {
        SortedMap<String, Ulimit> limits = new TreeMap<>();
        for (Tree limit : inspect.trees("HostConfig.Ulimits")) {
            limits.put(limit.text("Name"), new Ulimit(limit.number("Soft"), limit.number("Hard")));
        }
        return Collections.unmodifiableSortedMap(limits);
    }

    private static List<Map<String, Object>> fields(SortedMap<String, Ulimit> limits) {
        return limits.entrySet().stream()
                .map(limit -> Map.<String, Object>of(
                        "Name", limit.getKey(),
                        "Soft", limit.getValue().soft(),
                        "Hard", limit.getValue().hard()))
                .toList();
    }
}
