package dockdsl.cli;

import dockdsl.adhoc.Chosen;
import dockdsl.model.ContainerSpec;
import dockdsl.model.Host;
import dockdsl.problem.Nearest;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.value.Malformed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which containers words mean: {@code web} all instances of that container wherever it is, {@code web-2} the second of each host,
 * {@code web@web1} or {@code web1/web} those of some hosts, and a pattern of hosts everything of the site on these.
 */
record Selection(Job job, List<Choice> choices) {
    private static final String EVERY = "";

    /** @param container as the site or the engine calls it; empty for all */
    record Choice(String container, Set<String> hosts) {
        boolean means(String host, String engineName, Optional<ContainerSpec> declared) {
            boolean named = container.equals(EVERY)
                    || container.equals(engineName)
                    || declared.filter(spec -> spec.name().equals(container)).isPresent();
            return named && hosts.contains(host);
        }
    }

    /**
     * @param words none for everything of the site
     * @throws NothingToWorkOn when a word means neither a container nor a host
     */
    static Selection of(Job job, List<String> words) {
        List<Choice> choices = new ArrayList<>();
        words.forEach(word -> choices.add(choice(job, word)));
        return new Selection(job, words.isEmpty() ? List.of(new Choice(EVERY, names(job.hosts()))) : choices);
    }

    private static Choice choice(Job job, String word) {
        Optional<Choice> container = container(job, word);
        if (container.isPresent()) {
            return container.get();
        }
        try {
            Set<String> hosts = limited(job, word);
            if (hosts.isEmpty()) {
                throw new NothingToWorkOn("`" + word + "`: none of these hosts is left by `--limit`.", "");
            }
            return new Choice(EVERY, hosts);
        } catch (Malformed nothing) {
            String hint = Nearest.hint(word, containers(job));
            throw new NothingToWorkOn(
                    "`" + word + "` is neither a container of the site '"
                            + job.site().name() + "' nor a host.",
                    hint.isEmpty() ? "Its containers are " + String.join(", ", containers(job)) + "." : hint,
                    nothing);
        }
    }

    /** Whether a word can be the name of a container at all, with a host or without. */
    static boolean mayBeContainer(String word) {
        return word.matches("[A-Za-z0-9][A-Za-z0-9_.-]*([@/].+)?") && !word.equals("all") && !word.startsWith("all/")
                || word.matches("[^/]+/[A-Za-z0-9][A-Za-z0-9_.-]*");
    }

    /** The container of the site that a word means; empty when it means none. */
    static Optional<Choice> container(Job job, String word) {
        int at = word.lastIndexOf('@');
        int slash = word.indexOf('/');
        if (at > 0) {
            return container(job, word.substring(0, at), word.substring(at + 1));
        }
        return slash > 0
                ? container(job, word.substring(slash + 1), word.substring(0, slash))
                : container(job, word, "all");
    }

    private static Optional<Choice> container(Job job, String name, String hosts) {
        if (!containers(job).contains(name)) {
            return Optional.empty();
        }
        Set<String> having = new HashSet<>();
        job.site().containers().stream()
                .filter(spec -> spec.name().equals(name) || spec.engineName().equals(name))
                .forEach(spec -> having.add(spec.host()));
        try {
            having.retainAll(limited(job, hosts));
        } catch (Malformed nothing) {
            throw new NothingToWorkOn("`" + hosts + "`: " + nothing.getMessage() + ".", nothing.remedy(), nothing);
        }
        if (having.isEmpty()) {
            throw new NothingToWorkOn(
                    "The container " + name + " is on none of the chosen hosts.",
                    "The site has it on " + String.join(", ", on(job, name)) + ".");
        }
        return Optional.of(new Choice(name, having));
    }

    private static List<String> on(Job job, String name) {
        return job.site().containers().stream()
                .filter(spec -> spec.name().equals(name) || spec.engineName().equals(name))
                .map(ContainerSpec::host)
                .distinct()
                .toList();
    }

    private static Set<String> limited(Job job, String pattern) {
        Set<String> hosts = names(job.inventory().match(pattern));
        hosts.retainAll(names(job.hosts()));
        return hosts;
    }

    private static Set<String> names(List<Host> hosts) {
        Set<String> names = new HashSet<>();
        hosts.forEach(host -> names.add(host.name()));
        return names;
    }

    static List<String> containers(Job job) {
        Set<String> names = new TreeSet<>();
        job.site().containers().forEach(spec -> {
            names.add(spec.name());
            names.add(spec.engineName());
        });
        return List.copyOf(names);
    }

    Chosen chosen() {
        Set<String> hosts = new HashSet<>();
        choices.forEach(choice -> hosts.addAll(choice.hosts()));
        return new Chosen(
                job.site().name(),
                job.hosts().stream().filter(host -> hosts.contains(host.name())).toList(),
                (host, name) ->
                        choices.stream().anyMatch(choice -> choice.means(host.name(), name, declared(host, name))));
    }

    private Optional<ContainerSpec> declared(Host host, String engineName) {
        return job.site().containers().stream()
                .filter(spec ->
                        spec.host().equals(host.name()) && spec.engineName().equals(engineName))
                .findFirst();
    }
}
