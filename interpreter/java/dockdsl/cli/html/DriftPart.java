package dockdsl.cli.html;

import dockdsl.cli.text.Digests;
import dockdsl.plan.Change;
import dockdsl.plan.Difference;
import dockdsl.plan.Plan;
import dockdsl.plan.Resource;
import java.util.Locale;

/** How what runs is not as the site file declares it. */
record DriftPart(FleetReport report, Html html) {
    private static final int ENOUGH = 200;

    void add() {
        Plan plan = report.plan();
        html.with("h2", "", "Drift");
        html.open("div", "card");
        if (plan.isEmpty() && plan.isQuiet() && plan.orphans().isEmpty()) {
            String none = report.troubles().isEmpty() ? "Everything is as declared." : "What answered is as declared.";
            html.open("div", "head").with("span", "tag good", none).close();
        }
        html.open("ul", "rows");
        plan.changes().forEach(this::add);
        plan.refusals().forEach(refusal -> note(refusal.host(), refusal.resource(), "bad", "refused", refusal.what()));
        plan.divergences()
                .forEach(other ->
                        note(other.host(), other.resource(), "change", "differs", Digests.shortened(other.what())));
        plan.orphans().forEach(orphan -> note(orphan.host(), orphan.resource(), "change", "orphan", orphan.why()));
        html.close().close();
    }

    private void add(Change change) {
        html.open("li", "").with("span", "name", change.resource().toString());
        html.open("span", "").with("span", "tag change", change.verb().name().toLowerCase(Locale.ROOT));
        html.text(change.reason()).close().with("span", "soft", "on " + change.host());
        if (!change.differences().isEmpty()) {
            html.open("div", "wide small");
            change.differences().forEach(this::add);
            html.close();
        }
        html.close();
    }

    private void add(Difference difference) {
        html.open("div", "difference")
                .with("span", "soft", difference.setting())
                .open("span", "mono");
        html.with("del", "", difference.before().map(DriftPart::shown).orElse("not there"));
        html.text(" \u2192 ");
        html.with("ins", "", difference.after().map(DriftPart::shown).orElse("gone"));
        html.close().close();
    }

    private static String shown(String value) {
        return value.length() <= ENOUGH ? value : value.substring(0, ENOUGH) + "...";
    }

    private void note(String host, Resource resource, String tone, String kind, String what) {
        html.open("li", "").with("span", "name", resource.toString());
        html.open("span", "").with("span", "tag " + tone, kind).text(what).close();
        html.with("span", "soft", "on " + host).close();
    }
}
