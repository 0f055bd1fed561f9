package dockdsl.lang;

import dockdsl.model.BuildSpec;
import dockdsl.model.Declared;
import dockdsl.problem.Problem;
import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import dockdsl.value.FileUse;
import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.ContentWords;
import dockdsl.vocabulary.HookWords;
import dockdsl.vocabulary.Kinds;
import dockdsl.vocabulary.RecipeWords;
import dockdsl.vocabulary.RolloutWords;
import dockdsl.vocabulary.Setting;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Consumer;

/** The words of a {@code container} block, heard for one host, become a {@link ContainerLayer}; those of {@code defaults} too. */
final class ContainerScope implements Scope {
    private final Block block;
    private final Facts facts;
    private final SourceFiles files;
    private final Problems problems;
    private final Consumer<ContainerLayer> result;
    private final Recipes recipes;
    private final Collected collected;
    private ContainerLayer used = ContainerLayer.NOTHING;
    private Optional<BuildSpec> build = Optional.empty();
    private SortedMap<String, String> fromFiles = Collections.emptySortedMap();

    ContainerScope(
            Block block,
            Facts facts,
            SourceFiles files,
            Recipes recipes,
            Problems problems,
            Consumer<ContainerLayer> result) {
        this.block = block;
        this.facts = facts;
        this.files = files;
        this.recipes = recipes;
        this.problems = problems;
        this.result = result;
        this.collected = new Collected(problems);
    }

    static Problem onIsNested(SourceRef where) {
        return new Problem(
                where,
                "`on` does not stand at the top of the container's block",
                "It is read before the rest, so it stands in the block itself: not inside of if, of a loop or of a method.");
    }

    @Override
    public Block block() {
        return block;
    }

    @Override
    public Optional<Facts> facts() {
        return Optional.of(facts);
    }

    @Override
    public <T> void hear(Setting<T> setting, T value, Said said) {
        if (setting == ContainerWords.ON) {
            problems.add(onIsNested(said.where()));
            return;
        }
        if (setting == RecipeWords.USE) {
            ((List<?>) value).forEach(each -> use((RecipeWords.Use) each));
            return;
        }
        if (setting == ContentWords.FILE) {
            hearFiles(((List<?>) value).stream().map(FileUse.class::cast).toList(), said);
            return;
        }
        collected.add(setting, value, said.where());
        if (setting == ContainerWords.BUILD) {
            build = SiteFolder.of(said).build(ContainerWords.BUILD.kind(), said, problems);
            if (build.isEmpty()) {
                miss(setting.name());
            }
        } else if (setting == ContainerWords.ENV_FILE) {
            fromFiles = Kinds.merged(fromFiles, SiteFolder.of(said).variables((SortedSet<?>) value, said, problems));
        }
    }

    /** A recipe says less than the container itself, and more than the recipe before. */
    private void use(RecipeWords.Use use) {
        ContainerScope scope =
                new ContainerScope(block, facts, files, recipes, problems, layer -> used = layer.over(used));
        recipes.use(use, scope);
        scope.close();
    }

    private void hearFiles(List<FileUse> uses, Said said) {
        List<FileUse> read = SiteFolder.of(said).read(uses, files, said, problems);
        collected.add(ContentWords.FILE, read, said.where());
        if (read.size() < uses.size()) {
            miss(ContentWords.FILE.name());
        }
    }

    @Override
    public void miss(String word) {
        collected.miss(word);
    }

    @Override
    public List<Scope> open(Block block, Said said, List<Said> on) {
        SourceRef where = said.where();
        if (block == RolloutWords.BLOCK) {
            return List.of(
                    RolloutScope.of(problems, policy -> collected.add(ContainerWords.ROLLOUT_VALUE, policy, where)));
        }
        if (block == HookWords.BLOCK) {
            return List.of(HookScope.of(problems, hooks -> collected.add(ContainerWords.HOOKS_VALUE, hooks, where)));
        }
        return List.of(HealthcheckScope.of(
                where, problems, check -> collected.add(ContainerWords.HEALTHCHECK_VALUE, check, where)));
    }

    @Override
    public void close() {
        ContainerLayer own = new ContainerLayer(withFiles(), build, collected.missed());
        result.accept(used == ContainerLayer.NOTHING ? own : own.over(used));
    }

    private Declared withFiles() {
        Declared settings = collected.declared();
        return settings.where(ContainerWords.ENV_FILE)
                .map(where -> settings.with(
                        ContainerWords.ENV,
                        Kinds.merged(fromFiles, settings.get(ContainerWords.ENV, Collections.emptySortedMap())),
                        settings.where(ContainerWords.ENV).orElse(where)))
                .orElse(settings);
    }
}
