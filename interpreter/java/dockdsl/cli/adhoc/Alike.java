package dockdsl.cli.adhoc;

import dockdsl.adhoc.Heard;
import dockdsl.cli.text.FoldedNames;
import dockdsl.cli.text.Line;
import dockdsl.cli.text.Tone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hosts that said the same and ended alike.
 *
 * @param hosts in the order of the inventory
 */
record Alike(List<String> hosts, List<String> lines, int exitCode) {
    private static final String RULE = "-".repeat(15);

    /** Those with most hosts first. Hosts that were not reached are left out. */
    static List<Alike> of(List<String> hosts, Transcript transcript) {
        Map<List<Object>, Alike> groups = new LinkedHashMap<>();
        for (String host : hosts) {
            Heard.End end = transcript.end(host).orElseThrow();
            if (!(end instanceof Heard.Lost) || !transcript.lines(host).isEmpty()) {
                List<String> lines = transcript.lines(host);
                groups.computeIfAbsent(
                                List.of(end.exitCode(), lines),
                                key -> new Alike(new ArrayList<>(), lines, end.exitCode()))
                        .hosts
                        .add(host);
            }
        }
        return groups.values().stream()
                .sorted((a, b) -> Integer.compare(b.hosts.size(), a.hosts.size()))
                .toList();
    }

    String names() {
        return FoldedNames.of(hosts);
    }

    List<Line> heading() {
        Line names = Line.of(Tone.STRONG, names()).and(" (" + hosts.size() + ")");
        return List.of(
                Line.of(Tone.QUIET, RULE),
                exitCode == 0 ? names : names.and(Tone.BAD, " exited with " + exitCode),
                Line.of(Tone.QUIET, RULE));
    }
}
