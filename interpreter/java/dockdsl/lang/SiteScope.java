package dockdsl.lang;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Host;
import dockdsl.model.Inventory;
import dockdsl.model.Prefix;
import dockdsl.model.Unread;
import dockdsl.problem.Problems;
import dockdsl.value.Secret;
import dockdsl.value.SecretOrigin;
import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.InventoryWords;
import dockdsl.vocabulary.RecipeWords;
import dockdsl.vocabulary.Setting;
import dockdsl.vocabulary.SiteWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The words at the top level of a site file. */
final class SiteScope implements Scope {
    private final Problems problems;
    private final Inclusions inclusions;
    private final Recipes recipes;
    private final Map<String, Object> commandLine;
    private final Environments environments;
    private final InventoryDraft draft;
    private final GroupScope inline;
    private final Placement placement;
    private final Collected collected;
    private final Collected renamed;
    private final ContainerDrafts containers;
    private final Map<String, Object> environmentVars = new LinkedHashMap<>();
    private final Declarations declarations;

    SiteScope(
            Inclusions inclusions,
            Recipes recipes,
            Optional<Inventory> given,
            SiteReader.Options options,
            Function<SecretOrigin, Secret> secrets,
            Problems problems) {
        this.inclusions = inclusions;
        this.recipes = recipes;
        this.commandLine = options.vars();
        this.environments = new Environments(options.environment(), problems);
        this.problems = problems;
        NamedSecrets named = new NamedSecrets(secrets);
        this.declarations = new Declarations(named, this::miss, problems);
        this.draft = new InventoryDraft(named, problems);
        this.inline = GroupScope.outermost(draft, named, problems);
        this.placement = new Placement(given, draft, problems);
        this.collected = new Collected(problems);
        this.renamed = new Collected(problems);
        this.containers = new ContainerDrafts(host -> facts(Optional.of(host)), recipes, problems);
    }

    @Override
    public Block block() {
        return SiteWords.BLOCK;
    }

    @Override
    public Optional<Facts> facts() {
        return Optional.of(facts(Optional.empty()));
    }

    /** What the file itself says of all hosts stands below an inventory that is given, and is part of its own. */
    private Facts facts(Optional<Host> host) {
        Map<String, Object> ofHost = host.map(Host::vars)
                .or(() -> placement.known().map(Inventory::vars))
                .orElse(Map.of());
        return Facts.of(host, draft.vars(), ofHost, environmentVars, commandLine);
    }

    @Override
    public <T> void hear(Setting<T> setting, T value, Said said) {
        hearOf(this, setting, value, said);
    }

    /** @param scope this one, or that of the environment, whose word counts more */
    <T> void hearOf(Scope scope, Setting<T> setting, T value, Said said) {
        boolean ofEnvironment = scope != this;
        if (setting == InventoryWords.VARS && ofEnvironment) {
            placement.checkOrder(said);
            ((Map<?, ?>) value).forEach((name, each) -> environmentVars.put(String.valueOf(name), each));
        } else if (setting == InventoryWords.HOST || setting == InventoryWords.VARS) {
            placement.checkOrder(said);
            inline.hear(setting, value, said);
        } else if (setting == SiteWords.SITE || setting == SiteWords.PREFIX) {
            (ofEnvironment ? renamed : collected).add(setting, value, said.where());
        } else if (setting == SiteWords.INCLUDE) {
            ((List<?>) value).forEach(file -> inclusions.include(String.valueOf(file), said, scope));
        } else if (setting == RecipeWords.USE) {
            ((List<?>) value).forEach(use -> recipes.use((RecipeWords.Use) use, scope));
        } else if (value instanceof List<?> several) {
            several.forEach(each -> declarations.declare(setting, each, said.where(), ofEnvironment));
        }
    }

    @Override
    public void miss(String word) {
        collected.miss(word);
    }

    @Override
    public List<? extends Scope> open(Block block, Said said, List<Said> on) {
        return openOf(this, block, said, on);
    }

    List<? extends Scope> openOf(Scope scope, Block block, Said said, List<Said> on) {
        if (block == ContainerWords.BLOCK) {
            return container(said, on);
        }
        if (Declarations.BLOCKS.contains(block)) {
            return declarations.open(block, said, scope != this);
        }
        placement.checkOrder(said);
        return block == SiteWords.ENVIRONMENT ? environment(said) : inline.open(block, said, on);
    }

    private List<Scope> environment(Said said) {
        Optional<SiteWords.Environment> environment = said.read(SiteWords.ENVIRONMENT_NAME, problems);
        if (environment.isEmpty()) {
            miss(SiteWords.ENVIRONMENT.name());
        }
        return environment
                .filter(each -> environments.meet(each, said.where()))
                .map(each -> List.<Scope>of(new EnvironmentScope(this)))
                .orElse(List.of());
    }

    @Override
    public void keep(Block block, Said said, List<Said> on, Kept body) {
        keepOf(this, block, said, on, body);
    }

    void keepOf(Scope scope, Block block, Said said, List<Said> on, Kept body) {
        Optional<List<Host>> hosts = on.stream().findFirst().map(placement::hosts);
        if (block == SiteWords.DEFAULTS) {
            containers.defaults(hosts, scope != this, body);
        } else {
            said.read(BlockName.KIND, problems)
                    .filter(text -> checkName(text, said))
                    .ifPresentOrElse(
                            name -> containers.overlay(name, hosts, said.where(), body), () -> miss(block.name()));
        }
    }

    private List<ContainerScope> container(Said said, List<Said> on) {
        Optional<String> name = said.read(BlockName.KIND, problems).filter(text -> checkName(text, said));
        if (name.isEmpty()) {
            miss(ContainerWords.BLOCK.name());
        }
        List<Host> hosts = placement.hosts(said, name, on);
        if (hosts.isEmpty()) {
            name.ifPresent(known -> containers.miss(known, Set.of(ContainerWords.ON.name())));
        }
        return name.stream()
                .flatMap(known -> containers.placement(known).orElse(hosts).stream()
                        .map(host -> containers.open(known, host, said.where())))
                .toList();
    }

    /** What was said and could not be read. */
    Unread unread() {
        return new Unread(collected.missed(), containers.unread());
    }

    private boolean checkName(String name, Said said) {
        boolean good = name.matches("[a-zA-Z0-9][a-zA-Z0-9_.-]+");
        if (!good) {
            problems.add(
                    said.places().firstArgument(),
                    "'" + name + "' is not a name for a container",
                    "The engine takes letters, digits, dots, dashes and underscores, two or more, beginning with a letter or digit.");
        }
        return good;
    }

    @Override
    public void close() {
        // `SiteDraft` asks for what was collected.
    }

    /** The environment's name for the site, else the site's own. */
    Collected name() {
        return isRenamed() ? renamed : collected;
    }

    /** Whether the environment that was chosen has a name of its own for the site. */
    boolean isRenamed() {
        return renamed.declared().says(SiteWords.SITE);
    }

    Prefix prefix() {
        return new Prefix(renamed.declared()
                .find(SiteWords.PREFIX)
                .or(() -> collected.declared().find(SiteWords.PREFIX))
                .orElse(""));
    }

    Collected collected() {
        return collected;
    }

    Environments environments() {
        return environments;
    }

    List<ContainerSpec> containers() {
        return containers.specs();
    }

    Inventory inventory() {
        return placement.inventory();
    }

    /** Everything but its containers. */
    Declarations declarations() {
        return declarations;
    }
}
