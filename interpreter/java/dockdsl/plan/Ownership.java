package dockdsl.plan;

import dockdsl.model.Site;
import dockdsl.observed.ObservedContainer;

/** Which containers a site may change: those with its label, and those without an owner that it adopts by name. */
public final class Ownership {
    private Ownership() {}

    public static boolean isOurs(Site site, String host, ObservedContainer container) {
        return container.belongsTo(site.name()) || isAdopted(site, host, container);
    }

    /** Whether nothing but the site's file says that it is the site's. */
    public static boolean isAdopted(Site site, String host, ObservedContainer container) {
        return container.site().isEmpty()
                && site.on(host).stream()
                        .anyMatch(
                                spec -> spec.adopts() && spec.engineName().equals(EngineNames.base(container.name())));
    }
}
