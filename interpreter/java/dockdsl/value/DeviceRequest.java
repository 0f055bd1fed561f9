package dockdsl.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Devices, mostly GPUs, that a driver of the engine finds and brings into a container.
 *
 * @param driver who finds them; empty means the first that can do what is asked for
 * @param count how many; -1 means all, 0 those of the ids
 * @param ids which ones, by number or by name; none when they are counted
 * @param capabilities what the driver has to be able to do; each is a list of words with commas between them, in the order of the
 *     alphabet, and one of these lists is enough
 * @param options of the driver
 */
public record DeviceRequest(
        String driver,
        int count,
        SortedSet<String> ids,
        SortedSet<String> capabilities,
        SortedMap<String, String> options)
        implements Comparable<DeviceRequest> {
    public static final int ALL = -1;

    /** The driver of the Container Device Interface, whose devices are named in full and do what they do. */
    public static final String CDI = "cdi";

    private static final String GPU = "gpu";
    private static final Comparator<DeviceRequest> ORDER = Comparator.comparing(DeviceRequest::driver)
            .thenComparingInt(DeviceRequest::count)
            .thenComparing(request -> request.ids().toString())
            .thenComparing(request -> request.capabilities().toString())
            .thenComparing(request -> request.options().toString());

    public DeviceRequest {
        if (count < ALL) {
            throw new Malformed("a number of devices is not negative", "Write a number, or 'all'.");
        }
        ids = Collections.unmodifiableSortedSet(new TreeSet<>(ids));
        capabilities = Collections.unmodifiableSortedSet(new TreeSet<>(capabilities));
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }

    /** What one word says of capabilities: all of them, and that of a GPU, which is what everybody means. */
    public static SortedSet<String> together(SortedSet<String> words, String driver) {
        SortedSet<String> all = new TreeSet<>(words);
        if (!driver.equals(CDI)) {
            all.add(GPU);
        }
        return all.isEmpty() ? Collections.emptySortedSet() : new TreeSet<>(List.of(String.join(",", all)));
    }

    @Override
    public int compareTo(DeviceRequest other) {
        return ORDER.compare(this, other);
    }

    /** Such as {@code all}, {@code 2, driver nvidia} or {@code devices 0 and 1, for compute,gpu}. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        parts.add(ids.isEmpty() ? counted() : (ids.size() == 1 ? "device " : "devices ") + String.join(" and ", ids));
        if (!driver.isEmpty()) {
            parts.add("driver " + driver);
        }
        if (!capabilities.isEmpty() && !capabilities.equals(new TreeSet<>(List.of(GPU)))) {
            parts.add("for " + String.join(" or ", capabilities));
        }
        options.forEach((name, value) -> parts.add(name + "=" + value));
        return String.join(", ", parts);
    }

    private String counted() {
        return count == ALL ? "all" : String.valueOf(count);
    }
}
