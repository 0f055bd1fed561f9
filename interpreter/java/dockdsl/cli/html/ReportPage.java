package dockdsl.cli.html;

import dockdsl.cli.graph.Markup;
import dockdsl.cli.graph.SvgGraph;
import dockdsl.cli.text.Counted;
import dockdsl.cli.text.StatusHost;
import dockdsl.cli.text.StatusRow;
import dockdsl.graph.Arrow;
import dockdsl.graph.Node;
import dockdsl.graph.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A report as one page that asks for nothing: no script, no font, no picture from elsewhere. */
public final class ReportPage {
    private static final DateTimeFormatter TO_THE_MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);
    /** What a browser may load; it holds even when something slipped through the escaping. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'";

    private final FleetReport report;
    private final Html html = new Html();

    private ReportPage(FleetReport report) {
        this.report = report;
    }

    public static String of(FleetReport report) {
        return new ReportPage(report).page();
    }

    static String time(Instant time) {
        return TO_THE_MINUTE.format(time);
    }

    private String page() {
        html.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">\n");
        html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
        html.raw("<title>" + Markup.of(report.site()) + ", " + time(report.at()) + "</title>\n");
        html.raw("<style>\n" + style() + "</style>\n</head>\n<body>\n");
        head();
        html.open("main", "");
        troubles();
        new DriftPart(report, html).add();
        fleet();
        picture();
        new HistoryPart(report, html).add();
        html.close();
        html.open("footer", "").text("Made by dockdsl for " + report.by() + ". It shows what hosts said at that time.");
        return html.close().finished() + "</body>\n</html>\n";
    }

    private static String style() {
        try (InputStream text = ReportPage.class.getResourceAsStream("/dockdsl/report/report.css")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void head() {
        html.open("header", "").open("div", "").with("h1", "", report.site());
        html.with("div", "soft", "As it was at " + time(report.at()));
        html.open("ul", "tiles");
        List<StatusHost> hosts = report.status().hosts();
        List<StatusRow> rows = report.status().rows();
        long answered = hosts.stream().filter(StatusHost::isReachable).count();
        long running =
                rows.stream().filter(row -> row.state().equals("running")).count();
        long declared = rows.stream().filter(StatusRow::isAsDeclared).count();
        long unhealthy =
                rows.stream().filter(row -> row.health().equals("unhealthy")).count();
        tile(answered, hosts.size(), "hosts answer", "bad");
        tile(running, rows.size(), "containers run", "change");
        tile(declared, rows.size(), "as declared", "change");
        tile(rows.size() - unhealthy, rows.size(), "not unhealthy", "bad");
        html.close().close().close();
    }

    private void tile(long good, long all, String what, String otherwise) {
        html.open("li", good == all ? "good" : otherwise);
        html.with("b", "", good + " of " + all).with("span", "soft", what).close();
    }

    private void troubles() {
        if (report.troubles().isEmpty()) {
            return;
        }
        html.with("h2", "", "No news").open("div", "card").open("ul", "rows");
        report.troubles()
                .forEach(trouble ->
                        html.open("li", "").with("span", "wide", trouble).close());
        html.close().close();
    }

    private void fleet() {
        html.with("h2", "", "Fleet");
        for (StatusHost host : report.status().hosts()) {
            List<StatusRow> rows = report.status().rows().stream()
                    .filter(row -> row.host().equals(host.host()))
                    .toList();
            html.open("section", "card").open("div", "head").with("h3", "", host.host());
            html.with("span", "soft small", told(host, rows.size())).close();
            html.open("ul", "rows");
            rows.forEach(this::container);
            html.close().close();
        }
    }

    private static String told(StatusHost host, int containers) {
        if (!host.isReachable()) {
            return host.trouble();
        }
        String engine = host.engine().version().isEmpty()
                ? "no engine"
                : "Docker " + host.engine().version();
        String system = host.machine().map(machine -> ", " + machine.system()).orElse("");
        return engine + system + ", " + Counted.of(containers, "container");
    }

    private void container(StatusRow row) {
        html.open("li", "").with("span", "name", row.name()).open("span", "");
        html.with("span", "mono", row.image());
        String digest = row.digest().isEmpty() ? row.imageId() : row.digest();
        html.with("div", "mono soft", digest).close();
        html.open("span", "").with("span", "tag " + tone(row.state()), row.state());
        if (!row.health().isEmpty()) {
            html.with("span", "tag " + tone(row.health()), row.health());
        }
        if (!row.isAsDeclared() || !row.elsewhere().isEmpty()) {
            html.with("span", "tag change", row.isAsDeclared() ? "differs between hosts" : "not as declared");
        }
        row.since().ifPresent(since -> html.with("div", "soft small", "since " + time(since)));
        html.close().close();
    }

    private static String tone(String state) {
        return switch (state) {
            case "running", "healthy" -> "good";
            case "starting", "created", "restarting", "paused" -> "change";
            default -> "bad";
        };
    }

    private void picture() {
        if (report.graph().places().isEmpty()) {
            return;
        }
        html.with("h2", "", "Who talks to whom");
        html.raw("<div class=\"card picture\" tabindex=\"0\" role=\"region\" aria-label=\"graph\">\n");
        html.raw(SvgGraph.inPage(report.graph(), tones())).raw("</div>\n");
    }

    /** The worst of what is behind a card. */
    private Map<Arrow.End, String> tones() {
        Map<Arrow.End, String> tones = new HashMap<>();
        for (int place = 0; place < report.graph().places().size(); place++) {
            Place drawn = report.graph().places().get(place);
            for (Node node : drawn.nodes()) {
                List<StatusRow> rows = report.status().rows().stream()
                        .filter(row -> drawn.hosts().contains(row.host()) && isOf(row, node))
                        .toList();
                if (!rows.isEmpty()) {
                    tones.put(new Arrow.End(place, node.name()), worst(rows));
                }
            }
        }
        return tones;
    }

    private static boolean isOf(StatusRow row, Node node) {
        return row.name().equals(node.name())
                || row.name().startsWith(node.name() + "-")
                        && row.name().substring(node.name().length() + 1).matches("\\d+");
    }

    private static String worst(List<StatusRow> rows) {
        boolean bad = rows.stream()
                .anyMatch(row -> !row.state().equals("running") || row.health().equals("unhealthy"));
        boolean good = rows.stream().allMatch(StatusRow::isAsDeclared);
        return bad ? "bad" : good ? "good" : "change";
    }
}
