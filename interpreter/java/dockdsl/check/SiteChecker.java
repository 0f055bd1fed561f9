package dockdsl.check;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import dockdsl.model.Unread;
import dockdsl.problem.Problem;
import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import dockdsl.vocabulary.Setting;
import java.util.List;
import java.util.function.Predicate;

/** Finds the mistakes of a site that no single word shows: functions from a site to problems. */
public final class SiteChecker {
    private SiteChecker() {}

    /** What is wrong with containers by themselves; also for a site of which some parts could not be read. */
    public static List<Problem> alone(Site site) {
        Problems problems = new Problems();
        site.containers().forEach(container -> ContainerRules.check(container, problems));
        return problems.all();
    }

    /** What is wrong between containers, networks, volumes and hosts, as far as the site could be read. */
    public static List<Problem> together(Site site, Unread unread) {
        Problems problems = new Problems();
        NameRules.check(site, problems);
        PortRules.check(site, unread, problems);
        Others others = Others.of(site, unread);
        LinkRules.check(site, others, problems);
        NeedRules.check(site, others, problems);
        SharingRules.check(site, others, problems);
        RolloutRules.check(site, problems);
        DeclarationRules.check(site, unread, problems);
        StandRules.check(site, problems);
        PlatformRules.check(site, problems);
        ContentRules.checkDeclared(site, unread, problems);
        return problems.all();
    }

    /** Where a setting was said; the container's own place when it was not. */
    static SourceRef where(ContainerSpec container, Setting<?> setting) {
        return container.settings().where(setting).orElse(container.where());
    }

    /** Where a part of a setting was said that may be said several times. */
    static <T> SourceRef where(ContainerSpec container, Setting<T> setting, Predicate<T> part) {
        return container.settings().where(setting, part).orElse(container.where());
    }
}
