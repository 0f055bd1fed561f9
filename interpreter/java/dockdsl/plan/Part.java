package dockdsl.plan;

import dockdsl.model.Selection;
import dockdsl.model.Site;
import dockdsl.plan.Resource.Kind;
import java.util.List;

/** What of a plan is left when only some containers of a site are worked on: whatever others stand on stays as it is. */
record Part(Site site, Selection selection) {
    Plan of(Plan plan) {
        List<Change> changes = plan.changes().stream().filter(this::belongs).toList();
        return new Plan(
                plan.site(),
                changes,
                Rollouts.of(site, changes),
                plan.unchanged(),
                List.of(),
                plan.refusals(),
                plan.divergences(),
                plan.unkept());
    }

    /** New networks and volumes, images, and the containers themselves; not what nobody of them asked for. */
    private boolean belongs(Change change) {
        return switch (change.resource().kind()) {
            case IMAGE -> true;
            case NETWORK, VOLUME -> change.verb() == Verb.CREATE;
            case CONTAINER -> !change.container().isEmpty() || isLeftOver(change);
        };
    }

    /** Left by an interrupted run of one of them, or an instance too many. */
    private boolean isLeftOver(Change change) {
        String base = EngineNames.base(change.resource().name());
        return change.resource().kind() == Kind.CONTAINER
                && (selection.has(change.host(), base)
                        || selection.has(change.host(), base.replaceFirst("-\\d+$", "")));
    }
}
