package dockdsl.lang;

import dockdsl.problem.Nearest;
import dockdsl.problem.Problem;
import dockdsl.problem.Problems;
import dockdsl.problem.SiteRejected;
import dockdsl.problem.SourceRef;
import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.RecipeBlocks;
import dockdsl.vocabulary.RecipeWords;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads recipes into the blocks that use them. */
final class Recipes {
    private final RecipeFolder folder;
    private final ScriptRunner runner;
    private final Problems problems;
    private final Deque<String> open = new ArrayDeque<>();
    private final Map<String, SourceRef> users = new HashMap<>();

    Recipes(RecipeFolder folder, ScriptRunner runner, Problems problems) {
        this.folder = folder;
        this.runner = runner;
        this.problems = problems;
    }

    /** @param user the block that uses it */
    void use(RecipeWords.Use use, Scope user) {
        RecipeScope scope = new RecipeScope(use, user, problems);
        try {
            folder.find(use.recipe(), scope.block())
                    .ifPresentOrElse(source -> read(source, use, scope), () -> missing(use, scope));
        } catch (SiteRejected rejected) {
            problems.addAll(rejected.problems());
        }
    }

    private void read(SourceText source, RecipeWords.Use use, RecipeScope scope) {
        if (open.contains(source.name())) {
            problems.add(use.where(), "recipe `" + use.recipe() + "` uses itself", "Remove one of the two.");
            return;
        }
        users.putIfAbsent(source.name(), use.where());
        open.push(source.name());
        runner.run(source, scope);
        scope.close();
        open.pop();
    }

    private void missing(RecipeWords.Use use, RecipeScope scope) {
        scope.miss("");
        List<String> names = folder.names(scope.block());
        Optional<Block> elsewhere = Stream.of(RecipeBlocks.SITE, RecipeBlocks.CONTAINER)
                .filter(kind -> kind != scope.block() && folder.names(kind).contains(use.recipe()))
                .findFirst();
        String hint = Nearest.hint(use.recipe(), names);
        problems.add(
                use.where(),
                "there is no recipe `" + use.recipe() + "`" + (elsewhere.isPresent() ? " for this place" : ""),
                elsewhere
                        .map(kind -> kind == RecipeBlocks.CONTAINER
                                ? "It is used inside of `container`."
                                : "It is used at the top level of a site file.")
                        .orElse(
                                hint.isEmpty()
                                        ? "Those here are " + String.join(", ", names) + ". Your own stand in "
                                                + folder.lib() + "."
                                        : hint));
    }

    /** The same, with the place that uses the recipe in which something is wrong. */
    Problem withUse(Problem problem) {
        return Optional.ofNullable(users.get(problem.where().file()))
                .map(user -> new Problem(
                        problem.where(),
                        problem.what(),
                        (problem.remedy() + " The recipe is used in " + user.fileAndLine() + ".").strip(),
                        problem.severity()))
                .orElse(problem);
    }
}
