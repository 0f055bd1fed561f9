package dockdsl.cli.graph;

import dockdsl.graph.Arrow;
import dockdsl.graph.Node;
import dockdsl.graph.SiteGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The containers of one place side by side: on the left those that nobody uses, to the right of each what it uses. */
record Columns(List<List<String>> names) {
    private static final int MOST_ROWS = 8;

    static Columns of(SiteGraph graph, int place) {
        List<String> names =
                graph.places().get(place).nodes().stream().map(Node::name).toList();
        List<Ranks.Use<String>> uses = graph.arrows().stream()
                .filter(arrow -> arrow.from().place() == place && !arrow.isRemote())
                .map(arrow -> new Ranks.Use<>(arrow.from().node(), arrow.to().node()))
                .toList();
        Map<String, Integer> ranks = Ranks.of(names, uses);
        List<List<String>> columns = new ArrayList<>();
        for (int rank = 0; columns.stream().mapToInt(List::size).sum() < names.size(); rank++) {
            int wanted = rank;
            split(names.stream().filter(name -> ranks.get(name) == wanted).toList(), columns);
        }
        return new Columns(columns);
    }

    /** What would be too high becomes several columns of about the same height. */
    private static void split(List<String> column, List<List<String>> columns) {
        int parts = (column.size() + MOST_ROWS - 1) / MOST_ROWS;
        int rows = parts == 0 ? 0 : (column.size() + parts - 1) / parts;
        for (int from = 0; from < column.size(); from += rows) {
            columns.add(column.subList(from, Math.min(column.size(), from + rows)));
        }
    }

    int rows() {
        return names.stream().mapToInt(List::size).max().orElse(0);
    }

    int last() {
        return names.size() - 1;
    }

    /** The column that a container stands in, and its row, by its name. */
    Map<String, int[]> cells() {
        Map<String, int[]> cells = new HashMap<>();
        for (int column = 0; column < names.size(); column++) {
            for (int row = 0; row < names.get(column).size(); row++) {
                cells.put(names.get(column).get(row), new int[] {column, row});
            }
        }
        return cells;
    }

    /** Whether an arrow inside of the place goes to the next column. */
    boolean isShort(Arrow arrow) {
        Map<String, int[]> cells = cells();
        return cells.get(arrow.to().node())[0] == cells.get(arrow.from().node())[0] + 1;
    }
}
