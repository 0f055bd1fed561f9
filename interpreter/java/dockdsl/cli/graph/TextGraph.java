package dockdsl.cli.graph;

import dockdsl.cli.text.Cut;
import dockdsl.cli.text.FoldedNames;
import dockdsl.cli.text.Line;
import dockdsl.cli.text.Tone;
import dockdsl.cli.text.Visible;
import dockdsl.graph.Arrow;
import dockdsl.graph.Node;
import dockdsl.graph.Place;
import dockdsl.graph.SiteGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A graph as a tree of hosts and containers, with arrows to what these use. */
public record TextGraph(SiteGraph graph, int width) {
    private static final int NARROWEST_IMAGE = 12;

    /** @param width of the terminal */
    public static List<Line> of(SiteGraph graph, int width) {
        return new TextGraph(graph, width).lines();
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>(List.of(Line.of(Labels.title(graph))));
        for (int place = 0; place < graph.places().size(); place++) {
            lines.add(Line.EMPTY);
            lines.add(Line.of(Tone.STRONG, hosts(place)));
            addNodes(place, lines);
        }
        addNetworks(lines);
        return lines;
    }

    private void addNodes(int place, List<Line> lines) {
        List<Node> nodes = graph.places().get(place).nodes();
        int names = nodes.stream()
                .mapToInt(node -> Labels.name(node).length())
                .max()
                .orElse(0);
        int ports = nodes.stream().mapToInt(node -> ports(node).length()).max().orElse(0);
        int room = Math.max(NARROWEST_IMAGE, width - "|-- ".length() - names - 2 - (ports == 0 ? 0 : ports + 2));
        int images = Math.min(
                room,
                nodes.stream()
                        .mapToInt(node -> Labels.image(node).length())
                        .max()
                        .orElse(0));
        for (Node node : nodes) {
            boolean last = node.equals(nodes.getLast());
            lines.add(Line.of(Tone.QUIET, last ? "`-- " : "|-- ")
                    .and(Cut.padded(Labels.name(node), names))
                    .and(Tone.QUIET, "  " + image(node, images))
                    .and(Tone.GOOD, ports(node).isEmpty() ? "" : "  " + ports(node)));
            addDetails(new Arrow.End(place, node.name()), node, last ? "    " : "|   ", lines);
        }
    }

    private static String image(Node node, int width) {
        String image = Cut.image(Visible.of(Labels.image(node)), width);
        return ports(node).isEmpty() ? image : Cut.padded(image, width);
    }

    private static String ports(Node node) {
        return node.ports().stream().map(Labels::port).collect(Collectors.joining(", "));
    }

    private void addDetails(Arrow.End end, Node node, String margin, List<Line> lines) {
        List<Line> details = new ArrayList<>();
        graph.from(end).forEach(arrow -> details.add(told(arrow)));
        node.volumes().forEach(volume -> details.add(Line.of("volume " + Visible.of(volume))));
        for (Line detail : details) {
            lines.add(Line.of(Tone.QUIET, margin + (detail == details.getLast() ? "`-" : "|-"))
                    .and(detail.plain().startsWith("volume") ? "- " : "> ")
                    .and(detail));
        }
    }

    private Line told(Arrow arrow) {
        String label = arrow.label().isEmpty() ? "" : " " + arrow.label();
        String where = arrow.isRemote() ? " on " + hosts(arrow.to().place()) : "";
        String kind = arrow.kind() == Arrow.Kind.NEED ? "after " : "";
        return Line.of(Tone.QUIET, kind).and(arrow.to().node()).and(Tone.QUIET, label + where);
    }

    private String hosts(int place) {
        Place all = graph.places().get(place);
        return Visible.of(FoldedNames.of(all.hosts()));
    }

    private void addNetworks(List<Line> lines) {
        Map<String, List<Arrow.End>> networks = graph.networks();
        if (networks.isEmpty()) {
            return;
        }
        int names = networks.keySet().stream().mapToInt(String::length).max().orElse(0);
        lines.add(Line.EMPTY);
        lines.add(Line.of(Tone.STRONG, "Networks"));
        networks.forEach((network, members) -> {
            String margin = Cut.padded(network, names) + "  ";
            for (String line : wrapped(members(members), Math.max(20, width - margin.length()))) {
                lines.add(Line.of(margin).and(Tone.QUIET, line));
                margin = " ".repeat(margin.length());
            }
        });
    }

    /** {@code proxy, shop on web[1-2];}, one for each place. */
    private List<String> members(List<Arrow.End> ends) {
        Map<Integer, String> byPlace = new LinkedHashMap<>();
        ends.forEach(end -> byPlace.merge(end.place(), end.node(), (some, more) -> some + ", " + more));
        List<String> members = new ArrayList<>();
        byPlace.forEach((place, names) -> members.add(names + " on " + hosts(place)));
        return members;
    }

    private static List<String> wrapped(List<String> parts, int width) {
        List<String> lines = new ArrayList<>(List.of(""));
        for (String word : String.join("; ", parts).split(" ")) {
            String last = lines.getLast();
            if (!last.isEmpty() && last.length() + 1 + word.length() > width) {
                lines.add(word);
            } else {
                lines.set(lines.size() - 1, last.isEmpty() ? word : last + " " + word);
            }
        }
        return lines;
    }
}
