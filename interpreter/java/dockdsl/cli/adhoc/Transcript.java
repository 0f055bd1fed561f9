package dockdsl.cli.adhoc;

import dockdsl.adhoc.Heard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Everything that was heard, by host. */
final class Transcript {
    private final Map<String, List<Heard.Said>> said = new ConcurrentHashMap<>();
    private final Map<String, Heard.End> ends = new ConcurrentHashMap<>();

    void note(Heard heard) {
        switch (heard) {
            case Heard.Said line -> {
                List<Heard.Said> lines = said.computeIfAbsent(line.host(), host -> new ArrayList<>());
                synchronized (lines) {
                    lines.add(line);
                }
            }
            case Heard.End end -> ends.put(end.host(), end);
        }
    }

    /** What a host that has ended wrote, standard output and error as they came. */
    List<String> lines(String host) {
        return said.getOrDefault(host, List.of()).stream().map(Heard.Said::text).toList();
    }

    List<String> lines(String host, boolean error) {
        return said.getOrDefault(host, List.of()).stream()
                .filter(line -> line.error() == error)
                .map(Heard.Said::text)
                .toList();
    }

    Optional<Heard.End> end(String host) {
        return Optional.ofNullable(ends.get(host));
    }
}
