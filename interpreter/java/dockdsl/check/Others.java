package dockdsl.check;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import dockdsl.model.Unread;
import dockdsl.problem.Nearest;
import dockdsl.problem.SourceRef;
import dockdsl.value.State;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.Setting;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The containers of a site as others name them.
 *
 * @param unread what of the file is not known, so that nothing is told that may be a slip of the reader
 */
record Others(Map<String, List<ContainerSpec>> byName, Unread unread) {
    static Others of(Site site, Unread unread) {
        return new Others(site.containers().stream().collect(Collectors.groupingBy(ContainerSpec::name)), unread);
    }

    /** All of that name, on every host; empty when there are none. */
    List<ContainerSpec> called(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /**
     * Whether the file may declare it, or say where it is and in which state, in a part that could not be read.
     *
     * @param more what else matters of it
     */
    boolean isUncertain(String name, Setting<?>... more) {
        boolean mayBeDeclared = unread.mayDeclare(ContainerWords.BLOCK.name())
                || unread.containers().containsKey(name);
        return !byName.containsKey(name) && mayBeDeclared
                || unread.maySay(name, ContainerWords.ON.name())
                || unread.maySay(name, ContainerWords.STATE.name())
                || Stream.of(more).anyMatch(setting -> unread.maySay(name, setting.name()));
    }

    /** What to do about a name that no container has. @param otherwise what else there is to do than to declare it */
    String declare(String name, String otherwise) {
        return Nearest.to(name, byName.keySet())
                .map(near -> "Did you mean '" + near + "'?")
                .orElse("Declare it: container('" + name + "') { ... }" + otherwise + ".");
    }

    static boolean isAbsent(ContainerSpec container) {
        return container.state() == State.ABSENT;
    }

    /** What to do about something that cannot be had of an absent container. */
    static String removeOrKeep(String what, ContainerSpec absent, SourceRef seenFrom) {
        return "Remove " + what + ", or `state absent` in "
                + SiteChecker.where(absent, ContainerWords.STATE).seenFrom(seenFrom) + ".";
    }
}
