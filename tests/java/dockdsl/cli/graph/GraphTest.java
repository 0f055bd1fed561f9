package dockdsl.cli.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.check.SiteChecker;
import dockdsl.cli.Golden;
import dockdsl.cli.text.Line;
import dockdsl.graph.Arrow;
import dockdsl.graph.SiteGraph;
import dockdsl.inventory.InventoryReader;
import dockdsl.lang.ScriptStore;
import dockdsl.lang.SiteFile;
import dockdsl.lang.SiteReader;
import dockdsl.model.Host;
import dockdsl.model.Inventory;
import dockdsl.value.Secret;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class GraphTest {
    @TempDir
    private Path cache;

    private SiteGraph identidock() {
        return graph("playbooks/identidock/site.groovy", "inventory/identidock.groovy");
    }

    private SiteGraph sample(String name) {
        return graph("tests/resources/graph/" + name + ".groovy", null);
    }

    private SiteGraph graph(String file, String inventory) {
        SiteFile site = read(file, inventory);
        return SiteGraph.of(
                site.site(), site.inventory().hosts().stream().map(Host::name).toList());
    }

    private SiteFile read(String file, String inventory) {
        ScriptStore store = new ScriptStore(cache, "test");
        Optional<Inventory> hosts =
                Optional.ofNullable(inventory).map(new InventoryReader(store, origin -> null)::read);
        SiteReader.Rules rules = new SiteReader.Rules(SiteChecker::alone, SiteChecker::together);
        return new SiteReader(store, origin -> Secret.of("secret"), rules)
                .read(Path.of(file), hosts, SiteReader.Options.NONE);
    }

    @Test
    void aSiteIsATreeWithArrows() {
        Golden.check("graph-identidock.txt", TextGraph.of(identidock(), 80));
    }

    @Test
    void aLargeSiteFits80Columns() {
        List<Line> lines = TextGraph.of(sample("big"), 80);

        Golden.check("graph-big.txt", lines);
        assertThat(lines).allSatisfy(line -> assertThat(line.plain()).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void mermaidIsAFlowchartWithAPartForEachHost() {
        Golden.check("graph-identidock.mmd", MermaidGraph.of(identidock()));
    }

    @Test
    void whatMeansSomethingToMermaidIsSpelledOut() {
        Golden.check("graph-hostile.mmd", MermaidGraph.of(sample("hostile")));
    }

    @Test
    void aPictureStaysAsItIs() {
        Golden.check("graph-identidock.svg", SvgGraph.of(identidock()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"big", "hostile"})
    void aPictureIsXmlThatAsksForNothing(String sample) throws Exception {
        String svg = SvgGraph.of(sample(sample));

        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http:", "https:", "<image", "@import");
    }

    @Test
    void nothingStandsOnSomethingElse() {
        SiteGraph graph = sample("big");
        Layout layout = new Layout(graph, 0);
        List<Box> cards = layout.ends().stream().map(layout::card).toList();

        for (Box card : cards) {
            assertThat(cards.stream().filter(other -> overlap(card, other))).containsExactly(card);
            assertThat(card.right()).isLessThan(layout.width());
            assertThat(card.bottom()).isLessThan(layout.height());
        }
        for (int one = 0; one < graph.places().size(); one++) {
            for (int other = 0; other < one; other++) {
                assertThat(overlap(layout.box(one), layout.box(other))).isFalse();
            }
        }
    }

    private static boolean overlap(Box one, Box other) {
        return one.x() < other.right()
                && other.x() < one.right()
                && one.y() < other.bottom()
                && other.y() < one.bottom();
    }

    @Test
    void noArrowRunsThroughACard() {
        SiteGraph graph = sample("big");
        Layout layout = new Layout(graph, 0);

        for (Arrow arrow : graph.arrows()) {
            List<int[]> way = layout.way(arrow);
            for (int at = 1; at < way.size(); at++) {
                Box leg = leg(way.get(at - 1), way.get(at));
                assertThat(layout.ends().stream()
                                .filter(end -> way.size() > 2 && overlap(leg, layout.card(end)))
                                .map(Arrow.End::node))
                        .as(arrow + " at corner " + at)
                        .isEmpty();
            }
        }
    }

    private static Box leg(int[] from, int[] to) {
        return new Box(
                Math.min(from[0], to[0]),
                Math.min(from[1], to[1]),
                Math.abs(to[0] - from[0]),
                Math.abs(to[1] - from[1]));
    }

    @Test
    void hostsThatWereNotAskedForAreDrawnAsFarAsLinksLeadToThem() {
        SiteFile site = read("tests/resources/graph/big.groovy", null);

        SiteGraph graph = SiteGraph.of(site.site(), List.of("app01"));

        assertThat(graph.places())
                .extracting(place -> place.hosts() + " "
                        + place.nodes().stream().map(node -> node.name()).toList())
                .containsExactly(
                        "[app01] [api, auth, vault, queue]", "[ops] [mail]", "[db1] [postgres]", "[db3] [search]");
    }

    @Test
    void aCircleIsDrawnToo() {
        List<Ranks.Use<String>> circle = List.of(
                new Ranks.Use<>("a", "b"),
                new Ranks.Use<>("b", "c"),
                new Ranks.Use<>("c", "b"),
                new Ranks.Use<>("c", "d"));

        Map<String, Integer> ranks = Ranks.of(List.of("a", "b", "c", "d"), circle);

        assertThat(ranks.get("a")).isZero();
        assertThat(ranks.get("d")).isGreaterThan(ranks.get("a"));
    }
}
