package dockdsl.diary;

import dockdsl.value.Json;
import dockdsl.value.Tree;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Hosts that did not answer lately. From the third time in a row on, a host is left alone for half an hour, then an hour, at most four;
 * as soon as it answers it is a host like others.
 *
 * @param hosts by their names
 */
public record Quarantine(SortedMap<String, Absence> hosts) {
    private static final String FILE = "hosts.json";
    private static final int PATIENCE = 3;
    private static final Duration FIRST_REST = Duration.ofMinutes(30);
    private static final int MOST_DOUBLINGS = 3;

    /** How often in a row, since when, and when it was tried last. */
    public record Absence(int times, Instant since, Instant last) {
        /** When it is worth the next try. */
        public Instant next() {
            if (times < PATIENCE) {
                return last;
            }
            return last.plus(FIRST_REST.multipliedBy(1L << Math.min(times - PATIENCE, MOST_DOUBLINGS)));
        }
    }

    public Quarantine {
        hosts = Collections.unmodifiableSortedMap(new TreeMap<>(hosts));
    }

    /** @param reader of JSON; what it can't read is as good as nothing */
    public static Quarantine read(StateFolder folder, Function<String, Tree> reader) {
        SortedMap<String, Absence> hosts = new TreeMap<>();
        try {
            folder.read(FILE)
                    .map(reader)
                    .orElse(Tree.EMPTY)
                    .fields()
                    .forEach((host, absence) -> hosts.put(host, absence(Tree.of(absence))));
        } catch (RuntimeException unreadable) {
            hosts.clear();
        }
        return new Quarantine(hosts);
    }

    private static Absence absence(Tree fields) {
        return new Absence(
                (int) fields.number("times"), Instant.parse(fields.text("since")), Instant.parse(fields.text("last")));
    }

    /** Those of these hosts that are left alone at this time. A clock that was set back does not keep them there. */
    public SequencedSet<String> resting(Collection<String> names, Instant now) {
        return names.stream()
                .filter(hosts::containsKey)
                .filter(name -> now.isBefore(hosts.get(name).next())
                        && !now.isBefore(hosts.get(name).last()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * What is known after a run. When nobody answered it may be this machine that has no network, so that it counts against none.
     *
     * @param tried the hosts of the run
     * @param silent those of them that did not answer
     */
    public Quarantine after(Collection<String> tried, Collection<String> silent, Instant now) {
        if (silent.containsAll(tried)) {
            return this;
        }
        SortedMap<String, Absence> after = new TreeMap<>(hosts);
        tried.forEach(after::remove);
        for (String host : silent) {
            Absence before = hosts.getOrDefault(host, new Absence(0, now, now));
            after.put(host, new Absence(before.times() + 1, before.since(), now));
        }
        return new Quarantine(after);
    }

    /** @throws IOException when it can't be written */
    public void write(StateFolder folder) throws IOException {
        SequencedMap<String, Object> fields = new LinkedHashMap<>();
        hosts.forEach((host, absence) -> fields.put(
                host,
                Map.of(
                        "times",
                        absence.times(),
                        "since",
                        absence.since().toString(),
                        "last",
                        absence.last().toString())));
        folder.replace(FILE, Json.indented(new Tree(fields)));
    }
}
