package dockdsl.cli.html;

import dockdsl.cli.text.Samples;
import dockdsl.cli.text.Status;
import dockdsl.cli.text.StatusHost;
import dockdsl.cli.text.StatusRow;
import dockdsl.graph.Arrow;
import dockdsl.graph.Node;
import dockdsl.graph.Place;
import dockdsl.graph.SiteGraph;
import dockdsl.ledger.Author;
import dockdsl.ledger.Deed;
import dockdsl.ledger.History;
import dockdsl.ledger.Origin;
import dockdsl.ledger.Release;
import dockdsl.ledger.Result;
import dockdsl.observed.EngineInfo;
import dockdsl.observed.Machine;
import dockdsl.value.ImageRef;
import dockdsl.value.PublishedPort;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;

/** Reports to look at. */
public final class Reports {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String DIGEST = "sha256:" + "3f2a9c1d04be5678".repeat(4);
    private static final String EVIL = "<script>alert(1)</script>\"><img src=x onerror='alert(2)'>\u202e\u001b[2J";

    private Reports() {}

    public static FleetReport usual() {
        return of("identidock", "web1", "identidock");
    }

    /** Every name is an attack. */
    public static FleetReport hostile() {
        return of(EVIL, EVIL, EVIL);
    }

    private static FleetReport of(String site, String host, String container) {
        StatusHost answering = new StatusHost(
                host,
                Optional.of("10.0.0.11"),
                new EngineInfo("28.2.2", "1.50"),
                Optional.of(new Machine("Debian GNU/Linux 12 (bookworm)", "x86_64", "6.1.0", 4, 8_000_000_000L)),
                "");
        List<StatusRow> rows = List.of(
                row(host, container, "running", "unhealthy", "2 settings differ"),
                row(host, container + "-2", "exited", "", ""));
        SiteGraph graph = new SiteGraph(
                site,
                List.of(
                        new Place(List.of(host), List.of(node(container), node("dnmonster"))),
                        new Place(List.of("db1"), List.of(node("redis")))),
                List.of(
                        arrow(new Arrow.End(0, container), new Arrow.End(0, "dnmonster"), ""),
                        arrow(new Arrow.End(0, container), new Arrow.End(1, "redis"), "as cache :6379")));
        return new FleetReport(
                site,
                NOW,
                "alice@" + host,
                new Status(List.of(answering, StatusHost.silent("db1", "unreachable")), rows, Map.of()),
                Samples.plan(),
                graph,
                history(site, host, container),
                List.of(),
                List.of("host db1: nobody answers at 10.0.0.21:22"));
    }

    private static StatusRow row(String host, String name, String state, String health, String drift) {
        return new StatusRow(
                host,
                name,
                "registry.example.com/" + name + ":1.0",
                "0112469283ed",
                DIGEST,
                state,
                health,
                Optional.of(NOW.minusSeconds(7300)),
                "",
                drift,
                List.of(),
                List.of());
    }

    private static Node node(String name) {
        return new Node(
                name,
                name + ":1.0",
                1,
                new TreeSet<>(PublishedPort.parse("8080:80")),
                new TreeSet<>(List.of("dockdsl-" + name)),
                List.of());
    }

    private static Arrow arrow(Arrow.End from, Arrow.End to, String label) {
        return new Arrow(from, to, Arrow.Kind.LINK, label);
    }

    private static History history(String site, String host, String container) {
        Release release = new Release(
                "20261121-104501-ab12",
                NOW.minusSeconds(4500),
                "apply",
                site,
                new Author("runner@ci-7", "octocat " + container),
                new Origin("/srv/sites/" + site + ".groovy", "0123456789abcdef", true, "0.1.0"),
                List.of());
        SequencedMap<String, List<Deed>> deeds = new LinkedHashMap<>();
        deeds.put(host, List.of(deed(container, Result.DONE), deed("dnmonster", Result.TAKEN_BACK)));
        return new History(List.of(new History.Entry(release, deeds)));
    }

    private static Deed deed(String container, Result result) {
        return new Deed(
                container,
                "replace",
                List.of("image"),
                result,
                Optional.of(new Deed.Image(ImageRef.parse("app:1.0"), DIGEST, "sha256:01")),
                5,
                Optional.empty());
    }
}
