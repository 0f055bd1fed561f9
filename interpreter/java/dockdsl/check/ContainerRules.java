package dockdsl.check;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Declared;
import dockdsl.problem.Problems;
import dockdsl.value.Check;
import dockdsl.value.IpAddress;
import dockdsl.value.Mount;
import dockdsl.value.NetworkMembership;
import dockdsl.value.PullPolicy;
import dockdsl.value.State;
import dockdsl.value.Tmpfs;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.IsolationWords;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What one container may not say. */
final class ContainerRules {
    private static final List<State> NOT_RUNNING = List.of(State.STOPPED, State.ABSENT, State.PRESENT);
    private static final Pattern HOSTNAME = Pattern.compile(
            "(?=.{1,63}$)[a-zA-Z0-9]([a-zA-Z0-9_-]*[a-zA-Z0-9])?(\\.[a-zA-Z0-9]([a-zA-Z0-9_-]*[a-zA-Z0-9])?)*");

    private static final String OURS = "dockdsl.";

    private ContainerRules() {}

    static void check(ContainerSpec container, Problems problems) {
        checkState(container, problems);
        checkLabels(container, problems);
        checkNetworks(container, problems);
        checkBuild(container, problems);
        checkTargets(container, problems);
        checkPlaces(container, problems);
        MemoryRules.check(container, problems);
        CpuRules.check(container, problems);
        ContentRules.check(container, problems);
        SharingRules.check(container, problems);
    }

    private static void checkPlaces(ContainerSpec container, Problems problems) {
        Declared settings = container.settings();
        settings.find(ContainerWords.WORKDIR)
                .filter(folder -> !folder.startsWith("/"))
                .ifPresent(folder -> problems.add(
                        SiteChecker.where(container, ContainerWords.WORKDIR),
                        "'" + folder + "' is not an absolute path",
                        "Write the folder in the container from its root on: workdir '/srv'."));
        settings.find(ContainerWords.HOSTNAME)
                .filter(name -> !HOSTNAME.matcher(name).matches())
                .ifPresent(name -> problems.add(
                        SiteChecker.where(container, ContainerWords.HOSTNAME),
                        "'" + name + "' is not a name for a host",
                        "Use letters, digits, dashes and dots, 63 at most: hostname 'redis'."));
        settings.find(ContainerWords.EXTRA_HOSTS).stream()
                .flatMap(names -> names.entrySet().stream())
                .filter(entry -> !isAddress(entry.getValue()))
                .forEach(entry -> problems.add(
                        SiteChecker.where(container, ContainerWords.EXTRA_HOSTS),
                        "'" + entry.getValue() + "' is not an address",
                        "Write the address that " + entry.getKey() + " has: extraHosts '" + entry.getKey()
                                + "': '10.0.0.21'."));
        if (settings.says(ContainerWords.GATHER) && !settings.says(ContainerWords.BUILD)) {
            problems.add(
                    SiteChecker.where(container, ContainerWords.GATHER),
                    "container '" + container.name() + "' gathers files and builds nothing",
                    "Name the folder with the Dockerfile and the script: build 'images/" + container.name() + "'.");
        }
    }

    /** Of IPv4 or IPv6, or the engine's word for the host itself. */
    private static boolean isAddress(String text) {
        return text.equals("host-gateway") || IpAddress.find(text).isPresent();
    }

    private static void checkTargets(ContainerSpec container, Problems problems) {
        Set<String> targets = new HashSet<>();
        for (Mount mount : container.settings().get(ContainerWords.VOLUME, Collections.emptySortedSet())) {
            if (!targets.add(mount.target())) {
                problems.add(
                        SiteChecker.where(container, ContainerWords.VOLUME),
                        "two volumes of container '" + container.name() + "' are at " + mount.target(),
                        "Give one of them another place: volume '" + mount.source() + "', at: '...'.");
            }
        }
        for (Tmpfs folder : container.settings().get(IsolationWords.TMPFS, Collections.emptySortedSet())) {
            if (!targets.add(folder.target())) {
                problems.add(
                        SiteChecker.where(container, IsolationWords.TMPFS),
                        "something of container '" + container.name() + "' is at " + folder.target() + " already",
                        "Give one of them another place: tmpfs '/run/...'.");
            }
        }
    }

    private static void checkState(ContainerSpec container, Problems problems) {
        State state = container.state();
        if (NOT_RUNNING.contains(state) && !container.checks().isEmpty()) {
            problems.add(
                    SiteChecker.where(container, ContainerWords.CHECK),
                    "container '" + container.name() + "' is to be " + state + " and has a check",
                    "Only a running container can prove anything. Remove the check, or write state reloaded.");
        }
        if (state == State.ABSENT && container.settings().says(ContainerWords.LINK)) {
            problems.add(
                    SiteChecker.where(container, ContainerWords.LINK),
                    "container '" + container.name() + "' is to be absent and has a link",
                    "Remove the link; `on` and `state absent` are enough.");
        }
    }

    private static void checkLabels(ContainerSpec container, Problems problems) {
        container.settings().find(ContainerWords.LABELS).stream()
                .flatMap(labels -> labels.keySet().stream())
                .filter(label -> label.startsWith(OURS))
                .forEach(label -> problems.add(
                        SiteChecker.where(container, ContainerWords.LABELS),
                        "the label '" + label + "' is one of dockdsl's own",
                        "Give it a name that does not begin with '" + OURS + "'."));
    }

    private static void checkNetworks(ContainerSpec container, Problems problems) {
        Set<String> networks = container.networks().stream()
                .map(NetworkMembership::network)
                .filter(network -> Set.of("host", "none", "bridge").contains(network))
                .collect(Collectors.toSet());
        networks.forEach(network -> problems.add(
                SiteChecker.where(container, ContainerWords.NETWORKS),
                "'" + network + "' is a network of the engine itself",
                network.equals("bridge")
                        ? "Declare one of the site and use that: network 'backend' at the top level, networks 'backend' here."
                        : "Write networkMode '" + network + "'."));
    }

    private static void checkBuild(ContainerSpec container, Problems problems) {
        if (container.build().isPresent() && container.pull() == PullPolicy.ALWAYS) {
            problems.add(
                    SiteChecker.where(container, ContainerWords.PULL),
                    "container '" + container.name() + "' is built and pulled",
                    "Remove `pull always` or `build`.");
        }
        if (container.build().isPresent()
                && container.image().filter(image -> image.digest().isPresent()).isPresent()) {
            problems.add(
                    SiteChecker.where(container, ContainerWords.IMAGE),
                    "what is built can't have a digest beforehand",
                    "Write the image with a tag: image '" + container.name() + ":1.0'.");
        }
        for (Check check : container.checks()) {
            if (check instanceof Check.Tcp(int port, var within) && port > 65535) {
                problems.add(
                        SiteChecker.where(container, ContainerWords.CHECK),
                        port + " is not a port",
                        "A port is a number from 1 to 65535.");
            }
        }
    }
}
