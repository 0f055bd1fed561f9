package dockdsl.lang;

import dockdsl.model.Inventory;
import dockdsl.model.Notifier;
import dockdsl.model.Site;
import dockdsl.problem.Problem;
import java.util.List;

/**
 * What a site file says.
 *
 * @param inventory the one it was read with, or the one that stands in it
 * @param notifiers those who are told of runs
 * @param warnings what to think about
 */
public record SiteFile(Site site, Inventory inventory, List<Notifier> notifiers, List<Problem> warnings) {
    public SiteFile {
        notifiers = List.copyOf(notifiers);
        warnings = List.copyOf(warnings);
    }
}
