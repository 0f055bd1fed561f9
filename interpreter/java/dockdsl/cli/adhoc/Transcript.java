package dockdsl.cli.adhoc;

import dockdsl.adhoc.Heard;
import dockdsl.adhoc.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Everything that was heard, by place. */
public final class Transcript {
    private final Map<Place, List<Heard.Said>> said = new ConcurrentHashMap<>();
    private final Map<Place, Heard.End> ends = new ConcurrentHashMap<>();

    void note(Heard heard) {
        switch (heard) {
            case Heard.Said line -> {
                List<Heard.Said> lines = said.computeIfAbsent(line.place(), place -> new ArrayList<>());
                synchronized (lines) {
                    lines.add(line);
                }
            }
            case Heard.End end -> ends.put(end.place(), end);
        }
    }

    /** What one that has ended wrote, standard output and error as they came. */
    List<String> lines(Place place) {
        return said.getOrDefault(place, List.of()).stream()
                .map(Heard.Said::text)
                .toList();
    }

    List<String> lines(Place place, boolean error) {
        return said.getOrDefault(place, List.of()).stream()
                .filter(line -> line.error() == error)
                .map(Heard.Said::text)
                .toList();
    }

    Optional<Heard.End> end(Place place) {
        return Optional.ofNullable(ends.get(place));
    }
}
