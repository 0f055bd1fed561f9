package dockdsl.cli.graph;

import dockdsl.graph.Arrow;
import dockdsl.graph.Node;
import dockdsl.graph.Place;
import dockdsl.graph.SiteGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Where everything of a graph stands. Places stand in columns, those that use others to the left of them, and containers in columns
 * inside of their place in the same way, so that arrows go to the right. An arrow to the next column is a curve through the gap; any
 * other one goes through lanes that are kept free: below the containers of a place, between places, and below all of them.
 */
final class Layout {
    static final int CARD_WIDTH = 212;
    static final int HEAD = 38;
    private static final int PAD = 16;
    private static final int ROW_GAP = 14;
    private static final int LEAST_GAP = 44;
    private static final int LEAST_PLACE_GAP = 64;
    private static final int PLACE_GAP_BELOW = 26;
    private static final int LANE = 9;
    private static final int LETTER = 6;
    private static final int USUAL_COLUMN = 900;

    private final SiteGraph graph;
    private final int cardHeight;
    private final int top;
    private final List<Columns> columns = new ArrayList<>();
    private final List<List<Integer>> placeColumns = new ArrayList<>();
    private final Map<Integer, Integer> columnOfPlace = new HashMap<>();
    private final SequencedMap<Integer, Box> places = new LinkedHashMap<>();
    private final SequencedMap<Arrow.End, Box> cards = new LinkedHashMap<>();
    private final Map<String, Integer> lanes = new HashMap<>();
    private final int gap;
    private final int placeGap;
    private int width;
    private int height;

    /** @param top how much is kept free above */
    Layout(SiteGraph graph, int top) {
        this.graph = graph;
        this.top = top;
        boolean tall = graph.places().stream()
                .flatMap(place -> place.nodes().stream())
                .anyMatch(node -> !node.ports().isEmpty());
        cardHeight = tall ? 82 : 58;
        gap = Math.max(LEAST_GAP, longestLabel(false) * LETTER + 24);
        placeGap = Math.max(LEAST_PLACE_GAP, longestLabel(true) * LETTER + 24);
        for (int place = 0; place < graph.places().size(); place++) {
            columns.add(Columns.of(graph, place));
        }
        standInColumns();
        stand();
    }

    private int longestLabel(boolean remote) {
        return graph.arrows().stream()
                .filter(arrow -> arrow.isRemote() == remote)
                .mapToInt(arrow -> arrow.label().length())
                .max()
                .orElse(0);
    }

    private void standInColumns() {
        List<Integer> all = new ArrayList<>();
        graph.places().forEach(place -> all.add(all.size()));
        Map<Integer, Integer> ranks = Ranks.of(
                all,
                graph.arrows().stream()
                        .map(arrow ->
                                new Ranks.Use<>(arrow.from().place(), arrow.to().place()))
                        .toList());
        int highest = USUAL_COLUMN + all.stream().mapToInt(this::heightOf).max().orElse(0) / 2;
        for (int rank = 0; columnOfPlace.size() < all.size(); rank++) {
            int room = 0;
            for (int place : all) {
                if (ranks.get(place) == rank) {
                    if (room < heightOf(place)) {
                        placeColumns.add(new ArrayList<>());
                        room = highest;
                    }
                    room -= heightOf(place) + PLACE_GAP_BELOW;
                    placeColumns.getLast().add(place);
                    columnOfPlace.put(place, placeColumns.size() - 1);
                }
            }
        }
    }

    private int heightOf(int place) {
        int rows = columns.get(place).rows();
        int routed = (int)
                graph.arrows().stream().filter(arrow -> usesLane(arrow, place)).count();
        return HEAD + rows * (cardHeight + ROW_GAP) - ROW_GAP + PAD + routed * LANE;
    }

    private int widthOf(int place) {
        return 2 * PAD + columns.get(place).names().size() * (CARD_WIDTH + gap) - gap;
    }

    /** Whether an arrow has to go below the containers of the place. */
    private boolean usesLane(Arrow arrow, int place) {
        if (!arrow.isRemote()) {
            return arrow.from().place() == place && !columns.get(place).isShort(arrow);
        }
        if (arrow.from().place() == place) {
            return cell(arrow.from())[0] != columns.get(place).last();
        }
        return arrow.to().place() == place && cell(arrow.to())[0] != 0;
    }

    private int[] cell(Arrow.End end) {
        return columns.get(end.place()).cells().get(end.node());
    }

