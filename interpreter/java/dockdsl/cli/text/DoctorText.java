package dockdsl.cli.text;

import dockdsl.doctor.Diagnosis;
import dockdsl.doctor.Finding;
import dockdsl.doctor.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** What the doctor found, for people. */
public final class DoctorText {
    private static final String INDENT = "    ";
    private static final int NARROWEST = 40;
    private static final int WIDEST = 100;

    private DoctorText() {}

    /**
     * @param width of the terminal in columns
     * @param detailed also what is as it should be
     */
    public static List<Line> of(List<Diagnosis> diagnoses, int width, boolean detailed) {
        List<Line> lines = new ArrayList<>();
        int room = Math.max(NARROWEST, Math.min(WIDEST, width)) - 2 * INDENT.length();
        for (List<Diagnosis> alike : alike(diagnoses)) {
            alike.forEach(diagnosis -> lines.add(title(diagnosis)));
            add(alike.getFirst(), room, detailed, lines);
        }
        lines.add(Line.EMPTY);
        lines.add(sum(diagnoses));
        return lines;
    }

    /** Those of whom the same is to be said, together. */
    private static Collection<List<Diagnosis>> alike(List<Diagnosis> diagnoses) {
        return diagnoses.stream()
                .collect(Collectors.groupingBy(
                        diagnosis -> List.of(diagnosis.machine().isEmpty(), diagnosis.findings(), diagnosis.fine()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values();
    }

    private static Line title(Diagnosis diagnosis) {
        Line title = Line.of(Tone.STRONG, diagnosis.machine().isEmpty() ? "this machine" : diagnosis.machine());
        return diagnosis.summary().isEmpty() ? title : title.and(Tone.QUIET, "  " + diagnosis.summary());
    }

    private static void add(Diagnosis diagnosis, int room, boolean detailed, List<Line> lines) {
        diagnosis.findings().forEach(finding -> add(finding, room, lines));
        if (diagnosis.findings().isEmpty()) {
            lines.add(Line.of(INDENT).and(Tone.GOOD, "nothing to be said"));
        }
        if (detailed && !diagnosis.fine().isEmpty()) {
            Wrapped.at(room, "as it should be: " + String.join(", ", diagnosis.fine()))
                    .forEach(line -> lines.add(Line.of(Tone.QUIET, INDENT + line)));
        }
    }

    private static void add(Finding finding, int room, List<Line> lines) {
        String mark = mark(finding.severity());
        List<String> what = Wrapped.at(room, mark + ": " + finding.what());
        lines.add(Line.of(INDENT).and(tone(finding.severity()), what.getFirst()));
        what.stream().skip(1).forEach(line -> lines.add(Line.of(INDENT + INDENT + line)));
        Wrapped.at(room, finding.meaning()).forEach(line -> lines.add(Line.of(Tone.QUIET, INDENT + INDENT + line)));
        Wrapped.at(room, finding.remedy()).forEach(line -> lines.add(Line.of(INDENT + INDENT + line)));
    }

    private static Line sum(List<Diagnosis> diagnoses) {
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = diagnoses.stream()
                    .flatMap(diagnosis -> diagnosis.findings().stream())
                    .filter(finding -> finding.severity() == severity)
                    .count();
            if (count > 0) {
                counts.add(Counted.of((int) count, mark(severity)));
            }
        }
        String found = counts.isEmpty() ? "nothing is wrong" : counts.stream().collect(Collectors.joining(", "));
        String hosts = diagnoses.size() == 1 ? "" : Counted.of(diagnoses.size() - 1, "host") + " and ";
        return Line.of(hosts + "this machine: " + found + ".");
    }

    private static String mark(Severity severity) {
        return switch (severity) {
            case FAILURE -> "failure";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }

    private static Tone tone(Severity severity) {
        return switch (severity) {
            case FAILURE -> Tone.BAD;
            case WARNING -> Tone.CHANGE;
            case NOTE -> Tone.PLAIN;
        };
    }
}
