package dockdsl.check;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import dockdsl.vocabulary.ContainerWords;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a container depends on is there, and containers don't wait for each other in a circle. */
final class NeedRules {
    private final Problems problems;
    private final Others others;

    private NeedRules(Others others, Problems problems) {
        this.problems = problems;
        this.others = others;
    }

    static void check(Site site, Others others, Problems problems) {
        NeedRules rules = new NeedRules(others, problems);
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
        SourceRef where = SiteChecker.where(container, ContainerWords.DEPENDS_ON, names -> names.contains(name));
        List<ContainerSpec> targets = others.called(name);
        if (others.isUncertain(name)) {
            return;
        }
        if (targets.isEmpty()) {
            problems.add(
                    where,
                    "there is no container '" + name + "' to depend on",
                    others.declare(name, ", or remove it from `dependsOn`"));
        } else if (targets.stream().allMatch(Others::isAbsent)) {
            problems.add(
                    where,
                    "'" + name + "' is to be absent, so nothing can depend on it",
                    Others.removeOrKeep("it from `dependsOn`", targets.getFirst(), where));
        }
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
            others.called(name).stream()
                    .flatMap(container -> container.needs().stream())
                    .distinct()
                    .filter(others.byName()::containsKey)
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
                .or(() -> others.called(name).stream()
                        .filter(container -> container.needs().contains(next))
                        .findFirst()
                        .map(container -> SiteChecker.where(container, ContainerWords.DEPENDS_ON)))
                .orElseThrow();
    }

    private Optional<SourceRef> link(String name, String target) {
        return others.called(name).stream()
                .filter(container -> container.links().stream()
                        .anyMatch(link -> link.target().equals(target)))
                .findFirst()
                .map(container -> SiteChecker.where(container, ContainerWords.LINK));
    }
}
