package dockdsl.lang;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Declared;
import dockdsl.model.DockerSpec;
import dockdsl.model.Host;
import dockdsl.model.Inventory;
import dockdsl.model.NetworkSpec;
import dockdsl.model.Prefix;
import dockdsl.model.Unread;
import dockdsl.model.VolumeSpec;
import dockdsl.problem.Problem;
import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import dockdsl.value.Malformed;
import dockdsl.value.RolloutPolicy;
import dockdsl.value.Secret;
import dockdsl.value.SecretOrigin;
import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.Declaration;
import dockdsl.vocabulary.DockerWords;
import dockdsl.vocabulary.InventoryWords;
import dockdsl.vocabulary.Kind;
import dockdsl.vocabulary.NetworkWords;
import dockdsl.vocabulary.NotifyWords;
import dockdsl.vocabulary.RecipeWords;
import dockdsl.vocabulary.RolloutWords;
import dockdsl.vocabulary.Setting;
import dockdsl.vocabulary.SiteWords;
import dockdsl.vocabulary.VolumeWords;
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
    private final Optional<Inventory> given;
    private final Collected collected;
    private final Collected renamed;
    private final ContainerDrafts containers;
    private final Map<String, Object> environmentVars = new LinkedHashMap<>();
    private final Named<Placed<SiteWords.Registry>> registries = new Named<>("registry");
    private final NamedSecrets secrets;
    private final Named<NetworkSpec> networks = new Named<>("network");
    private final Named<VolumeSpec> volumes = new Named<>("volume");
    private final Named<DockerSpec> docker = new Named<>("`docker`");
    private final Named<RolloutPolicy> rollout = new Named<>("`rollout`");
    private final Named<List<Placed<NotifyWords.Listener>>> listeners = new Named<>("`notify`");
    private Optional<Inventory> inventory = Optional.empty();
    private Optional<SourceRef> firstContainer = Optional.empty();

    /** Something with the place that says so. */
    record Placed<T>(T value, SourceRef where) {}

    SiteScope(
            Inclusions inclusions,
            Recipes recipes,
            Optional<Inventory> given,
            SiteReader.Options options,
            Function<SecretOrigin, Secret> secrets,
            Problems problems) {
        this.inclusions = inclusions;
        this.recipes = recipes;
        this.given = given;
        this.commandLine = options.vars();
        this.environments = new Environments(options.environment(), problems);
        this.problems = problems;
        this.secrets = new NamedSecrets(secrets);
        this.draft = new InventoryDraft(this.secrets, problems);
        this.inline = GroupScope.outermost(draft, this.secrets, problems);
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
                .or(() -> inventory.or(() -> given).map(Inventory::vars))
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
            checkOrder(said);
            ((Map<?, ?>) value).forEach((name, each) -> environmentVars.put(String.valueOf(name), each));
        } else if (setting == InventoryWords.HOST || setting == InventoryWords.VARS) {
            checkOrder(said);
            inline.hear(setting, value, said);
        } else if (setting == SiteWords.SITE || setting == SiteWords.PREFIX) {
            (ofEnvironment ? renamed : collected).add(setting, value, said.where());
        } else if (setting == SiteWords.INCLUDE) {
            ((List<?>) value).forEach(file -> inclusions.include(String.valueOf(file), said, scope));
        } else if (setting == RecipeWords.USE) {
            ((List<?>) value).forEach(use -> recipes.use((RecipeWords.Use) use, scope));
        } else if (value instanceof List<?> several) {
            several.forEach(each -> declare(setting, each, said.where(), ofEnvironment));
        }
    }

    private void declare(Setting<?> setting, Object value, SourceRef where, boolean ofEnvironment) {
        Optional<Problem> twice = switch (value) {
            case SiteWords.Registry registry ->
                registries.declare(registry.address(), new Placed<>(registry, where), where, ofEnvironment);
            case SiteWords.NamedSecret secret -> secrets.declare(secret, where, ofEnvironment);
            case Declaration named
            when setting == NetworkWords.NETWORK ->
                network(named.name(), NamedScope.settings(named, where, problems), where, ofEnvironment);
            case Declaration named ->
                volume(named.name(), NamedScope.settings(named, where, problems), where, ofEnvironment);
            default -> throw new IllegalStateException("unknown at the top level: " + setting);
        };
        twice.ifPresent(problems::add);
    }

    private Optional<Problem> network(String name, Declared settings, SourceRef where, boolean ofEnvironment) {
        return networks.declare(name, new NetworkSpec(name, settings, where), where, ofEnvironment);
    }

    private Optional<Problem> volume(String name, Declared settings, SourceRef where, boolean ofEnvironment) {
        return volumes.declare(name, new VolumeSpec(name, settings, where), where, ofEnvironment);
    }

    /** Containers are placed on hosts, with their variables, as they are read. */
    private void checkOrder(Said said) {
        firstContainer.ifPresent(container -> problems.add(
                said.where(),
                "`" + said.word() + "` stands below a container",
                "Containers are placed on hosts as they are read. Move it above " + container.seenFrom(said.where())
                        + "."));
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
        if (block == DockerWords.BLOCK) {
            return List.of(DockerScope.of(
                    problems,
                    spec -> docker.declare("", spec, said.where(), scope != this)
                            .ifPresent(problems::add)));
        }
        if (block == NetworkWords.BLOCK || block == VolumeWords.BLOCK) {
            return named(block, said, scope != this);
        }
        if (block == NotifyWords.BLOCK) {
            return List.of(NotifyScope.of(
                    problems,
                    told -> listeners
                            .declare("", told, said.where(), scope != this)
                            .ifPresent(problems::add)));
        }
        if (block == RolloutWords.BLOCK) {
            return List.of(RolloutScope.of(
                    problems,
                    policy -> rollout.declare("", policy, said.where(), scope != this)
                            .ifPresent(problems::add)));
        }
        checkOrder(said);
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
        Optional<List<Host>> hosts = on.stream().findFirst().map(this::hosts);
        if (block == SiteWords.DEFAULTS) {
            containers.defaults(hosts, scope != this, body);
        } else {
            said.read(BlockName.KIND, problems)
                    .filter(text -> checkName(text, said))
                    .ifPresentOrElse(
                            name -> containers.overlay(name, hosts, said.where(), body), () -> miss(block.name()));
        }
    }

    private List<Scope> named(Block block, Said said, boolean ofEnvironment) {
        boolean isNetwork = block == NetworkWords.BLOCK;
        Kind<List<Declaration>> kind = isNetwork ? NetworkWords.NETWORK.kind() : VolumeWords.VOLUME.kind();
        Optional<List<Declaration>> declarations = said.read(kind, problems);
        if (declarations.isEmpty()) {
            miss(block.name());
        }
        SourceRef where = said.where();
        return declarations.stream()
                .flatMap(List::stream)
                .map(each -> NamedScope.of(block, each, where, problems, settings -> {
                    Optional<Problem> twice = isNetwork
                            ? network(each.name(), settings, where, ofEnvironment)
                            : volume(each.name(), settings, where, ofEnvironment);
                    twice.ifPresent(problems::add);
                }))
                .toList();
    }

    private List<ContainerScope> container(Said said, List<Said> on) {
        firstContainer = firstContainer.or(() -> Optional.of(said.where()));
        Optional<String> name = said.read(BlockName.KIND, problems).filter(text -> checkName(text, said));
        if (name.isEmpty()) {
            miss(ContainerWords.BLOCK.name());
        }
        List<Host> hosts = on.isEmpty() ? homeless(said, name) : hosts(on.getFirst());
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

    private List<Host> homeless(Said said, Optional<String> name) {
        problems.add(
                said.where(),
                "container '" + name.orElse("") + "' does not say where it runs",
                "Write on 'web': a host, a group or a pattern, at the top of the block.");
        return List.of();
    }

    private List<Host> hosts(Said on) {
        return on.read(ContainerWords.ON.kind(), problems)
                .map(patterns -> {
                    try {
                        return inventory().match(patterns);
                    } catch (Malformed nothing) {
                        problems.add(
                                on.places().culprit(on.arguments(), nothing), nothing.getMessage(), nothing.remedy());
                        return List.<Host>of();
                    }
                })
                .orElse(List.of());
    }

    /** The inventory given from outside, else the one in this file as far as it is read. */
    Inventory inventory() {
        if (inventory.isEmpty()) {
            inventory = Optional.of(given.orElseGet(draft::build));
        }
        return inventory.get();
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

    List<Placed<SiteWords.Registry>> registries() {
        return registries.values();
    }

    NamedSecrets secrets() {
        return secrets;
    }

    List<NetworkSpec> networks() {
        return networks.values();
    }

    List<VolumeSpec> volumes() {
        return volumes.values();
    }

    List<ContainerSpec> containers() {
        return containers.specs();
    }

    DockerSpec docker() {
        return docker.find("").orElse(DockerSpec.ANY);
    }

    List<Placed<NotifyWords.Listener>> listeners() {
        return listeners.find("").orElse(List.of());
    }

    RolloutPolicy rollout() {
        return rollout.find("").orElse(RolloutPolicy.NONE);
    }
}
