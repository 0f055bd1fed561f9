package dockdsl.check;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import dockdsl.model.Unread;
import dockdsl.problem.Nearest;
import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import dockdsl.value.State;
import dockdsl.vocabulary.ContainerWords;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a container depends on is there, and containers don't wait for each other in a circle. */
final class NeedRules {
    private final Unread unread;
    private final Problems problems;
    private final Map<String, List<ContainerSpec>> byName;

    private NeedRules(Site site, Unread unread, Problems problems) {
        this.unread = unread;
        this.problems = problems;
        this.byName = site.containers().stream().collect(Collectors.groupingBy(ContainerSpec::name));
    }

    static void check(Site site, Unread unread, Problems problems) {
        NeedRules rules = new NeedRules(site, unread, problems);
        for (ContainerSpec container : site.containers()) {
            if (container.instance() == 1) {
                container
                        .settings()
                        .get(ContainerWords.DEPENDS_ON, Collections.emptySortedSet())
                        .forEach(name -> rules.check(container, name));
            }
        }
        rules.checkCycles(site);
    }

    private void check(ContainerSpec container, String name) {
        SourceRef where = SiteChecker.where(container, ContainerWords.DEPENDS_ON);
        List<ContainerSpec> targets = byName.getOrDefault(name, List.of());
        if (isUncertain(name)) {
            return;
        }
        if (targets.isEmpty()) {
            problems.add(
                    where,
                    "there is no container '" + name + "' to depend on",
                    Nearest.to(name, byName.keySet())
                            .map(near -> "Did you mean '" + near + "'?")
                            .orElse("Declare it: container('" + name + "') { ... }, or remove it from `dependsOn`."));
        } else if (targets.stream().allMatch(target -> target.state() == State.ABSENT)) {
            problems.add(
                    where,
                    "'" + name + "' is to be absent, so nothing can depend on it",
                    "Remove it from `dependsOn`, or `state absent` in "
                            + SiteChecker.where(targets.getFirst(), ContainerWords.STATE)
                                    .seenFrom(where) + ".");
        }
    }

    private boolean isUncertain(String name) {
        return !byName.containsKey(name)
                        && (unread.mayDeclare(ContainerWords.BLOCK.name())
                                || unread.containers().containsKey(name))
                || unread.maySay(name, ContainerWords.ON.name())
                || unread.maySay(name, ContainerWords.STATE.name());
    }

    private void checkCycles(Site site) {
        Map<String, Boolean> done = new HashMap<>();
        site.containers().stream()
                .map(ContainerSpec::name)
                .distinct()
                .forEach(name -> walk(name, new ArrayList<>(), done));
    }

    private void walk(String name, List<String> path, Map<String, Boolean> done) {
        int start = path.indexOf(name);
        if (start >= 0) {
            cycle(path.subList(start, path.size()));
            return;
        }
        if (done.putIfAbsent(name, true) == null) {
            path.add(name);
            byName.getOrDefault(name, List.of()).stream()
                    .flatMap(container -> container.needs().stream())
                    .distinct()
                    .filter(byName::containsKey)
                    .forEach(target -> walk(target, path, done));
            path.removeLast();
        }
    }

    private void cycle(List<String> names) {
        List<String> steps = new ArrayList<>();
        boolean onlyLinks = true;
        for (int i = 0; i < names.size(); i++) {
            String next = names.get((i + 1) % names.size());
            Optional<SourceRef> link = link(names.get(i), next);
            onlyLinks &= link.isPresent();
            steps.add(names.get(i) + " (line " + place(names.get(i), next).line() + ")");
        }
        String first = names.getFirst();
        problems.add(
                place(first, names.get(1 % names.size())),
                names.size() == 1
                        ? "'" + first + "' " + (onlyLinks ? "links to itself" : "depends on itself")
                        : (onlyLinks ? "the links run in a circle: " : "containers wait for each other in a circle: ")
                                + String.join(" -> ", steps) + " -> " + first,
                onlyLinks
                        ? "A link's target starts first, so one of them has to start without. Remove a link."
                        : "What a container links to, depends on or has something from comes first. Remove one of these words.");
    }

    private SourceRef place(String name, String next) {
        return link(name, next)
                .or(() -> byName.get(name).stream()
                        .filter(container -> container.needs().contains(next))
                        .findFirst()
                        .map(container -> SiteChecker.where(container, ContainerWords.DEPENDS_ON)))
                .orElseThrow();
    }

    private Optional<SourceRef> link(String name, String target) {
        return byName.get(name).stream()
                .filter(container -> container.links().stream()
                        .anyMatch(link -> link.target().equals(target)))
                .findFirst()
                .map(container -> SiteChecker.where(container, ContainerWords.LINK));
    }
}
