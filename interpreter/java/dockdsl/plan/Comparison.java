package dockdsl.plan;

import dockdsl.observed.EngineInfo;
import dockdsl.observed.ObservedContainer;
import dockdsl.value.Tree;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.EngineForm;
import dockdsl.vocabulary.ResourceWords;
import dockdsl.vocabulary.Setting;
import dockdsl.vocabulary.SharingWords;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every difference between a container as declared and as it is.
 *
 * @param recreate differences that need a new container
 * @param inPlace differences that the engine can take away from a running container
 * @param networks differences that connecting and disconnecting takes away
 * @param update the body of {@code POST /containers/ID/update} for the differences in place
 * @param undo the body that would bring the old values back
 * @param unkept what is declared and its engine will not take: it is no difference
 */
record Comparison(
        List<Difference> recreate,
        List<Difference> inPlace,
        List<Difference> networks,
        Tree update,
        Tree undo,
        List<Difference> unkept) {
    /** @param image the {@code Config} of the image that the container runs */
    static Comparison of(WantedContainer wanted, ObservedContainer seen, Tree image, EngineInfo engine) {
        Collector collector = new Collector(wanted, seen.inspected(), image, engine);
        Mentioned.of(wanted.settings(), seen.inspected(), image).forEach(collector::compare);
        collector.tellMemoryAndSwapTogether();
        collector.compareNetworks(seen);
        return new Comparison(
                List.copyOf(collector.recreate),
                List.copyOf(collector.inPlace),
                List.copyOf(collector.networks),
                collector.update.tree("HostConfig"),
                collector.undo.tree("HostConfig"),
                List.copyOf(collector.unkept));
    }

    List<Difference> all() {
        List<Difference> all = new ArrayList<>(recreate);
        all.addAll(inPlace);
        all.addAll(networks);
        return List.copyOf(all);
    }

    private static final class Collector {
        private final WantedContainer wanted;
        private final Tree inspect;
        private final Tree image;
        private final EngineInfo engine;
        private final List<Difference> recreate = new ArrayList<>();
        private final List<Difference> inPlace = new ArrayList<>();
        private final List<Difference> networks = new ArrayList<>();
        private final List<Difference> unkept = new ArrayList<>();
        private Tree update = Tree.EMPTY;
        private Tree undo = Tree.EMPTY;

        private Collector(WantedContainer wanted, Tree inspect, Tree image, EngineInfo engine) {
            this.wanted = wanted;
            this.inspect = inspect;
            this.image = image;
            this.engine = engine;
        }

        private <T> void compare(Setting<T> setting) {
            EngineForm<T> form = setting.engine().orElseThrow();
            Optional<T> declared = wanted.settings().find(setting);
            T before = form.counted().of(inspect, form.seen().apply(inspect), declared);
            T after = wanted.effective(setting, declared, image);
            if (before.equals(after)) {
                return;
            }
            List<Difference> differences = differences(
                    setting.name(),
                    setting.kind().show().apply(before),
                    setting.kind().show().apply(after));
            if (form.dropped().is(engine, inspect, form.seen().apply(inspect))) {
                unkept.addAll(differences);
            } else if (form.inPlace().test(before, after)) {
                inPlace.addAll(differences);
                update = form.into().apply(update, after);
                undo = form.into().apply(undo, before);
            } else {
                recreate.addAll(differences);
            }
        }

        /** The engine refuses an update of the one when it goes against what it has of the other. */
        private void tellMemoryAndSwapTogether() {
            if (update.has("HostConfig.Memory") || update.has("HostConfig.MemorySwap")) {
                tell(ContainerWords.MEMORY);
                tell(ResourceWords.MEMORY_SWAP);
            }
        }

        private <T> void tell(Setting<T> setting) {
            EngineForm<T> form = setting.engine().orElseThrow();
            update = form.into().apply(update, wanted.effective(setting, image));
            undo = form.into().apply(undo, form.seen().apply(inspect));
        }

        private boolean hasNetworkOfAnothers() {
            EngineForm<String> mode = SharingWords.NETWORK_MODE.engine().orElseThrow();
            return !mode.seen().apply(inspect).equals(mode.unset());
        }

        private void compareNetworks(ObservedContainer seen) {
            if (hasNetworkOfAnothers() || wanted.spec().networkMode().isPresent()) {
                return;
            }
            SortedMap<String, Endpoint> before = new TreeMap<>();
            seen.endpoints().forEach((network, endpoint) -> before.put(network, Endpoint.seen(seen, endpoint)));
            SortedMap<String, Endpoint> after = new TreeMap<>();
            wanted.endpoints().forEach((network, endpoint) -> after.put(network, endpoint.besidesNamesOf(seen)));
            if (!before.equals(after)) {
                networks.addAll(differences("networks", shown(before), shown(after)));
            }
        }

        private static SortedMap<String, String> shown(SortedMap<String, Endpoint> places) {
            SortedMap<String, String> shown = new TreeMap<>();
            places.forEach((network, place) -> shown.put(network, place.toString()));
            return shown;
        }
    }

    static List<Difference> differences(
            String setting, SortedMap<String, String> before, SortedMap<String, String> after) {
        Set<String> parts = new TreeSet<>(before.keySet());
        parts.addAll(after.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String part : parts) {
            if (!Objects.equals(before.get(part), after.get(part))) {
                differences.add(difference(setting, part, before, after));
            }
        }
        return Collections.unmodifiableList(differences);
    }

    /** Elements of sets have no value of their own and are shown themselves. */
    private static Difference difference(
            String setting, String part, Map<String, String> before, Map<String, String> after) {
        Optional<String> old = Optional.ofNullable(before.get(part));
        Optional<String> now = Optional.ofNullable(after.get(part));
        boolean isElement =
                !part.isEmpty() && old.orElse("").isEmpty() && now.orElse("").isEmpty();
        return isElement
                ? new Difference(setting, old.map(empty -> part), now.map(empty -> part))
                : new Difference(part.isEmpty() ? setting : setting + "." + part, old, now);
    }
}
