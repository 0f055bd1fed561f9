package dockdsl.lang;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Host;
import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.ContainerWords;
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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** The containers of a site while it is read, and what defaults and the environment say of them. */
final class ContainerDrafts {
    private final Function<Host, Facts> facts;
    private final Recipes recipes;
    private final Problems problems;
    private final SourceFiles files = new SourceFiles();
    private final List<ContainerDraft> own = new ArrayList<>();
    private final List<Defaults> defaults = new ArrayList<>();
    private final SequencedMap<String, Overlay> overlays = new LinkedHashMap<>();
    private final Map<String, Set<String>> unread = new HashMap<>();

    /** @param hosts those that it is for; all when empty */
    private record Defaults(Optional<List<Host>> hosts, boolean ofEnvironment, Kept body) {
        boolean isFor(Host host) {
            return hosts.isEmpty() || hosts.get().contains(host);
        }
    }

    /** What an environment says of a container; several blocks may do so. */
    private record Overlay(SourceRef where, Optional<List<Host>> hosts, List<Kept> bodies) {}

    ContainerDrafts(Function<Host, Facts> facts, Recipes recipes, Problems problems) {
        this.facts = facts;
        this.recipes = recipes;
        this.problems = problems;
    }

    /** A container on one host, of which its own block is read right away. */
    ContainerScope open(String name, Host host, SourceRef where) {
        return scope(ContainerWords.BLOCK, host, layer -> own.add(new ContainerDraft(name, host, where, layer)));
    }

    void defaults(Optional<List<Host>> hosts, boolean ofEnvironment, Kept body) {
        defaults.add(new Defaults(hosts, ofEnvironment, body));
    }

    void overlay(String name, Optional<List<Host>> hosts, SourceRef where, Kept body) {
        if (hosts.isPresent() && own.stream().anyMatch(draft -> draft.name().equals(name))) {
            problems.add(
                    where,
                    "container '" + name + "' has its place already, and `on` comes too late to change it",
                    "Leave `on` out here, or change it in the file that declares the container.");
        }
        Overlay before = overlays.getOrDefault(name, new Overlay(where, Optional.empty(), List.of()));
        List<Kept> bodies =
                Stream.concat(before.bodies().stream(), Stream.of(body)).toList();
        overlays.put(name, new Overlay(before.where(), hosts.or(before::hosts), bodies));
    }

    /** Where the environment wants it, if it says so. */
    Optional<List<Host>> placement(String container) {
        return Optional.ofNullable(overlays.get(container)).flatMap(Overlay::hosts);
    }

    /** The words of this container could not be read. */
    void miss(String container, Set<String> words) {
        if (!words.isEmpty()) {
            unread.computeIfAbsent(container, name -> new HashSet<>()).addAll(words);
        }
    }

    Map<String, Set<String>> unread() {
        return unread;
    }

    /** All containers, once the file is read to its end. */
    List<ContainerSpec> specs() {
        return Stream.concat(own.stream(), added().stream())
                .map(draft -> draft.with(whole(draft)))
                .flatMap(draft -> {
                    draft.complaint().ifPresent(problems::add);
                    miss(draft.name(), draft.own().missed());
                    miss(draft.name(), draft.lacksImage() ? Set.of("") : Set.of());
                    return draft.specs().stream();
                })
                .toList();
    }

    /** The containers that only the environment has. */
    private List<ContainerDraft> added() {
        List<ContainerDraft> added = new ArrayList<>();
        overlays.forEach((name, overlay) -> {
            if (own.stream().noneMatch(draft -> draft.name().equals(name)) && !unread.containsKey(name)) {
                List<Host> hosts = overlay.hosts().orElseGet(() -> homeless(name, overlay.where()));
                hosts.forEach(
                        host -> added.add(new ContainerDraft(name, host, overlay.where(), ContainerLayer.NOTHING)));
            }
        });
        return added;
    }

    private List<Host> homeless(String name, SourceRef where) {
        problems.add(
                where,
                "there is no container '" + name + "' to change, and it is not said where a new one runs",
                Wording.containerHint(
                        name, own.stream().map(ContainerDraft::name).toList()));
        return List.of();
    }

    private ContainerLayer whole(ContainerDraft draft) {
        ContainerLayer whole = ContainerLayer.NOTHING;
        for (boolean ofEnvironment : List.of(false, true)) {
            for (Defaults each : defaults) {
                whole = each.ofEnvironment() == ofEnvironment && each.isFor(draft.host())
                        ? read(SiteWords.DEFAULTS, draft.host(), each.body()).over(whole)
                        : whole;
            }
        }
        whole = whole == ContainerLayer.NOTHING ? draft.own() : draft.own().over(whole);
        Overlay overlay = overlays.get(draft.name());
        for (Kept body : overlay == null ? List.<Kept>of() : overlay.bodies()) {
            whole = read(ContainerWords.BLOCK, draft.host(), body).over(whole);
        }
        return whole;
    }

    private ContainerLayer read(Block block, Host host, Kept body) {
        List<ContainerLayer> layers = new ArrayList<>();
        body.readFor(scope(block, host, layers::add));
        return layers.stream().findFirst().orElse(ContainerLayer.NOTHING);
    }

    private ContainerScope scope(Block block, Host host, Consumer<ContainerLayer> result) {
        return new ContainerScope(block, facts.apply(host), files, recipes, problems, result);
    }
}
