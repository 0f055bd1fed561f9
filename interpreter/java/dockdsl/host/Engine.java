package dockdsl.host;

import dockdsl.model.BuildSpec;
import dockdsl.model.RegistrySpec;
import dockdsl.observed.HostSnapshot;
import dockdsl.observed.Machine;
import dockdsl.observed.ObservedContainer;
import dockdsl.observed.Sample;
import dockdsl.observed.Stock;
import dockdsl.value.ImageRef;
import dockdsl.value.Parcel;
import dockdsl.value.Tree;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The Docker engine of one host: a snapshot and single calls. Safe for many threads at once.
 *
 * <p>Containers, networks and volumes are named by Id or name. Bodies are those of the Engine API. Every call throws {@link
 * dockdsl.problem.HostFailed} with the engine's own words when the engine refuses, and bounds its waiting.
 */
public interface Engine extends AutoCloseable {
    /** Everything in one round trip where the connection allows. */
    HostSnapshot observe(Interest interest);

    /** What the engine runs on. */
    Machine machine();

    /**
     * What running containers have used until now, by the name or Id that was asked for, in one round trip; those that do not run are
     * missing.
     */
    Map<String, Sample> samples(Collection<String> containers);

    /** @throws dockdsl.problem.HostFailed when there is no such container */
    ObservedContainer inspect(String container);

    /**
     * Asks the image's registry what its tag stands for now.
     *
     * @return the digest, {@code sha256:} and 64 hexadecimal digits; that of the list where the image is made for several platforms
     */
    String digest(ImageRef image, Optional<RegistrySpec.Login> login);

    /** Fetches it for the host's own platform. */
    default void pull(ImageRef image, Optional<RegistrySpec.Login> login, Consumer<String> progress) {
        pull(image, Optional.empty(), login, progress);
    }

    /**
     * @param platform such as {@code linux/arm64}; empty for the host's own
     * @param progress gets short lines such as {@code 3 of 7 layers, 12 of 40 MB}
     */
    void pull(ImageRef image, Optional<String> platform, Optional<RegistrySpec.Login> login, Consumer<String> progress);

    /** Gives an image that is there another name; who had that name before loses it. @param image its Id or a name */
    void tag(String image, ImageRef name);

    /**
     * Builds the folder on the engine under the name, with the fingerprint as label {@link BuildSpec#LABEL}.
     *
     * @param platform such as {@code linux/arm64}; empty for the host's own
     * @param site for which it is built: its name becomes the label {@link dockdsl.observed.StoredImage#BUILT_FOR}
     * @param gathered a tar archive with further files that go along with the folder's; no bytes for none
     * @param logins for the images that it is built on, by the address of their registry
     * @param progress gets short lines such as {@code Step 3/7 : RUN make}
     */
    void build(
            ImageRef image,
            BuildSpec build,
            Optional<String> platform,
            String site,
            byte[] gathered,
            Map<String, RegistrySpec.Login> logins,
            Consumer<String> progress);

    /** All images, and which of them every container uses; one round trip. */
    Stock stock();

    /**
     * Takes a name from an image, and with its last name the image itself; an Id takes the image. Does nothing when it is gone.
     *
     * @throws dockdsl.problem.HostFailed when a container uses it, or an Id has several names
     */
    void removeImage(String image);

    /**
     * Creates without starting. A field {@code Platform} asks for an image that is made for it. In its mounts, files of volumes with our own names may be named by {@code
     * VolumeOptions.Subpath}, whatever the engine's version.
     *
     * @return the new container's Id, and what the engine warns of
     * @throws AlreadyThere when there is a container of this name
     */
    Created create(String name, Tree body);

    /** @param warnings sentences of the engine: what it left out because its kernel does not have it, and the like */
    record Created(String id, List<String> warnings) {
        public Created {
            warnings = List.copyOf(warnings);
        }
    }

    void start(String container);

    /** Stops with the container's stop signal; kills after the time. Does nothing when it does not run. */
    void stop(String container, Duration patience);

    void restart(String container, Duration patience);

    /** Lets a paused container run on. */
    void resume(String container);

    void rename(String container, String name);

    /** Removes it with its anonymous volumes when asked, running or not. Does nothing when it is gone. */
    void remove(String container, boolean anonymousVolumes);

    /** Changes it in place. @param body of {@code POST /containers/ID/update} @return what the engine warns of */
    List<String> update(String container, Tree body);

    /** @throws AlreadyThere when there is a network of this name */
    void createNetwork(Tree body);

    void removeNetwork(String network);

    /** @param endpoint an {@code EndpointSettings} object */
    void connect(String network, String container, Tree endpoint);

    void disconnect(String network, String container);

    void createVolume(Tree body);

    void removeVolume(String volume);

    /** Removes it unless a container uses it, running or not. Does nothing when it is gone. */
    void removeUnusedVolume(String volume);

    /**
     * Unpacks files into a folder of a container, which need not run; that folder may be in a volume of it.
     *
     * @param folder an absolute path in the container that is there
     */
    void putFiles(String container, String folder, Parcel parcel);

    /** Runs a command in a running container to its end. */
    default CommandResult exec(String container, List<String> command, Duration timeout) {
        return exec(container, command, Map.of(), timeout);
    }

    /** The same with further variables in its environment. */
    CommandResult exec(String container, List<String> command, Map<String, String> environment, Duration timeout);

    /** The last lines a container wrote, standard output and error together. */
    List<String> lastLines(String container, int count);

    @Override
    void close();
}
