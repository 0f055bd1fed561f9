package dockdsl.lang;

import dockdsl.model.ContainerSpec;
import dockdsl.model.DockerSpec;
import dockdsl.model.Host;
import dockdsl.model.Inventory;
import dockdsl.model.NetworkSpec;
import dockdsl.model.Unread;
import dockdsl.model.VolumeSpec;
import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import dockdsl.value.Malformed;
import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.DockerWords;
import dockdsl.vocabulary.InventoryWords;
import dockdsl.vocabulary.Setting;
import dockdsl.vocabulary.SiteWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** The words at the top level of a site file. */
final class SiteScope implements Scope {
    private final Problems problems;
    private final SiteFolder folder;
    private final Map<String, Object> commandLine;
    private final InventoryDraft draft;
    private final GroupScope inline;
    private final Optional<Inventory> given;
    private final Collected collected;
    private final List<Placed<SiteWords.Registry>> registries = new ArrayList<>();
    private final SequencedMap<String, Placed<SiteWords.NamedSecret>> secrets = new LinkedHashMap<>();
    private final SequencedMap<String, NetworkSpec> networks = new LinkedHashMap<>();
    private final SequencedMap<String, VolumeSpec> volumes = new LinkedHashMap<>();
    private final List<ContainerSpec> containers = new ArrayList<>();
    private final Map<String, Set<String>> unread = new HashMap<>();
    private Optional<Placed<DockerSpec>> docker = Optional.empty();
    private Optional<Inventory> inventory = Optional.empty();
    private Optional<SourceRef> firstContainer = Optional.empty();

    /** Something with the place that says so. */
    record Placed<T>(T value, SourceRef where) {}

    SiteScope(SiteFolder folder, Optional<Inventory> given, Map<String, Object> commandLine, Problems problems) {
        this.folder = folder;
        this.given = given;
        this.commandLine = commandLine;
        this.problems = problems;
        this.draft = new InventoryDraft(problems);
        this.inline = GroupScope.outermost(draft, problems);
        this.collected = new Collected(problems);
    }

    @Override
    public Block block() {
        return SiteWords.BLOCK;
    }

    @Override
    public Optional<Facts> facts() {
        Map<String, Object> vars =
                inventory.or(() -> given).map(Inventory::vars).orElseGet(draft::vars);
        return Optional.of(Facts.everywhere(vars, commandLine));
    }

    @Override
    public <T> void hear(Setting<T> setting, T value, Said said) {
        if (setting == InventoryWords.HOST || setting == InventoryWords.VARS) {
            checkOrder(said);
            inline.hear(setting, value, said);
        } else if (setting == SiteWords.SITE) {
            collected.add(setting, value, said.where());
        } else if (value instanceof List<?> several) {
            several.forEach(each -> declare(setting, each, said));
        }
    }

    private void declare(Setting<?> setting, Object value, Said said) {
        SourceRef where = said.where();
        switch (value) {
            case SiteWords.Registry registry -> {
                registries.stream()
                        .filter(known -> known.value().address().equals(registry.address()))
                        .findFirst()
                        .ifPresent(first -> twice("registry '" + registry.address() + "'", first.where(), said));
                registries.add(new Placed<>(registry, where));
            }
            case SiteWords.NamedSecret secret ->
                once(secrets, secret.name(), new Placed<>(secret, where), Placed::where, "secret", said);
            case String name
            when setting == SiteWords.NETWORK ->
                once(networks, name, new NetworkSpec(name, where), NetworkSpec::where, "network", said);
            case String name -> once(volumes, name, new VolumeSpec(name, where), VolumeSpec::where, "volume", said);
            default -> throw new IllegalStateException("unknown at the top level: " + setting);
        }
    }

    private <V> void once(
            Map<String, V> known,
            String name,
            V value,
            java.util.function.Function<V, SourceRef> where,
            String what,
            Said said) {
        V first = known.putIfAbsent(name, value);
        if (first != null) {
            twice(what + " '" + name + "'", where.apply(first), said);
        }
    }

    private void twice(String what, SourceRef first, Said said) {
        problems.add(
                said.where(),
                what + " is declared twice",
                "The first is in line " + first.line() + ". Keep one of them.");
    }

    private void checkOrder(Said said) {
        firstContainer
                .filter(container -> given.isEmpty())
                .ifPresent(container -> problems.add(
                        said.where(),
                        "`" + said.word() + "` stands below a container",
                        "Containers are placed on hosts as they are read. Move it above line " + container.line()
                                + "."));
    }

    @Override
    public void miss(String word) {
        collected.miss(word);
    }

    @Override
    public List<? extends Scope> open(Block block, Said said, List<Said> on) {
        if (block == ContainerWords.BLOCK) {
            return container(said, on);
        }
        if (block == DockerWords.BLOCK) {
            return List.of(new DockerScope(problems, spec -> {
                docker.ifPresent(first -> twice("`docker`", first.where(), said));
                docker = docker.or(() -> Optional.of(new Placed<>(spec, said.where())));
            }));
        }
        checkOrder(said);
        return inline.open(block, said, on);
    }

    private List<ContainerScope> container(Said said, List<Said> on) {
        firstContainer = firstContainer.or(() -> Optional.of(said.where()));
        Optional<String> name = said.read(BlockName.KIND, problems).filter(text -> checkName(text, said));
        if (name.isEmpty()) {
            miss(ContainerWords.BLOCK.name());
        }
        List<Host> hosts = on.isEmpty() ? homeless(said, name) : hosts(on.getFirst());
        if (hosts.isEmpty()) {
            name.ifPresent(known -> miss(known, Set.of(ContainerWords.ON.name())));
        }
        return name.stream()
                .flatMap(known -> hosts.stream()
                        .map(host -> new ContainerScope(
                                known,
                                host,
                                Facts.of(host, commandLine),
                                said,
                                folder,
                                problems,
                                containers::add,
                                this::miss)))
                .toList();
    }

    private void miss(String container, Set<String> words) {
        if (!words.isEmpty()) {
            unread.computeIfAbsent(container, name -> new HashSet<>()).addAll(words);
        }
    }

    /** What was said and could not be read. */
    Unread unread() {
        return new Unread(collected.missed(), unread);
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

    Collected collected() {
        return collected;
    }

    List<Placed<SiteWords.Registry>> registries() {
        return registries;
    }

    Map<String, Placed<SiteWords.NamedSecret>> secrets() {
        return secrets;
    }

    List<NetworkSpec> networks() {
        return List.copyOf(networks.values());
    }

    List<VolumeSpec> volumes() {
        return List.copyOf(volumes.values());
    }

    List<ContainerSpec> containers() {
        return containers;
    }

    DockerSpec docker() {
        return docker.map(Placed::value).orElse(DockerSpec.ANY);
    }
}
