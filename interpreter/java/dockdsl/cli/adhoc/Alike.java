package dockdsl.cli.adhoc;

import dockdsl.adhoc.Heard;
import dockdsl.adhoc.Place;
import dockdsl.cli.text.FoldedNames;
import dockdsl.cli.text.Line;
import dockdsl.cli.text.Tone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Places that said the same and ended alike.
 *
 * @param places in the order of the inventory
 */
record Alike(List<Place> places, List<String> lines, int exitCode) {
    private static final String RULE = "-".repeat(15);

    /** Those with most places first. Those that were not reached are left out. */
    static List<Alike> of(List<Place> places, Transcript transcript) {
        Map<List<Object>, Alike> groups = new LinkedHashMap<>();
        for (Place place : places) {
            Heard.End end = transcript.end(place).orElseThrow();
            if (!(end instanceof Heard.Lost) || !transcript.lines(place).isEmpty()) {
                List<String> lines = transcript.lines(place);
                groups.computeIfAbsent(
                                List.of(end.exitCode(), lines),
                                key -> new Alike(new ArrayList<>(), lines, end.exitCode()))
                        .places
                        .add(place);
            }
        }
        return groups.values().stream()
                .sorted((a, b) -> Integer.compare(b.places.size(), a.places.size()))
                .toList();
    }

    String names() {
        return FoldedNames.of(places.stream().map(Place::toString).toList());
    }

    List<Line> heading() {
        Line names = Line.of(Tone.STRONG, names()).and(" (" + places.size() + ")");
        return List.of(
                Line.of(Tone.QUIET, RULE),
                exitCode == 0 ? names : names.and(Tone.BAD, " exited with " + exitCode),
                Line.of(Tone.QUIET, RULE));
    }
}
