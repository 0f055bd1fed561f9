package dockdsl.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What several hosts remember of one site, told together: the newest release first. */
public record History(List<Entry> entries) {
    public History {
        entries = List.copyOf(entries);
    }

    /**
     * A release on all of its hosts.
     *
     * @param run as one of the hosts remembers it, without deeds
     * @param deeds by host, in the order of the inventory
     */
    public record Entry(Release run, SequencedMap<String, List<Deed>> deeds) {
        /** What was done, and on which hosts. @param row what a deed has in common with the same one elsewhere */
        public <T> SequencedMap<T, List<String>> rows(Function<Deed, T> row) {
            SequencedMap<T, List<String>> rows = new LinkedHashMap<>();
            deeds.forEach(
                    (host, all) -> all.forEach(deed -> rows.computeIfAbsent(row.apply(deed), first -> new ArrayList<>())
                            .add(host)));
            return rows;
        }
    }

    /** @param hosts what each host remembers, of any site */
    public static History of(SequencedMap<String, Ledger> hosts, String site) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        hosts.forEach((host, ledger) -> ledger.of(site)
                .releases()
                .forEach(release -> entries.computeIfAbsent(
                                release.id(), id -> new Entry(release.with(List.of()), new LinkedHashMap<>()))
                        .deeds()
                        .put(host, release.deeds())));
        return new History(entries.values().stream()
                .sorted(Comparator.comparing((Entry entry) -> entry.run().id()).reversed())
                .toList());
    }

    /** Only what concerns a container. @param name in the site, or the engine's for one of several instances */
    public History about(String name) {
        Pattern names = Pattern.compile(Pattern.quote(name) + "(-\\d+)?");
        List<Entry> about = new ArrayList<>();
        for (Entry entry : entries) {
            SequencedMap<String, List<Deed>> deeds = new LinkedHashMap<>();
            entry.deeds().forEach((host, all) -> {
                List<Deed> some = all.stream()
                        .filter(deed -> names.matcher(deed.container()).matches())
                        .toList();
                if (!some.isEmpty()) {
                    deeds.put(host, some);
                }
            });
            if (!deeds.isEmpty()) {
                about.add(new Entry(entry.run(), deeds));
            }
        }
        return new History(about);
    }

    /** The newest ones. */
    public History last(int count) {
        return new History(entries.subList(0, Math.min(count, entries.size())));
    }
}
