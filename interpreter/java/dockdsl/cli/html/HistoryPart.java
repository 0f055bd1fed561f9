package dockdsl.cli.html;

import dockdsl.cli.text.Counted;
import dockdsl.cli.text.Digests;
import dockdsl.cli.text.FoldedNames;
import dockdsl.diary.RunEntry;
import dockdsl.ledger.Deed;
import dockdsl.ledger.History;
import dockdsl.ledger.Release;
import java.util.List;

/** Who deployed what when, as the hosts remember it, and the last runs of this machine. */
record HistoryPart(FleetReport report, Html html) {
    private static final int OPEN = 3;
    private static final int ENOUGH_OF_A_COMMIT = 7;

    void add() {
        html.with("h2", "", "Releases");
        List<History.Entry> entries = report.history().entries();
        if (entries.isEmpty()) {
            html.with("p", "soft", "The hosts remember no release.");
        }
        for (int i = 0; i < entries.size(); i++) {
            add(entries.get(i), i < OPEN);
        }
        if (!report.runs().isEmpty()) {
            runs();
        }
    }

    private void add(History.Entry entry, boolean open) {
        Release run = entry.run();
        html.raw(open ? "<details class=\"card\" open>" : "<details class=\"card\">");
        html.open("summary", "head").with("span", "name", ReportPage.time(run.when()));
        html.with("span", "", run.author().toString());
        html.with("span", "tag" + tone(entry), run.command() + (isGood(entry) ? "" : ", not all of it went well"));
        html.with("span", "soft small mono", run.id() + commit(run)).close();
        html.open("ul", "rows");
        entry.rows(Row::of).forEach(this::add);
        html.close().raw("</details>\n");
    }

    private static boolean isGood(History.Entry entry) {
        return entry.deeds().values().stream().flatMap(List::stream).allMatch(Deed::isDone);
    }

    private static String tone(History.Entry entry) {
        return isGood(entry) ? " good" : " bad";
    }

    private static String commit(Release run) {
        String commit = run.origin().commit();
        if (commit.isEmpty()) {
            return "";
        }
        return ", commit " + commit.substring(0, Math.min(ENOUGH_OF_A_COMMIT, commit.length()))
                + (run.origin().dirty() ? " and more" : "");
    }

    /** What happened to one container, the same on several hosts. */
    private record Row(String container, String change, String result, boolean done, String image, String digest) {
        static Row of(Deed deed) {
            return new Row(
                    deed.container(),
                    deed.change(),
                    deed.result().toString(),
                    deed.isDone(),
                    deed.image().map(image -> image.name().toString()).orElse(""),
                    deed.image()
                            .map(image -> image.digest().isEmpty() ? image.id() : image.digest())
                            .orElse(""));
        }
    }

    private void add(Row row, List<String> hosts) {
        html.open("li", "").open("span", "").with("span", "name", row.container());
        html.with("div", "soft small", "on " + FoldedNames.of(hosts)).close();
        html.open("span", "").with("span", "mono", row.image());
        html.with("div", "mono soft", Digests.shortened(row.digest())).close();
        html.open("span", "").with("span", row.done() ? "tag" : "tag bad", row.change());
        html.text(row.done() ? "" : row.result()).close().close();
    }

    private void runs() {
        html.with("h2", "", "Last runs of this machine").open("div", "card").open("ul", "rows");
        for (RunEntry run : report.runs()) {
            html.open("li", "").with("span", "name", ReportPage.time(run.when()));
            html.with("span", "", run.command() + (run.unattended() ? ", unattended" : "") + ": " + run.result());
            html.with(
                    "span",
                    "soft",
                    Counted.of(run.changes().size(), "change") + (run.why().isEmpty() ? "" : ", " + run.why()));
            html.close();
        }
        html.close().close();
    }
}
