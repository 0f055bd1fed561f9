package dockdsl.plan;

import dockdsl.model.Declared;
import dockdsl.model.NetworkSpec;
import dockdsl.model.Site;
import dockdsl.observed.HostSnapshot;
import dockdsl.observed.ObservedContainer;
import dockdsl.observed.ObservedNetwork;
import dockdsl.plan.Action.ConnectNetwork;
import dockdsl.plan.Action.CreateNetwork;
import dockdsl.plan.Action.DisconnectNetwork;
import dockdsl.plan.Action.RemoveNetwork;
import dockdsl.plan.Resource.Kind;
import dockdsl.problem.SourceRef;
import dockdsl.value.Tree;
import dockdsl.vocabulary.NetworkWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What must happen to a network of one host that containers are members of. */
record NetworkPlanner(HostPlanner host, Site site, HostSnapshot snapshot, List<WantedContainer> wanted) {
    /** Before all containers, so that none of them starts in a network that is about to go. */
    private static final int FIRST_OF_ALL = -1;

    void plan(String name) {
        Optional<NetworkSpec> spec = site.network(name);
        Optional<ObservedNetwork> seen = snapshot.network(name);
        Resource resource = new Resource(Kind.NETWORK, name);
        List<TooNew> news =
                spec.map(declared -> TooNew.of(declared, snapshot.engine())).orElse(List.of());
        if (!news.isEmpty()) {
            news.forEach(one -> host.refuse(resource, one.what(), one.remedy()));
        } else if (spec.filter(NetworkSpec::isExternal).isPresent()) {
            external(resource, seen);
        } else if (seen.isEmpty()) {
            create(resource, spec);
        } else if (seen.get().site().filter(site.name()::equals).isEmpty()) {
            host.refuse(
                    resource,
                    "the network " + name + " is there already and belongs to "
                            + Owner.of(seen.get().labels()),
                    "Give the site's network another name (`prefix` does so for all of a site), remove the one on the host: docker network rm "
                            + name + ", or use it as it is: network '" + name + "', external: true.");
        } else {
            converge(resource, spec, seen.get());
        }
    }

    private void external(Resource resource, Optional<ObservedNetwork> seen) {
        if (seen.isPresent()) {
            host.keep(resource, "is there, made by somebody else");
        } else {
            host.refuse(
                    resource,
                    "the external network " + resource.name() + " is not there",
                    "Make it on the host: docker network create " + resource.name()
                            + ". Or take `external` away, and the site makes it.");
        }
    }

    private void create(Resource resource, Optional<NetworkSpec> spec) {
        Step create = Step.of(
                new CreateNetwork(resource.name(), body(resource.name(), spec)), new RemoveNetwork(resource.name()));
        host.create(resource, where(spec), create);
    }

    private static Optional<SourceRef> where(Optional<NetworkSpec> spec) {
        return spec.map(NetworkSpec::where);
    }

    private static Standing standing(Optional<NetworkSpec> spec) {
        return new Standing(NetworkWords.KEPT, spec.map(NetworkSpec::settings).orElse(Declared.NOTHING));
    }

    private Tree body(String name, Optional<NetworkSpec> spec) {
        Tree owned = new Tree(Map.of("Name", name, "Labels", Map.of(ObservedContainer.SITE_LABEL, site.name())))
                .with("Driver", "bridge")
                .with("CheckDuplicate", true);
        return standing(spec).into(owned);
    }

    private void converge(Resource resource, Optional<NetworkSpec> spec, ObservedNetwork seen) {
        List<Difference> differences = standing(spec).differences(seen.detail());
        if (differences.isEmpty()) {
            host.keep(resource, "is there");
            return;
        }
        List<ObservedContainer> members = snapshot.containers().stream()
                .filter(container -> container.endpoints().containsKey(seen.name()))
                .toList();
        List<ObservedContainer> strangers = members.stream()
                .filter(member -> !Ownership.isOurs(site, snapshot.host(), member))
                .toList();
        if (strangers.isEmpty()) {
            recreate(resource, spec, seen, differences, members);
        } else {
            refuseStrangers(resource, differences, strangers);
        }
    }

