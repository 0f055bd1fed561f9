package dockdsl.cli;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Host;
import dockdsl.model.SiteSecret;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.value.SecretUse;
import dockdsl.value.State;
import dockdsl.vocabulary.ContentWords;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The secrets that containers on the hosts of a job get. */
record SecretsOfRun(Job job) {

    /**
     * Fetches them, so that what is missing is told before any host is connected to, and starts on their fingerprints, which
     * take longer.
     *
     * @throws NothingToWorkOn naming each secret that there is no value of
     */
    void fetch() {
        if (!job.site().secrets().isEmpty()) {
            fetch(names());
        }
    }

    /**
     * Fetches those of these names that the site declares.
     *
     * @throws NothingToWorkOn naming each secret that there is no value of
     */
    void fetch(SortedSet<String> names) {
        List<SiteSecret> wanted = names.stream()
                .filter(job.site().secrets()::containsKey)
                .map(job.site().secrets()::get)
                .toList();
        List<NothingToWorkOn> missing = new ArrayList<>();
        for (SiteSecret secret : wanted) {
            try {
                secret.value().reveal();
            } catch (NothingToWorkOn e) {
                missing.add(e);
            }
        }
        throwIfAny(missing);
        if (!wanted.isEmpty()) {
            deriveAside(wanted);
        }
    }

    /** On a thread of its own: on those that hosts are connected to on, it would be in the way of all of them until it is done. */
    private static void deriveAside(List<SiteSecret> secrets) {
        Thread.ofPlatform().daemon().name("fingerprints").start(() -> secrets.forEach(SiteSecret::key));
    }

    private SortedSet<String> names() {
        List<String> hosts = job.hosts().stream().map(Host::name).toList();
        return job.containers().stream()
                .filter(container -> hosts.contains(container.host()) && container.state() != State.ABSENT)
                .flatMap(SecretsOfRun::names)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> names(ContainerSpec container) {
        return container.settings().get(ContentWords.SECRET, List.of()).stream().map(SecretUse::name);
    }

    private static void throwIfAny(List<NothingToWorkOn> missing) {
        if (missing.size() == 1) {
            throw missing.getFirst();
        }
        if (!missing.isEmpty()) {
            throw new NothingToWorkOn(
                    missing.size() + " secrets have no value. "
                            + missing.stream().map(Throwable::getMessage).collect(Collectors.joining(" ")),
                    missing.stream().map(NothingToWorkOn::remedy).distinct().collect(Collectors.joining("\n")));
        }
    }
}
