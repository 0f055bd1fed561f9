package dockdsl.cli.text;

import dockdsl.adhoc.Place;
import dockdsl.observed.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a container uses.
 *
 * @param cpuPercent of one processor: 150 is one and a half
 */
public record UseRow(Place place, double cpuPercent, Sample sample) {

    /** Names and what is used stay as long as there is room for them. */
    private static final List<Table.Column> COLUMNS = List.of(
            Table.Column.cut("HOST", 14, 7).keeping(Table.Side.HOST),
            Table.Column.cut("CONTAINER", 16, 9),
            Table.Column.whole("CPU"),
            Table.Column.whole("MEMORY"),
            Table.Column.whole("LIMIT").spare(5),
            Table.Column.whole("RECEIVED").spare(2),
            Table.Column.whole("SENT").spare(1),
            Table.Column.whole("READ").spare(4),
            Table.Column.whole("WRITTEN").spare(3),
            Table.Column.whole("PROCESSES").spare(6));

    /** @param width of the terminal */
    public static List<Line> table(List<UseRow> rows, int width) {
        if (rows.isEmpty()) {
            return List.of(Line.of("No containers run."));
        }
        Table table = new Table(COLUMNS);
        rows.forEach(row -> table.add(row.cells()));
        return table.lines(width);
    }

    private Span[] cells() {
        double full = 100.0 * sample.memory() / sample.memoryLimit();
        return new Span[] {
            new Span(Tone.STRONG, place.host()),
            new Span(Tone.PLAIN, place.container()),
            new Span(cpuPercent >= 90 ? Tone.CHANGE : Tone.PLAIN, percent(cpuPercent)),
            new Span(full >= 90 ? Tone.BAD : Tone.PLAIN, Bytes.told(sample.memory()) + " (" + percent(full) + ")"),
            new Span(Tone.QUIET, Bytes.told(sample.memoryLimit())),
            new Span(Tone.PLAIN, Bytes.told(sample.received())),
            new Span(Tone.PLAIN, Bytes.told(sample.sent())),
            new Span(Tone.PLAIN, Bytes.told(sample.blocksRead())),
            new Span(Tone.PLAIN, Bytes.told(sample.blocksWritten())),
            new Span(Tone.PLAIN, String.valueOf(sample.processes()))
        };
    }

    private static String percent(double number) {
        return String.format(Locale.ROOT, "%.1f %%", number);
    }

    /** For programs. */
    public static List<Object> fields(List<UseRow> rows) {
        List<Object> all = new ArrayList<>();
        rows.forEach(row -> all.add(row.fields()));
        return all;
    }

    private Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("host", place.host());
        fields.put("container", place.container());
        fields.put("cpuPercent", Math.round(cpuPercent * 10) / 10.0);
        fields.put("memoryBytes", sample.memory());
        fields.put("memoryLimitBytes", sample.memoryLimit());
        fields.put("receivedBytes", sample.received());
        fields.put("sentBytes", sample.sent());
        fields.put("readBytes", sample.blocksRead());
        fields.put("writtenBytes", sample.blocksWritten());
        fields.put("processes", sample.processes());
        return fields;
    }
}
