package dockdsl.cli.text;

import dockdsl.adhoc.Place;
import dockdsl.host.ProcessList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/** The processes of containers, as one table. */
public final class ProcessText {
    private ProcessText() {}

    /** @param width of the terminal */
    public static List<Line> of(SequencedMap<Place, ProcessList> lists, int width) {
        if (lists.isEmpty()) {
            return List.of(Line.of("No containers run."));
        }
        Set<String> titles = new LinkedHashSet<>();
        lists.values().forEach(list -> titles.addAll(list.titles()));
        List<Table.Column> columns = new ArrayList<>(List.of(
                Table.Column.cut("HOST", 14, 7).keeping(Table.Side.HOST), Table.Column.cut("CONTAINER", 16, 9)));
        titles.forEach(title -> columns.add(column(title)));
        Table table = new Table(columns);
        lists.forEach((place, list) -> list.processes().forEach(fields -> table.add(row(place, list, fields, titles))));
        return table.lines(width);
    }

    /** As `ps -ef` titles it; what others print may be cut. */
    private static Table.Column column(String title) {
        return switch (title) {
            case "CMD", "COMMAND" -> Table.Column.cut(title, 24, 12);
            case "C" -> Table.Column.whole(title).spare(6);
            case "TTY" -> Table.Column.whole(title).spare(5);
            case "PPID" -> Table.Column.whole(title).spare(4);
            case "STIME" -> Table.Column.whole(title).spare(3);
            case "TIME" -> Table.Column.whole(title).spare(2);
            case "UID", "USER" -> Table.Column.whole(title).spare(1);
            case "PID" -> Table.Column.whole(title);
            default -> Table.Column.cut(title, 8, 8);
        };
    }

    private static Span[] row(Place place, ProcessList list, List<String> fields, Set<String> titles) {
        List<Span> cells = new ArrayList<>();
        cells.add(new Span(Tone.STRONG, place.host()));
        cells.add(new Span(Tone.PLAIN, place.container()));
        for (String title : titles) {
            int index = list.titles().indexOf(title);
            cells.add(new Span(Tone.PLAIN, index < 0 || index >= fields.size() ? "" : fields.get(index)));
        }
        return cells.toArray(Span[]::new);
    }

    /** For programs: each process with its fields by their titles in small letters. */
    public static List<Object> fields(Map<Place, ProcessList> lists) {
        List<Object> all = new ArrayList<>();
        lists.forEach((place, list) -> list.processes().forEach(fields -> {
            Map<String, Object> process = new LinkedHashMap<>();
            process.put("host", place.host());
            process.put("container", place.container());
            for (int i = 0; i < Math.min(fields.size(), list.titles().size()); i++) {
                process.put(list.titles().get(i).toLowerCase(Locale.ROOT), fields.get(i));
            }
            all.add(process);
        }));
        return all;
    }
}
