package dockdsl.cli.graph;

import dockdsl.cli.text.Counted;
import dockdsl.cli.text.Cut;
import dockdsl.cli.text.FoldedNames;
import dockdsl.graph.Arrow;
import dockdsl.graph.Node;
import dockdsl.graph.Place;
import dockdsl.graph.SiteGraph;
import dockdsl.value.PublishedPort;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A graph as one SVG that needs nothing else, for light and dark. */
public final class SvgGraph {
    private static final int NAME_LETTERS = 21;
    private static final int IMAGE_LETTERS = 29;
    private static final int PORT_LETTERS = 30;
    private static final int TITLE = 64;
    private static final int MARGIN = 16;

    private final SiteGraph graph;
    private final Layout layout;
    private final Map<Arrow.End, String> tones;
    private final Map<Arrow, List<int[]>> ways = new HashMap<>();
    private final StringBuilder svg = new StringBuilder();

    private SvgGraph(SiteGraph graph, int top, Map<Arrow.End, String> tones) {
        this.graph = graph;
        this.layout = new Layout(graph, top);
        this.tones = tones;
    }

    /** A picture of its own, with a title. */
    public static String of(SiteGraph graph) {
        SvgGraph drawing = new SvgGraph(graph, TITLE, Map.of());
        drawing.open(" class=\"dockdsl-graph alone\"");
        drawing.title();
        return drawing.finished();
    }

    /**
     * A part of a page.
     *
     * @param tones {@code good}, {@code change} or {@code bad} for containers of which that is known
     */
    public static String inPage(SiteGraph graph, Map<Arrow.End, String> tones) {
        SvgGraph drawing = new SvgGraph(graph, MARGIN, tones);
        drawing.open(" class=\"dockdsl-graph\"");
        return drawing.finished();
    }

