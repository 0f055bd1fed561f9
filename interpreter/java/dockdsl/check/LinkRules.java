package dockdsl.check;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import dockdsl.value.Link;
import dockdsl.value.PublishedPort;
import dockdsl.vocabulary.ContainerWords;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** Links lead to containers that are there and can be reached. */
final class LinkRules {
    private final Problems problems;
    private final Others others;

    private LinkRules(Others others, Problems problems) {
        this.problems = problems;
        this.others = others;
    }

    static void check(Site site, Others others, Problems problems) {
        LinkRules rules = new LinkRules(others, problems);
        for (ContainerSpec container : site.containers()) {
            if (container.instance() == 1) {
                container.links().forEach(link -> rules.check(container, link));
                rules.checkAliases(container);
            }
        }
    }

    private void check(ContainerSpec container, Link link) {
        SourceRef where = SiteChecker.where(container, ContainerWords.LINK, links -> links.contains(link));
        List<ContainerSpec> targets = others.called(link.target());
        if (others.isUncertain(link.target(), ContainerWords.PUBLISH)) {
            return;
        }
        if (targets.isEmpty()) {
            problems.add(
                    where,
                    "there is no container '" + link.target() + "' to link to",
                    others.declare(link.target(), ", or remove the link"));
        } else if (targets.stream().allMatch(Others::isAbsent)) {
            problems.add(
                    where,
                    "'" + link.target() + "' is to be absent, so nothing can link to it",
                    Others.removeOrKeep("the link", targets.getFirst(), where));
        } else if (targets.stream().noneMatch(target -> target.host().equals(container.host()))) {
            checkReach(container, link, targets.getFirst(), where);
        }
    }

    private void checkReach(ContainerSpec container, Link link, ContainerSpec target, SourceRef where) {
        List<PublishedPort> tcp = target.published().stream()
                .filter(port -> port.port().protocol().equals("tcp"))
                .toList();
        if (tcp.isEmpty()) {
            problems.add(
                    where,
                    "'" + link.target() + "' runs on another host than '" + container.name()
                            + "' and publishes no TCP port",
                    "Publish one in the block of " + target.where().seenFrom(where)
                            + ", for example publish '6379:6379', or run both on the same host.");
        } else if (tcp.stream()
                .allMatch(port ->
                        port.hostIp().startsWith("127.") || port.hostIp().equals("::1"))) {
            problems.add(
                    where,
                    "'" + link.target() + "' publishes its port for its own host only, and '" + container.name()
                            + "' runs on another",
                    "Publish it without 127.0.0.1 in "
                            + SiteChecker.where(target, ContainerWords.PUBLISH).seenFrom(where) + ".");
        }
    }

    private void checkAliases(ContainerSpec container) {
        SequencedSet<String> seen = new LinkedHashSet<>();
        for (Link link : container.links()) {
            if (!seen.add(link.alias())) {
                problems.add(
                        SiteChecker.where(container, ContainerWords.LINK),
                        "two links of '" + container.name() + "' have the alias '" + link.alias() + "'",
                        "Give one of them another: link '" + link.target() + "', as: '...'.");
            }
        }
    }
}
