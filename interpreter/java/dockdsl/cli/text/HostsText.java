package dockdsl.cli.text;

import dockdsl.observed.Machine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hosts with their engines and systems, those that are alike in one line. */
final class HostsText {
    private HostsText() {}

    /** What is told of a host; the same of several. */
    private record Row(String engine, Tone tone, String system, String cpus, String memory) {
        static Row of(StatusHost host) {
            return new Row(
                    engine(host),
                    host.trouble().isEmpty() && !host.engine().version().isEmpty() ? Tone.PLAIN : Tone.BAD,
                    host.machine().map(Machine::system).orElse(""),
                    host.machine()
                            .map(machine -> String.valueOf(machine.cpus()))
                            .orElse(""),
                    host.machine()
                            .map(machine -> Bytes.told(machine.memoryBytes()))
                            .orElse(""));
        }

        private static String engine(StatusHost host) {
            if (!host.trouble().isEmpty()) {
                return host.trouble();
            }
            return host.engine().version().isEmpty() ? "none" : host.engine().version();
        }
    }

    /** Ends with an empty line; no lines for no hosts. */
    static List<Line> of(List<StatusHost> hosts, int width) {
        if (hosts.isEmpty()) {
            return List.of();
        }
        Map<Row, List<String>> rows = new LinkedHashMap<>();
        hosts.forEach(host ->
                rows.computeIfAbsent(Row.of(host), first -> new ArrayList<>()).add(host.host()));
        Table table = new Table(List.of(
                Table.Column.cut("HOSTS", 20, 8),
                Table.Column.cut("ENGINE", 20, 10),
                Table.Column.cut("SYSTEM", 12, 12).spareAtLast(1),
                Table.Column.whole("CPUS").spareAtLast(3),
                Table.Column.whole("MEMORY").spareAtLast(2)));
        rows.forEach((row, names) -> table.add(
                new Span(Tone.STRONG, FoldedNames.of(names)),
                new Span(row.tone(), row.engine()),
                new Span(Tone.PLAIN, Visible.of(row.system())),
                new Span(Tone.PLAIN, row.cpus()),
                new Span(Tone.PLAIN, row.memory())));
        List<Line> lines = new ArrayList<>(table.lines(width));
        lines.add(Line.EMPTY);
        return lines;
    }
}
