package dockdsl.lang;

import dockdsl.model.Inventory;
import dockdsl.model.Notifier;
import dockdsl.model.Site;
import dockdsl.model.Unread;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.Problem;
import dockdsl.problem.Problems;
import dockdsl.problem.SiteRejected;
import dockdsl.value.Secret;
import dockdsl.value.SecretOrigin;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Reads a site file: text to model, with every mistake in one go and without a connection to anywhere. */
public final class SiteReader {
    private final ScriptStore store;
    private final Function<SecretOrigin, Secret> secrets;
    private final Rules rules;

    /**
     * What to ask of a site, for mistakes that no single line shows.
     *
     * @param missing says why a source won't give its secret; that is a warning
     */
    public record Rules(
            Function<Site, List<Problem>> alone,
            BiFunction<Site, Unread, List<Problem>> together,
            Function<Inventory, List<Problem>> hosts,
            Function<SecretOrigin, Optional<NothingToWorkOn>> missing) {
        /** No questions. */
        public static final Rules NONE = new Rules(site -> List.of(), (site, unread) -> List.of());

        /** No questions about hosts and secrets. */
        public Rules(Function<Site, List<Problem>> alone, BiFunction<Site, Unread, List<Problem>> together) {
            this(alone, together, inventory -> List.of(), origin -> Optional.empty());
        }
    }

    /**
     * What the command line adds to a file.
     *
     * @param vars variables that win over those of the inventory and the environment
     * @param environment the one that is asked for, of a site that has several; a site that has none does not mind
     * @param typed what the user adds by hand, in the order in which it counts: it is read as if it stood in the environment
     */
    public record Options(Map<String, Object> vars, Optional<String> environment, List<String> typed) {
        public static final Options NONE = new Options(Map.of(), Optional.empty());

        public Options {
            vars = Map.copyOf(new LinkedHashMap<>(vars));
            typed = List.copyOf(typed);
        }

        public Options(Map<String, Object> vars, Optional<String> environment) {
            this(vars, environment, List.of());
        }
    }

    /**
     * @param secrets fetches a secret when it is needed, which is never while a file is read
     * @param rules what to ask of each container by itself, of all of them together, of the hosts, and of the secrets' sources
     */
    public SiteReader(ScriptStore store, Function<SecretOrigin, Secret> secrets, Rules rules) {
        this.store = store;
        this.secrets = secrets;
        this.rules = rules;
    }

    /**
     * @param inventory the hosts; when empty, those that the file itself declares
     * @throws dockdsl.problem.NothingToWorkOn when there is no such file or environment
     * @throws dockdsl.problem.UsageMistake when the site has environments and none is chosen
     * @throws dockdsl.problem.SiteRejected with all that is wrong
     */
    public SiteFile read(Path file, Optional<Inventory> inventory, Options options) {
        Problems problems = new Problems();
        ScriptRunner runner = new ScriptRunner(store, problems);
        Inclusions inclusions = new Inclusions(runner, problems);
        Recipes recipes = new Recipes(RecipeFolder.beside(file), runner, problems);
        SiteScope scope = new SiteScope(inclusions, recipes, inventory, options, secrets, problems);
        inclusions.read(file, scope);
        new TypedTexts(file, options.typed()).read(runner, new EnvironmentScope(scope));
        if (scope.collected().isWhole()) {
            scope.environments().check();
        }
        SiteDraft draft = new SiteDraft(scope, file.toString(), secrets, problems);
        Site site = draft.site();
        List<Notifier> notifiers = draft.notifiers();
        Inventory hosts = scope.inventory();
        if (scope.collected().isWhole()) {
            scope.declarations().secrets().check(problems);
        }
        problems.addAll(rules.alone().apply(site));
        problems.addAll(rules.together().apply(site, scope.unread()));
        problems.addAll(rules.hosts().apply(hosts));
        problems.addAll(scope.declarations().secrets().missing(rules.missing()));
        if (!problems.isEmpty()) {
            throw new SiteRejected(
                    problems.list().stream().map(recipes::withUse).toList());
        }
        return new SiteFile(scope.prefix().of(site), hosts, notifiers, problems.warnings());
    }
}
