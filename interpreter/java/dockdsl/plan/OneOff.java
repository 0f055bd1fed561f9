package dockdsl.plan;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Pins;
import dockdsl.model.Site;
import dockdsl.observed.HostSnapshot;
import dockdsl.problem.HostFailed;
import dockdsl.value.Mount;
import dockdsl.value.Tree;
import dockdsl.vocabulary.ContainerWords;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A container that runs once beside those of the site, with the settings of one of them: no ports of the host, no names or
 * addresses of its own in networks, no restarts, and not the site's to count.
 *
 * @param name what the engine calls it
 * @param prepare what it takes to have it, started by nobody yet
 * @param clean what is left to do when it is gone, or to be gone; harmless when it is
 */
public record OneOff(String name, List<Action> prepare, List<Action> clean) {
    /** Has the names of site and container, {@code shop/app}. */
    public static final String LABEL = "dockdsl.oneoff";

    private static final Set<Resource.Kind> GROUND =
            Set.of(Resource.Kind.NETWORK, Resource.Kind.VOLUME, Resource.Kind.IMAGE);

    /**
     * What somebody wants of it.
     *
     * @param command instead of that of the container or its image; empty for that
     * @param user empty for that of the container
     * @param folder empty for that of the container
     * @param environment further variables, each {@code NAME=VALUE}
     * @param onTerminal whether it runs on a terminal
     */
    public record Wish(
            List<String> command, String user, String folder, List<String> environment, boolean onTerminal) {}

    /**
     * Asks for the secrets that the container gets.
     *
     * @param digits what tells it from others of the kind
     * @param addresses of hosts as other hosts reach them
     */
    public static OneOff of(
            Site site,
            ContainerSpec spec,
            HostSnapshot snapshot,
            Map<String, String> addresses,
            Pins pins,
            Wish wish,
            String digits) {
        Topology topology = new Topology(site, addresses);
        for (LostLink link : topology.lost(spec)) {
            throw new HostFailed(snapshot.host(), link.what(), link.remedy());
        }
        for (TooNew news : TooNew.of(spec, snapshot.engine())) {
            throw new HostFailed(snapshot.host(), news.what(), news.remedy());
        }
        WantedContainer wanted = WantedContainer.of(site, spec, topology);
        String name = spec.engineName() + ".run-" + digits;
        List<Action> prepare = new ArrayList<>(ground(site, wanted, snapshot, addresses, pins));
        actions(new DeliverySteps(snapshot).fill(wanted)).forEach(prepare::add);
        prepare.add(new Action.CreateContainer(
                name, body(site, wanted, wish), wanted.delivery().variables()));
        wanted.furtherEndpoints()
                .forEach((network, endpoint) -> prepare.add(
                        new Action.ConnectNetwork(network, name, bare(endpoint).body())));
        List<Action> clean = new ArrayList<>();
        clean.add(new Action.RemoveContainer(name, true));
        if (wanted.delivery().hasFiles()) {
            clean.add(new Action.RemoveUnusedVolume(wanted.delivery().volume()));
        }
        return new OneOff(name, List.copyOf(prepare), List.copyOf(clean));
    }

    /** Networks, volumes and the image, as far as they are not there. */
    private static List<Action> ground(
            Site site, WantedContainer wanted, HostSnapshot snapshot, Map<String, String> addresses, Pins pins) {
        SortedSet<String> names = new TreeSet<>(wanted.endpoints().keySet());
        wanted.settings().get(ContainerWords.VOLUME, Collections.emptySortedSet()).stream()
                .filter(mount -> mount.type() == Mount.Type.VOLUME)
                .forEach(mount -> names.add(mount.source()));
        wanted.spec().image().ifPresent(image -> names.add(image.toString()));
        List<Action> ground = new ArrayList<>();
        Plan plan = Planner.plan(site.withSecretsUnseen(), List.of(snapshot), addresses, pins, false);
        for (Change change : plan.changes()) {
            boolean needed = GROUND.contains(change.resource().kind())
                    && names.contains(change.resource().name())
                    && !isThere(change.resource(), snapshot, wanted);
            if (needed) {
                ground.addAll(actions(change.prepare()));
                ground.addAll(actions(change.switching()));
            }
        }
        return ground;
    }

    /** What is there is taken as it is: to change it is for {@code apply}. */
    private static boolean isThere(Resource resource, HostSnapshot snapshot, WantedContainer wanted) {
        return switch (resource.kind()) {
            case NETWORK -> snapshot.network(resource.name()).isPresent();
            case VOLUME -> snapshot.volume(resource.name()).isPresent();
            case IMAGE -> snapshot.images().containsKey(wanted.spec().image().orElseThrow());
            case CONTAINER -> true;
        };
    }

    private static List<Action> actions(List<Step> steps) {
        return steps.stream().map(Step::action).toList();
    }

    private static Endpoint bare(Endpoint endpoint) {
        return new Endpoint(new TreeSet<>(), endpoint.links());
    }

    private static Tree body(Site site, WantedContainer wanted, Wish wish) {
        TreeMap<String, Endpoint> endpoints = new TreeMap<>();
        wanted.endpoints().forEach((network, endpoint) -> endpoints.put(network, bare(endpoint)));
        Tree body = new WantedContainer(
                        wanted.site(), wanted.spec(), wanted.settings(), endpoints, wanted.rollout(), wanted.delivery())
                .body();
        Map<String, Object> fields = new LinkedHashMap<>(body.fields());
        fields.remove("MacAddress");
        fields.remove("ExposedPorts");
        Map<String, Object> host = new LinkedHashMap<>(body.map("HostConfig"));
        host.keySet().removeAll(Set.of("PortBindings", "PublishAllPorts", "RestartPolicy"));
        host.put("AutoRemove", true);
        fields.put("HostConfig", host);
        Map<String, Object> labels = new LinkedHashMap<>(body.map("Labels"));
        labels.keySet().removeAll(wanted.ownership().keySet());
        labels.put(LABEL, site.name() + "/" + wanted.spec().engineName());
        fields.put("Labels", labels);
        fields.put("Healthcheck", Map.of("Test", List.of("NONE")));
        fields.put("Tty", wish.onTerminal());
        List.of("OpenStdin", "StdinOnce", "AttachStdin", "AttachStdout", "AttachStderr")
                .forEach(field -> fields.put(field, true));
        if (!wish.command().isEmpty()) {
            fields.put("Cmd", wish.command());
        }
        if (!wish.user().isEmpty()) {
            fields.put("User", wish.user());
        }
        if (!wish.folder().isEmpty()) {
            fields.put("WorkingDir", wish.folder());
        }
        List<Object> environment = new ArrayList<>(body.items("Env"));
        environment.addAll(wish.environment());
        fields.put("Env", environment);
        Tree whole = new Tree(fields);
        return endpoints.isEmpty()
                ? whole
                : withoutMac(whole, endpoints.firstKey(), endpoints.firstEntry().getValue());
    }

    private static Tree withoutMac(Tree body, String network, Endpoint endpoint) {
        return body.with(
                "NetworkingConfig.EndpointsConfig",
                Map.of(network, endpoint.body().fields()));
    }
}
