package dockdsl.lang;

import dockdsl.model.Inventory;
import dockdsl.model.Site;
import dockdsl.problem.Problem;
import java.util.List;

/**
 * What a site file says.
 *
 * @param inventory the one it was read with, or the one that stands in it
 * @param warnings what to think about
 */
public record SiteFile(Site site, Inventory inventory, List<Problem> warnings) {
    public SiteFile {
        warnings = List.copyOf(warnings);
    }
}
