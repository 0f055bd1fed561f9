package dockdsl.bootstrap;

import java.util.ArrayList;
import java.util.List;

/**
 * The registries that an engine may speak plain HTTP with. Several sites share the list, so what one asks for is added and what
 * is there stays.
 *
 * @param entries {@code host:port}, {@code host} or {@code 10.0.0.0/8}
 */
record InsecureRegistries(List<String> entries) {
    static final String KEY = "insecure-registries";

    static InsecureRegistries of(Object value) {
        return new InsecureRegistries(
                value instanceof List<?> list
                        ? list.stream().map(String::valueOf).toList()
                        : List.of());
    }

    boolean cover(InsecureRegistries wanted) {
        return wanted.entries.stream().allMatch(this::covers);
    }

    /** These, and those of the wanted ones that they do not cover. */
    InsecureRegistries and(InsecureRegistries wanted) {
        List<String> all = new ArrayList<>(entries);
        wanted.entries.stream().filter(entry -> !covers(entry)).forEach(all::add);
        return new InsecureRegistries(List.copyOf(all));
    }

    private boolean covers(String registry) {
        return entries.contains(registry) || entries.stream().anyMatch(entry -> holds(entry, registry));
    }

    /** Whether an IPv4 network such as 10.0.0.0/8 holds the address of a registry. */
    private static boolean holds(String network, String registry) {
        int slash = network.indexOf('/');
        String address = registry.replaceFirst(":\\d+$", "");
        if (slash < 0 || !isAddress(address) || !isAddress(network.substring(0, slash))) {
            return false;
        }
        int bits = Integer.parseInt(network.substring(slash + 1));
        long mask = bits == 0 ? 0 : -1L << (32 - bits);
        return (number(address) & mask) == (number(network.substring(0, slash)) & mask);
    }

    private static boolean isAddress(String text) {
        return text.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    }

    private static long number(String address) {
        long number = 0;
        for (String part : address.split("\\.")) {
            number = number << 8 | Long.parseLong(part);
        }
        return number;
    }
}
