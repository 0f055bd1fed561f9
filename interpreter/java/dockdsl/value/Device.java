package dockdsl.value;

import java.util.Comparator;
import java.util.stream.Collectors;

/**
 * A device of the host that a container may use.
 *
 * @param permissions some of {@code r}, {@code w} and {@code m} (make a node), in this order
 */
public record Device(String host, String container, String permissions) implements Comparable<Device> {
    private static final Comparator<Device> ORDER =
            Comparator.comparing(Device::container).thenComparing(Device::host).thenComparing(Device::permissions);
    private static final String ALL = "rwm";
    private static final String SPELLINGS =
            "Write '/dev/ttyUSB0', '/dev/ttyUSB0:/dev/modem' or '/dev/ttyUSB0:/dev/modem:rw'.";

    public Device {
        host = Mount.clean(host);
        container = Mount.clean(container);
        String given = permissions.isEmpty() ? ALL : permissions;
        if (!host.startsWith("/") || !container.startsWith("/") || !given.matches("[rwm]{1,3}")) {
            throw new Malformed("'" + host + ":" + container + ":" + given + "' is not a device", SPELLINGS);
        }
        permissions = ALL.chars()
                .mapToObj(Character::toString)
                .filter(given::contains)
                .collect(Collectors.joining());
    }

    /**
     * Reads Docker's {@code host[:container][:permissions]}.
     *
     * @throws Malformed when it is not that
     */
    public static Device parse(String text) {
        String[] parts = text.strip().split(":", -1);
        return switch (parts.length) {
            case 1 -> new Device(parts[0], parts[0], ALL);
            case 2 ->
                parts[1].startsWith("/")
                        ? new Device(parts[0], parts[1], ALL)
                        : new Device(parts[0], parts[0], parts[1]);
            case 3 -> new Device(parts[0], parts[1], parts[2]);
            default -> throw new Malformed("'" + text + "' is not a device", SPELLINGS);
        };
    }

    @Override
    public int compareTo(Device other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return host + ":" + container + ":" + permissions;
    }
}
