package dockdsl.docker;

import dockdsl.observed.Load;
import dockdsl.observed.Machine;
import dockdsl.value.Tree;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What containers use: {@code GET /containers/ID/stats} without waiting for a second sample, which takes the engine a second for each. */
record Loads(EngineApi api) {

    /** Those that are gone meanwhile are missing. */
    Map<String, Load> of(Collection<String> containers) {
        Map<String, Load> loads = new HashMap<>();
        Batch batch = new Batch(api);
        for (String container : containers) {
            batch.objectOrNone(
                    "ask what the container " + container + " uses",
                    Target.of("containers", container, "stats")
                            .with("stream", false)
                            .with("one-shot", true),
                    stats -> read(stats).ifPresent(load -> loads.put(container, load)),
                    () -> {});
        }
        if (!batch.isEmpty()) {
            batch.send();
        }
        return loads;
    }

    /** Empty for a container that does not run: its answer has no moment, and no memory. */
    static Optional<Load> read(Tree stats) {
        long limit = stats.number("memory_stats.limit");
        if (limit == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Load(
                    Instant.parse(stats.text("read")),
                    Duration.ofNanos(stats.number("cpu_stats.cpu_usage.total_usage")),
                    Math.max(0, stats.number("memory_stats.usage") - droppable(stats.tree("memory_stats.stats"))),
                    limit));
        } catch (DateTimeParseException noMoment) {
            return Optional.empty();
        }
    }

    /** As {@code docker stats} counts: the name is another one with cgroup v1. */
    private static long droppable(Tree memory) {
        return memory.number(memory.has("total_inactive_file") ? "total_inactive_file" : "inactive_file");
    }

    /** @param info the answer of {@code GET /info} */
    static Machine machine(Tree info) {
        return new Machine(
                info.text("OperatingSystem"),
                info.text("Architecture"),
                info.text("KernelVersion"),
                (int) info.number("NCPU"),
                info.number("MemTotal"));
    }
}