    private void stand() {
        int x = PAD;
        for (List<Integer> column : placeColumns) {
            int y = top;
            for (int place : column) {
                Box box = new Box(x, y, widthOf(place), heightOf(place));
                places.put(place, box);
                stand(place, box);
                y = box.bottom() + PLACE_GAP_BELOW;
            }
            height = Math.max(height, y - PLACE_GAP_BELOW);
            x += column.stream().mapToInt(this::widthOf).max().orElse(0) + placeGap;
        }
        width = x - placeGap + PAD;
        long below = graph.arrows().stream().filter(this::goesBelowAll).count();
        height += PAD + (int) below * LANE;
    }

    private void stand(int place, Box box) {
        columns.get(place).cells().forEach((name, cell) -> {
            int x = box.x() + PAD + cell[0] * (CARD_WIDTH + gap);
            int y = box.y() + HEAD + cell[1] * (cardHeight + ROW_GAP);
            cards.put(new Arrow.End(place, name), new Box(x, y, CARD_WIDTH, cardHeight));
        });
    }

    private boolean goesBelowAll(Arrow arrow) {
        return arrow.isRemote()
                && columnOfPlace.get(arrow.to().place())
                        != columnOfPlace.get(arrow.from().place()) + 1;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    Box box(int place) {
        return places.get(place);
    }

    Box card(Arrow.End end) {
        return cards.get(end);
    }

    /** The corners of an arrow's way, from the right side of a card to the left side of another. */
    List<int[]> way(Arrow arrow) {
        Box from = card(arrow.from());
        Box to = card(arrow.to());
        int startY = from.y() + side(from, arrow, true);
        int endY = to.y() + side(to, arrow, false);
        List<int[]> way = new ArrayList<>();
        way.add(new int[] {from.right(), startY});
        if (arrow.isRemote()) {
            leave(arrow, startY, endY, way);
        } else if (!columns.get(arrow.from().place()).isShort(arrow)) {
            int lane = laneBelow(arrow.from().place());
            turn(way, beside(from.right(), "right of " + from.x() + from.y()), lane);
            turn(way, to.x() - PAD / 2 - next("left of " + to.x() + "/" + to.y()) % 2 * 4, endY);
        }
        way.add(new int[] {to.x(), endY});
        return way;
    }

    private void leave(Arrow arrow, int startY, int endY, List<int[]> way) {
        Box place = box(arrow.from().place());
        Box to = card(arrow.to());
        if (cell(arrow.from())[0] != columns.get(arrow.from().place()).last()) {
            Box from = card(arrow.from());
            turn(
                    way,
                    beside(from.right(), "right of " + from.x() + "/" + from.y()),
                    laneBelow(arrow.from().place()));
        }
        int column = columnOfPlace.get(arrow.from().place());
        boolean straight = cell(arrow.to())[0] == 0;
        int entry = straight ? endY : laneBelow(arrow.to().place());
        int out = rightOf(column) + 12 + next("out" + column) * 7 % (placeGap - 24);
        if (goesBelowAll(arrow)) {
            turn(way, out, height - PAD / 2 - next("below all") * LANE);
            out = box(arrow.to().place()).x()
                    - 10
                    - next("in" + columnOfPlace.get(arrow.to().place())) * 7 % 28;
        }
        turn(way, out, entry);
        if (!straight) {
            turn(way, to.x() - 10 - next("left of " + to.x() + "/" + to.y()) % 3 * 6, endY);
        }
    }

    /** To a column of the drawing, and along it to a height. */
    private static void turn(List<int[]> way, int x, int y) {
        way.add(new int[] {x, way.getLast()[1]});
        way.add(new int[] {x, y});
    }

    private int rightOf(int column) {
        return placeColumns.get(column).stream()
                .mapToInt(place -> box(place).right())
                .max()
                .orElse(0);
    }

    private int beside(int x, String key) {
        return x + 10 + next(key) % 4 * 6;
    }

    private int laneBelow(int place) {
        return box(place).bottom() - LANE - next("lane " + place) * LANE;
    }

    private int next(String key) {
        return lanes.merge(key, 1, Integer::sum) - 1;
    }

    /** Arrows of one side of a card share it evenly, those that turn down below the others. */
    private int side(Box card, Arrow arrow, boolean leaving) {
        List<Arrow> all = graph.arrows().stream()
                .filter(other ->
                        leaving ? other.from().equals(arrow.from()) : other.to().equals(arrow.to()))
                .sorted(Comparator.comparing(other -> usesLane(
                        other, leaving ? other.from().place() : other.to().place())))
                .toList();
        return card.height() * (all.indexOf(arrow) + 1) / (all.size() + 1);
    }

    /** What stands at a card. */
    Node node(Arrow.End end) {
        Place place = graph.places().get(end.place());
        return place.node(end.node()).orElseThrow();
    }

    List<Arrow.End> ends() {
        return List.copyOf(cards.sequencedKeySet());
    }
}
