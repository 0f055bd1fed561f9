package dockdsl.host;

import dockdsl.observed.ObservedContainer;
import dockdsl.observed.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What people do by hand with the containers of one host. Safe for many threads at once; whatever takes long has a connection of
 * its own. Every call throws {@link dockdsl.problem.HostFailed} with the engine's own words when the engine refuses.
 */
public interface Operations {
    /** The containers that have the site's label, running or not, without detail. */
    List<ObservedContainer> containers(String site);

    /**
     * Tells of each container of a site that is started, until the connection ends.
     *
     * @param ready is called once, when no start is missed any more
     * @param started gets the container's Id
     */
    void starts(String site, Runnable ready, Consumer<String> started);

    /**
     * Reads what a container wrote; returns when that is all, or, when it is followed, when the container has stopped.
     *
     * @param to gets line after line, oldest first
     */
    void logs(String container, LogWish wish, Consumer<LogLine> to);

    /**
     * Starts a command in a running container and gives its streams.
     *
     * @param terminal the terminal it runs on; without one it runs on pipes
     */
    Running exec(String container, ContainerOrder order, Optional<Terminal> terminal);

    /**
     * Starts a container that was created, with its streams attached, and that the engine removes when it has ended.
     *
     * @param terminal given when it was created to run on one
     */
    Running start(String container, Optional<Terminal> terminal);

    ProcessList processes(String container);

    /** What containers have used until now, by their Ids; those that don't run are missing. One round trip. */
    Map<String, Sample> samples(Collection<String> containers);

    /** Whether a path in a container is a folder, or a link to one; empty when there is nothing. */
    Optional<Boolean> isFolder(String container, String path);

    /** Unpacks a tar archive into a folder of a container, running or not. */
    void upload(String container, String folder, InputStream archive) throws IOException;

    /** Reads a file or folder of a container, running or not, as a tar archive. */
    void download(String container, String path, Receiving receiving) throws IOException;

    /** What becomes of an archive. */
    interface Receiving {
        void of(InputStream archive) throws IOException;
    }

    /** @throws dockdsl.problem.HostFailed when there is no such container */
    ObservedContainer inspect(String container);
}