    private void refuseStrangers(Resource resource, List<Difference> differences, List<ObservedContainer> strangers) {
        String names = names(strangers);
        host.refuse(
                resource,
                "the network " + resource.name() + " has to be made anew ("
                        + differences.stream().map(Difference::setting).collect(Collectors.joining(", "))
                        + (differences.size() == 1 ? " differs" : " differ") + "), and " + names
                        + (strangers.size() == 1 ? " is" : " are") + " in it, which belongs to "
                        + Owner.of(strangers.getFirst().labels()),
                "Take it out first: docker network disconnect " + resource.name() + " "
                        + strangers.getFirst().name() + ".");
    }

    private static String names(List<ObservedContainer> containers) {
        return containers.stream().map(ObservedContainer::name).collect(Collectors.joining(", "));
    }

    /** Its members run on without it for a moment; whatever fails brings back the old one. */
    private void recreate(
            Resource resource,
            Optional<NetworkSpec> spec,
            ObservedNetwork seen,
            List<Difference> differences,
            List<ObservedContainer> members) {
        String name = resource.name();
        List<Step> steps = new ArrayList<>();
        for (ObservedContainer member : members) {
            Endpoint before = Endpoint.seen(member, member.endpoints().get(name));
            steps.add(Step.of(
                    new DisconnectNetwork(name, member.name()),
                    new ConnectNetwork(name, member.name(), before.body())));
        }
        steps.add(Step.of(new RemoveNetwork(name), new CreateNetwork(name, again(seen))));
        steps.add(Step.of(new CreateNetwork(name, body(name, spec)), new RemoveNetwork(name)));
        for (ObservedContainer member : members) {
            steps.add(Step.of(
                    new ConnectNetwork(name, member.name(), after(member, name).body()),
                    new DisconnectNetwork(name, member.name())));
        }
        List<Difference> all = new ArrayList<>(differences);
        members.forEach(member -> placeDifference(member, name).ifPresent(all::add));
        String reason = Counted.settings(differences.size()) + rejoining(members);
        host.add(Change.of(
                snapshot.host(),
                resource,
                FIRST_OF_ALL,
                where(spec),
                new Draft(Verb.REPLACE, reason, all, List.of(), steps)));
    }

    private static String rejoining(List<ObservedContainer> members) {
        if (members.isEmpty()) {
            return "";
        }
        return "; " + names(members) + (members.size() == 1 ? " leaves it and joins" : " leave it and join")
                + " it again";
    }

    /** A member may get another place in it on this occasion, such as another address. */
    private Optional<Difference> placeDifference(ObservedContainer member, String network) {
        String before = Endpoint.seen(member, member.endpoints().get(network)).toString();
        String after = after(member, network).besidesNamesOf(member).toString();
        return before.equals(after)
                ? Optional.empty()
                : Optional.of(new Difference(member.name(), Optional.of(before), Optional.of(after)));
    }

    private Endpoint after(ObservedContainer member, String network) {
        return wanted.stream()
                .filter(container -> container.name().equals(member.name()))
                .flatMap(container -> Optional.ofNullable(container.endpoints().get(network)).stream())
                .findFirst()
                .orElseGet(() ->
                        Endpoint.seen(member, member.endpoints().get(network)).floating());
    }

    /** What makes the network that is there once more. */
    private static Tree again(ObservedNetwork seen) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String field : List.of(
                "Name", "Driver", "Options", "Internal", "Attachable", "EnableIPv6", "EnableIPv4", "IPAM", "Labels")) {
            seen.detail().find(field).ifPresent(value -> fields.put(field, value));
        }
        return new Tree(fields);
    }
}
