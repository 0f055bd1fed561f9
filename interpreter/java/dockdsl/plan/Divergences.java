package dockdsl.plan;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import dockdsl.observed.HostSnapshot;
import dockdsl.observed.ObservedImage;
import dockdsl.plan.Plan.Divergence;
import dockdsl.plan.Resource.Kind;
import dockdsl.value.ImageRef;
import dockdsl.value.State;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Containers whose tag is one content on their host and another one on other hosts, when a plan has been carried out. @param parts of the site, by host */
record Divergences(Map<String, Site> parts, List<HostSnapshot> snapshots, List<Change> changes) {
    private static final String REMEDY =
            "`dockdsl lock` keeps all hosts to one of them; `pull always` brings all to what the registry has.";

    /** @param names the digests by which registries know the content, or its Id when none does */
    private record Content(Set<String> names) {
        static Content of(ObservedImage image) {
            Set<String> digests = image.repoDigests().stream()
                    .map(known -> known.substring(known.indexOf('@') + 1))
                    .collect(Collectors.toSet());
            return new Content(digests.isEmpty() ? Set.of(image.id()) : digests);
        }

        boolean isSame(Content other) {
            return !Collections.disjoint(names, other.names);
        }

        @Override
        public String toString() {
            return names.stream().sorted().findFirst().orElseThrow();
        }
    }

    private record Running(HostSnapshot host, ContainerSpec spec, Content content) {}

    List<Divergence> find() {
        Map<String, List<Change>> planned = changes.stream().collect(Collectors.groupingBy(Change::host));
        List<Running> running = SideBySide.of(snapshots)
                .map(host -> on(host, planned.getOrDefault(host.host(), List.of())))
                .flatMap(List::stream)
                .toList();
        Map<ImageRef, List<Running>> byImage = running.stream()
                .collect(Collectors.groupingBy(
                        one -> one.spec().image().orElseThrow(), LinkedHashMap::new, Collectors.toList()));
        List<Divergence> found = new ArrayList<>();
        byImage.forEach((image, all) -> found.addAll(divergences(image, all)));
        return found;
    }

    private List<Running> on(HostSnapshot host, List<Change> planned) {
        List<Running> found = new ArrayList<>();
        for (ContainerSpec spec : parts.get(host.host()).on(host.host())) {
            if (isTagged(spec)) {
                content(host, spec, planned).ifPresent(content -> found.add(new Running(host, spec, content)));
            }
        }
        return found;
    }

    private static boolean isTagged(ContainerSpec spec) {
        return spec.state() != State.ABSENT
                && spec.build().isEmpty()
                && spec.image().filter(image -> image.digest().isEmpty()).isPresent();
    }

    /** What it runs, or will run; empty when only the pull will tell. */
    private static Optional<Content> content(HostSnapshot host, ContainerSpec spec, List<Change> planned) {
        ImageRef image = spec.image().orElseThrow();
        Optional<Change> pull = planned.stream()
                .filter(change -> change.resource().equals(new Resource(Kind.IMAGE, image.toString())))
                .findFirst();
        if (pull.isPresent()) {
            return pull.get().differences().stream()
                    .findFirst()
                    .flatMap(Difference::after)
                    .map(digest -> new Content(Set.of(digest)));
        }
        boolean stays = planned.stream()
                .noneMatch(change -> change.verb() == Verb.REPLACE
                        && change.resource().equals(new Resource(Kind.CONTAINER, spec.engineName())));
        return host.container(spec.engineName())
                .filter(seen -> stays && seen.detail().isPresent() && ImageNames.isSame(seen, image))
                .flatMap(seen -> host.image(seen.imageId()))
                .or(() -> host.image(image))
                .map(Content::of);
    }

    private static List<Divergence> divergences(ImageRef image, List<Running> all) {
        Map<Content, List<Running>> byContent =
                all.stream().collect(Collectors.groupingBy(Running::content, LinkedHashMap::new, Collectors.toList()));
        Map<Content, String> others = new HashMap<>();
        byContent.keySet().forEach(content -> others.put(content, told(othersThan(content, byContent))));
        return all.stream()
                .filter(one -> !others.get(one.content()).isEmpty())
                .map(one -> new Divergence(
                        one.host().host(),
                        new Resource(Kind.CONTAINER, one.spec().engineName()),
                        image + " is " + one.content() + " here, but " + others.get(one.content()),
                        REMEDY))
                .toList();
    }

    /** The hosts that have another content, by what it is called. */
    private static Map<String, Set<String>> othersThan(Content content, Map<Content, List<Running>> byContent) {
        Map<String, Set<String>> others = new LinkedHashMap<>();
        byContent.forEach((other, running) -> {
            if (!other.isSame(content)) {
                Set<String> hosts = others.computeIfAbsent(other.toString(), first -> new HashSet<>());
                running.forEach(one -> hosts.add(one.host().host()));
            }
        });
        return others;
    }

    private static String told(Map<String, Set<String>> others) {
        return others.entrySet().stream()
                .map(other -> other.getKey() + " on "
                        + other.getValue().stream().sorted().collect(Collectors.joining(", ")))
                .collect(Collectors.joining(" and "));
    }
}
