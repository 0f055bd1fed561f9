package dockdsl.adhoc;

/**
 * Where something is done: on a host, or in one of its containers.
 *
 * @param host as the inventory calls it
 * @param container as the engine calls it; empty for the host itself
 */
public record Place(String host, String container) {
    public static Place on(String host) {
        return new Place(host, "");
    }

    /** {@code web1}, or {@code web1/app} for a container. */
    @Override
    public String toString() {
        return container.isEmpty() ? host : host + "/" + container;
    }
}
