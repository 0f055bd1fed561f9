package dockdsl.cli.graph;

import dockdsl.cli.text.FoldedNames;
import dockdsl.graph.Arrow;
import dockdsl.graph.Node;
import dockdsl.graph.Place;
import dockdsl.graph.SiteGraph;
import java.util.ArrayList;
import java.util.List;

/** A graph as a Mermaid flowchart (mermaid.js.org), as GitHub and GitLab draw it in Markdown. */
public final class MermaidGraph {
    private MermaidGraph() {}

    public static String of(SiteGraph graph) {
        List<String> lines = new ArrayList<>(List.of("flowchart LR"));
        for (int place = 0; place < graph.places().size(); place++) {
            add(graph.places().get(place), place, lines);
        }
        for (Arrow arrow : graph.arrows()) {
            String line = arrow.kind() == Arrow.Kind.LINK ? "-->" : "-.->";
            String label = arrow.label().isEmpty() ? "" : "|\"" + quoted(arrow.label()) + "\"|";
            lines.add("  " + id(arrow.from(), graph) + " " + line + label + " " + id(arrow.to(), graph));
        }
        return String.join("\n", lines) + "\n";
    }

    private static void add(Place place, int number, List<String> lines) {
        lines.add("  subgraph h%d[\"%s\"]".formatted(number + 1, quoted(FoldedNames.of(place.hosts()))));
        for (int node = 0; node < place.nodes().size(); node++) {
            lines.add("    %s[\"%s\"]"
                    .formatted(id(number, node), label(place.nodes().get(node))));
        }
        lines.add("  end");
    }

    private static String label(Node node) {
        StringBuilder label = new StringBuilder(quoted(Labels.name(node)));
        label.append("<br/>").append(quoted(Labels.image(node)));
        node.ports().forEach(port -> label.append("<br/>").append(quoted(Labels.port(port))));
        return label.toString();
    }

    private static String id(Arrow.End end, SiteGraph graph) {
        Place place = graph.places().get(end.place());
        return id(end.place(), place.nodes().indexOf(place.node(end.node()).orElseThrow()));
    }

    private static String id(int place, int node) {
        return "h" + (place + 1) + "c" + (node + 1);
    }

    /** Whatever could mean something to Mermaid or HTML as its number. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder();
        text.codePoints().forEach(character -> {
            boolean plain = Character.isLetterOrDigit(character) || " ._:/,@[]()-".indexOf(character) >= 0;
            quoted.append(plain ? Character.toString(character) : "#" + character + ";");
        });
        return quoted.toString();
    }
}
