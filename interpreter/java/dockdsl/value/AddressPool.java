package dockdsl.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Addresses that a network gives out.
 *
 * @param gateway the host's own address in it; the engine's choice when empty
 * @param range the part of the subnet that containers get theirs from; all of it when empty
 * @param taken addresses that are given to nobody, under names of the user's choice
 */
public record AddressPool(
        Subnet subnet, Optional<IpAddress> gateway, Optional<Subnet> range, SortedMap<String, IpAddress> taken)
        implements Comparable<AddressPool> {
    public AddressPool {
        taken = Collections.unmodifiableSortedMap(new TreeMap<>(taken));
    }

    public AddressPool withoutGateway() {
        return new AddressPool(subnet, Optional.empty(), range, taken);
    }

    @Override
    public int compareTo(AddressPool other) {
        int bySubnet = subnet.compareTo(other.subnet);
        return bySubnet != 0 ? bySubnet : toString().compareTo(other.toString());
    }

    /** What is known of it beside the subnet. */
    public String details() {
        List<String> parts = new ArrayList<>();
        gateway.ifPresent(address -> parts.add("gateway " + address));
        range.ifPresent(part -> parts.add("ipRange " + part));
        taken.forEach((name, address) -> parts.add(name + " " + address));
        return String.join(", ", parts);
    }

    @Override
    public String toString() {
        return subnet + (details().isEmpty() ? "" : " (" + details() + ")");
    }
}
