package dockdsl.observed;

import dockdsl.value.ImageRef;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What one host had at one moment, as far as a site asked.
 *
 * @param host the host's name in the inventory
 * @param address the IP address at which it was reached
 * @param containers every container of the engine, running or not, by name
 * @param images what the engine has under the names that were asked for; a missing image has no entry
 * @param networks every network of the engine, by name
 * @param volumes every volume of the engine, by name
 * @param otherImages what containers of interest run that is not among {@code images}, because its name moved on
 */
public record HostSnapshot(
        String host,
        String address,
        EngineInfo engine,
        List<ObservedContainer> containers,
        Map<ImageRef, ObservedImage> images,
        List<ObservedNetwork> networks,
        List<ObservedVolume> volumes,
        List<ObservedImage> otherImages) {
    public HostSnapshot {
        containers = sorted(containers, ObservedContainer::name);
        images = Map.copyOf(images);
        networks = sorted(networks, ObservedNetwork::name);
        volumes = sorted(volumes, ObservedVolume::name);
        otherImages = List.copyOf(otherImages);
    }

    /** Engines list what is newest first, which nobody wants to read. */
    private static <T> List<T> sorted(List<T> listed, Function<T, String> name) {
        return List.copyOf(listed).stream().sorted(Comparator.comparing(name)).toList();
    }

    /** A snapshot in which every container runs an image that was asked for. */
    public HostSnapshot(
            String host,
            String address,
            EngineInfo engine,
            List<ObservedContainer> containers,
            Map<ImageRef, ObservedImage> images,
            List<ObservedNetwork> networks,
            List<ObservedVolume> volumes) {
        this(host, address, engine, containers, images, networks, volumes, List.of());
    }

    /** The same with other containers. */
    public HostSnapshot having(List<ObservedContainer> others) {
        return new HostSnapshot(host, address, engine, others, images, networks, volumes, otherImages);
    }

    /** Containers are asked for by name again and again. */
    public Optional<ObservedContainer> container(String name) {
        int low = 0;
        int high = containers.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (containers.get(middle).name().compareTo(name) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        boolean found = low < containers.size() && containers.get(low).name().equals(name);
        return found ? Optional.of(containers.get(low)) : Optional.empty();
    }

    public Optional<ObservedImage> image(ImageRef ref) {
        return Optional.ofNullable(images.get(ref));
    }

    /** The image of this Id, if it is among those that were asked for or that a container runs. */
    public Optional<ObservedImage> image(String id) {
        return withId(id, images.values()).or(() -> withId(id, otherImages));
    }

    private static Optional<ObservedImage> withId(String id, Collection<ObservedImage> images) {
        for (ObservedImage image : images) {
            if (image.id().equals(id)) {
                return Optional.of(image);
            }
        }
        return Optional.empty();
    }

    public Optional<ObservedNetwork> network(String name) {
        return networks.stream().filter(network -> network.name().equals(name)).findFirst();
    }

    public Optional<ObservedVolume> volume(String name) {
        return volumes.stream().filter(volume -> volume.name().equals(name)).findFirst();
    }
}
