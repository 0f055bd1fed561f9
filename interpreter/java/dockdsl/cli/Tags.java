package dockdsl.cli;

import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.model.Selection;
import dockdsl.model.Site;
import dockdsl.problem.Nearest;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.UsageMistake;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** Which containers {@code --tags} chooses. */
record Tags(Invocation invocation) {
    /** @throws NothingToWorkOn when no container has one of the tags */
    Selection selection(Site site) {
        if (!invocation.has(Option.TAGS)) {
            return Selection.ALL;
        }
        if (invocation.has(Option.PRUNE)) {
            throw new UsageMistake(
                    "`--prune` and `--tags` do not go together.",
                    "What is no longer declared has no tags. Prune with a run over the whole site.");
        }
        Set<String> tags = invocation.all(Option.TAGS).stream()
                .flatMap(said -> Arrays.stream(said.split(",")))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        refuseUnknown(tags, Selection.tags(site));
        return Selection.tagged(site, tags);
    }

    private static void refuseUnknown(Set<String> tags, SortedSet<String> known) {
        if (tags.isEmpty()) {
            throw new UsageMistake("`--tags` names no tag.", "Write for example `--tags web,nightly`.");
        }
        for (String tag : tags) {
            if (!known.contains(tag)) {
                throw new NothingToWorkOn("No container has the tag '" + tag + "'.", remedy(tag, known));
            }
        }
    }

    private static String remedy(String tag, SortedSet<String> known) {
        return known.isEmpty()
                ? "No container of the site has any: tags '" + tag + "' in its block gives it one."
                : (Nearest.hint(tag, known) + " The site has " + String.join(", ", known) + ".").strip();
    }
}