    private void open(String attributes) {
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %2$d\" width=\"%1$d\" height=\"%2$d\""
                .formatted(Math.max(layout.width(), 360), layout.height()));
        svg.append(attributes).append(" role=\"img\">\n<title>").append(Markup.of(Labels.title(graph)));
        svg.append("</title>\n<style>\n").append(style()).append("</style>\n");
        svg.append(
                "<defs><marker id=\"tip\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"7\" markerHeight=\"7\"");
        svg.append(" orient=\"auto\"><path class=\"tip\" d=\"M1 1.5 9 5 1 8.5z\"/></marker></defs>\n");
    }

    private static String style() {
        try (InputStream text = SvgGraph.class.getResourceAsStream("/dockdsl/report/graph.css")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void title() {
        svg.append("<rect class=\"ground\" width=\"100%\" height=\"100%\"/>\n");
        text("title", MARGIN, 32, graph.site());
        text("quiet", MARGIN, 50, Labels.title(graph).substring(graph.site().length() + 2));
    }

    private String finished() {
        for (int place = 0; place < graph.places().size(); place++) {
            draw(graph.places().get(place), layout.box(place));
        }
        graph.arrows().forEach(this::draw);
        layout.ends().forEach(this::draw);
        graph.arrows().forEach(this::label);
        return svg.append("</svg>\n").toString();
    }

    private void draw(Place place, Box box) {
        rectangle("place", box, 14);
        String hosts = FoldedNames.of(place.hosts());
        text("host", box.x() + MARGIN, box.y() + 24, Cut.end(hosts, (box.width() - 2 * MARGIN) / 8));
        if (place.hosts().size() > 1) {
            int x = box.right() - MARGIN;
            svg.append("<text class=\"quiet\" x=\"%d\" y=\"%d\" text-anchor=\"end\">".formatted(x, box.y() + 24));
            svg.append(Counted.of(place.hosts().size(), "host")).append("</text>\n");
        }
    }

    private void draw(Arrow.End end) {
        Node node = layout.node(end);
        Box card = layout.card(end);
        svg.append("<g class=\"card ").append(tones.getOrDefault(end, "plain")).append("\"><title>");
        svg.append(Markup.of(told(end, node))).append("</title>\n");
        if (node.instances() > 1) {
            rectangle("face", new Box(card.x() + 4, card.y() + 4, card.width(), card.height()), 10);
        }
        rectangle("face", card, 10);
        rectangle("mark", new Box(card.x(), card.y() + 12, 4, card.height() - 24), 2);
        int x = card.x() + 16;
        text("name", x, card.y() + 24, Cut.end(Labels.name(node), NAME_LETTERS));
        text("image", x, card.y() + 43, Cut.image(Labels.image(node), IMAGE_LETTERS));
        if (!node.ports().isEmpty()) {
            ports(node, x, card.y() + 54);
        }
        svg.append("</g>\n");
    }

    private String told(Arrow.End end, Node node) {
        Place place = graph.places().get(end.place());
        return "%s on %s%n%s%s%s%nnetworks: %s"
                .formatted(
                        Labels.name(node),
                        FoldedNames.of(place.hosts()),
                        Labels.image(node),
                        node.ports().isEmpty() ? "" : "\nports: " + joined(node.ports()),
                        node.volumes().isEmpty() ? "" : "\nvolumes: " + String.join(", ", node.volumes()),
                        String.join(", ", node.networks()));
    }

    private static String joined(Iterable<PublishedPort> ports) {
        StringBuilder text = new StringBuilder();
        ports.forEach(port -> text.append(text.isEmpty() ? "" : ", ").append(Labels.port(port)));
        return text.toString();
    }

    private void ports(Node node, int from, int y) {
        int x = from;
        int letters = 0;
        for (PublishedPort port : node.ports()) {
            String label = Labels.port(port);
            letters += label.length() + 2;
            boolean fits = letters <= PORT_LETTERS;
            String shown = fits ? label : "...";
            int width = shown.length() * 6 + 12;
            rectangle("pill", new Box(x, y, width, 18), 9);
            text("port", x + 6, y + 13, shown);
            x += width + 6;
            if (!fits) {
                return;
            }
        }
    }

    private void draw(Arrow arrow) {
        String kind = arrow.kind() == Arrow.Kind.LINK ? "link" : "need";
        svg.append("<path class=\"arrow %s\" marker-end=\"url(#tip)\" d=\"%s\"><title>"
                .formatted(kind, path(ways.computeIfAbsent(arrow, layout::way))));
        svg.append(Markup.of(arrow.from().node()
                        + (kind.equals("link") ? " talks to " : " starts after ")
                        + arrow.to().node()
                        + (arrow.label().isEmpty() ? "" : ", " + arrow.label())))
                .append("</title></path>\n");
    }

    private static String path(List<int[]> way) {
        int[] start = way.getFirst();
        int[] end = way.getLast();
        if (way.size() == 2) {
            int bend = Math.max(16, (end[0] - start[0]) / 2);
            return "M%d %dC%d %d %d %d %d %d"
                    .formatted(start[0], start[1], start[0] + bend, start[1], end[0] - bend, end[1], end[0], end[1]);
        }
        String corners = IntStream.range(1, way.size() - 1)
                .mapToObj(at -> corner(way.get(at - 1), way.get(at), way.get(at + 1)))
                .collect(Collectors.joining());
        return "M%d %d%sL%d %d".formatted(start[0], start[1], corners, end[0], end[1]);
    }

    /** A rounded corner; a point that is none gives nothing. */
    private static String corner(int[] before, int[] at, int[] after) {
        int in = Math.abs(at[0] - before[0]) + Math.abs(at[1] - before[1]);
        int out = Math.abs(after[0] - at[0]) + Math.abs(after[1] - at[1]);
        int radius = Math.min(8, Math.min(in, out) / 2);
        int[] from = towards(at, before, radius);
        int[] to = towards(at, after, radius);
        return "L%d %dQ%d %d %d %d".formatted(from[0], from[1], at[0], at[1], to[0], to[1]);
    }

    private static int[] towards(int[] from, int[] to, int distance) {
        return new int[] {
            from[0] + Integer.signum(to[0] - from[0]) * distance, from[1] + Integer.signum(to[1] - from[1]) * distance
        };
    }

    /** In the gap before the card that the arrow ends at. */
    private void label(Arrow arrow) {
        if (!arrow.label().isEmpty()) {
            int[] end = ways.get(arrow).getLast();
            svg.append("<text class=\"label\" text-anchor=\"end\" x=\"%d\" y=\"%d\">"
                    .formatted(end[0] - (arrow.isRemote() ? 30 : 12), end[1] - 5));
            svg.append(Markup.of(arrow.label())).append("</text>\n");
        }
    }

    private void rectangle(String kind, Box box, int radius) {
        svg.append("<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\"/>%n"
                .formatted(kind, box.x(), box.y(), box.width(), box.height(), radius));
    }

    private void text(String kind, int x, int y, String text) {
        svg.append("<text class=\"%s\" x=\"%d\" y=\"%d\">".formatted(kind, x, y));
        svg.append(Markup.of(text)).append("</text>\n");
    }
}
