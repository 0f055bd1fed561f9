package dockdsl.docker;

import dockdsl.observed.Sample;
import dockdsl.value.Tree;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What containers use: {@code GET /containers/ID/stats} without a second sample, for which the engine would take a second each. */
record Samples(EngineApi api) {

    /** By the name or Id that was asked for; those that are gone or do not run are missing. */
    Map<String, Sample> of(Collection<String> containers) {
        List<String> ids = List.copyOf(containers);
        List<Call> calls = new ArrayList<>();
        ids.forEach(id -> calls.add(Call.get("ask what the container " + id + " uses", target(id))));
        Map<String, Sample> samples = new HashMap<>();
        if (!calls.isEmpty()) {
            api.readAll(calls, (index, answer) -> {
                if (answer.isSuccess()) {
                    read(JsonReader.object(answer.body())).ifPresent(sample -> samples.put(ids.get(index), sample));
                }
                return index;
            });
        }
        return samples;
    }

    private static Target target(String container) {
        return Target.of("containers", container, "stats").with("stream", false).with("one-shot", true);
    }

    /** Empty for one that does not run: its answer has no moment and no memory. */
    static Optional<Sample> read(Tree stats) {
        try {
            Instant at = Instant.parse(stats.text("read"));
            long limit = stats.number("memory_stats.limit");
            return limit == 0 || at.isBefore(Instant.EPOCH) ? Optional.empty() : Optional.of(sample(stats, at, limit));
        } catch (DateTimeParseException noMoment) {
            return Optional.empty();
        }
    }

    private static Sample sample(Tree stats, Instant at, long limit) {
        long received = 0;
        long sent = 0;
        for (Object network : stats.map("networks").values()) {
            received += Tree.of(network).number("rx_bytes");
            sent += Tree.of(network).number("tx_bytes");
        }
        return new Sample(
                at,
                Duration.ofNanos(stats.number("cpu_stats.cpu_usage.total_usage")),
                Math.max(0, stats.number("memory_stats.usage") - droppable(stats.tree("memory_stats.stats"))),
                limit,
                received,
                sent,
                blocks(stats, "read"),
                blocks(stats, "write"),
                stats.number("pids_stats.current"));
    }

    /** As {@code docker stats} counts: the name is another one with the first version of cgroups. */
    private static long droppable(Tree memory) {
        return memory.number(memory.has("total_inactive_file") ? "total_inactive_file" : "inactive_file");
    }

    private static long blocks(Tree stats, String operation) {
        return stats.trees("blkio_stats.io_service_bytes_recursive").stream()
                .filter(entry -> entry.text("op").equalsIgnoreCase(operation))
                .mapToLong(entry -> entry.number("value"))
                .sum();
    }
}
