package dockdsl.cli.json;

import dockdsl.plan.Change;
import dockdsl.plan.Difference;
import dockdsl.plan.Plan;
import dockdsl.plan.Resource;
import dockdsl.plan.Rollout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A plan as JSON. */
public final class PlanDocument {
    private PlanDocument() {}

    public static Map<String, Object> of(Plan plan) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("site", plan.site());
        fields.put("changes", plan.changes().stream().map(PlanDocument::of).toList());
        fields.put(
                "rollouts",
                plan.rollouts().stream()
                        .filter(rollout -> !rollout.container().isEmpty())
                        .map(PlanDocument::of)
                        .toList());
        fields.put(
                "unchanged",
                plan.unchanged().stream()
                        .map(kept -> with(resource(kept.host(), kept.resource()), "why", kept.why()))
                        .toList());
        fields.put(
                "orphans",
                plan.orphans().stream()
                        .map(orphan -> resource(orphan.host(), orphan.resource()))
                        .toList());
        fields.put(
                "divergences",
                plan.divergences().stream()
                        .map(divergence -> with(
                                with(resource(divergence.host(), divergence.resource()), "what", divergence.what()),
                                "remedy",
                                divergence.remedy()))
                        .toList());
        fields.put("unkept", unkept(plan.unkept()));
        fields.put("refusals", plan.refusals().stream().map(PlanDocument::of).toList());
        return fields;
    }

    /** What is declared and engines do not take. */
    public static List<Map<String, Object>> unkept(List<Plan.Unkept> all) {
        return all.stream()
                .map(unkept -> {
                    Map<String, Object> fields = resource(unkept.host(), unkept.resource());
                    fields.put("where", Document.place(unkept.where()));
                    fields.putAll(of(unkept.difference()));
                    return fields;
                })
                .toList();
    }

    static Map<String, Object> resource(String host, Resource resource) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("host", host);
        fields.put("kind", lower(resource.kind()));
        fields.put("name", resource.name());
        return fields;
    }

    static Map<String, Object> subject(Change change) {
        Map<String, Object> fields = resource(change.host(), change.resource());
        if (!change.container().isEmpty()) {
            fields.put("container", change.container());
        }
        change.where().ifPresent(where -> fields.put("where", Document.place(where)));
        return fields;
    }

    private static Map<String, Object> of(Change change) {
        Map<String, Object> fields = subject(change);
        fields.put("verb", lower(change.verb()));
        fields.put("reason", change.reason());
        fields.put("differences", differences(change));
        return fields;
    }

    private static Map<String, Object> of(Rollout rollout) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("container", rollout.container());
        fields.put("wave", rollout.wave());
        fields.put(
                "batches", rollout.batches().stream().map(Rollout.Batch::hosts).toList());
        fields.put("mayFail", rollout.tolerance());
        fields.put("waitSeconds", rollout.pause().toSeconds());
        fields.put("kept", lower(rollout.keep()));
        fields.put("essential", rollout.essential());
        return fields;
    }

    private static List<Map<String, Object>> differences(Change change) {
        return change.differences().stream().map(PlanDocument::of).toList();
    }

    private static Map<String, Object> of(Difference difference) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("setting", difference.setting());
        difference.before().ifPresent(before -> fields.put("before", before));
        difference.after().ifPresent(after -> fields.put("after", after));
        return fields;
    }

    private static Map<String, Object> of(Plan.Refusal refusal) {
        Map<String, Object> fields = with(resource(refusal.host(), refusal.resource()), "what", refusal.what());
        refusal.where().ifPresent(where -> fields.put("where", Document.place(where)));
        return with(fields, "remedy", refusal.remedy());
    }

    private static Map<String, Object> with(Map<String, Object> fields, String name, String value) {
        fields.put(name, value);
        return fields;
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
