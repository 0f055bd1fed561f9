package dockdsl.lang;

import dockdsl.model.Inventory;
import dockdsl.model.Site;

/**
 * What a site file says.
 *
 * @param inventory the one it was read with, or the one that stands in it
 */
public record SiteFile(Site site, Inventory inventory) {}
