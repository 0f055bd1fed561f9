package dockdsl.vocabulary;

import dockdsl.value.AddressPool;
import dockdsl.value.IpAddress;
import dockdsl.value.Subnet;
import dockdsl.value.Tree;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** How the engine keeps networks and volumes: the same fields when it lists them as when they are made. */
final class StandFields {
    private static final String POOLS = "IPAM.Config";
    private static final String GATEWAY = "gateway";

    private StandFields() {}

    /** @param usual what the engine takes when nothing is said */
    static EngineForm<String> text(String field, String usual) {
        return EngineForm.of(
                field,
                usual,
                seen -> seen.text(field).isEmpty() ? usual : seen.text(field),
                (body, text) -> body.with(field, text));
    }

    static EngineForm<Boolean> flag(String field) {
        return EngineForm.of(field, false, seen -> seen.flag(field), (body, flag) -> body.with(field, flag));
    }

    /** One that is set unless it is said otherwise, and that older engines do not tell. */
    static EngineForm<Boolean> flagOfOld(String field) {
        return EngineForm.of(
                field, true, seen -> !seen.has(field) || seen.flag(field), (body, flag) -> body.with(field, flag));
    }

    static EngineForm<SortedMap<String, String>> labels() {
        return EngineForm.of(
                "Labels",
                Collections.emptySortedMap(),
                seen -> EngineFields.users(seen.map("Labels")),
                (body, labels) -> body.with("Labels", EngineFields.merged(body.map("Labels"), labels)));
    }

    /**
     * An engine may have options of its own for what it makes, so only those count that it was told or shall be told.
     *
     * @param field in which they are told; the engine lists all of them as {@code Options}
     */
    static EngineForm<SortedMap<String, String>> options(String field) {
        return new ToldPairs("options").of(pairs(field, "Options"));
    }

    /** Those of who gives out the addresses, who may have some of its own as well. */
    static EngineForm<SortedMap<String, String>> ipamOptions() {
        return new ToldPairs("ipamOptions").of(pairs("IPAM.Options", "IPAM.Options"));
    }

    private static EngineForm<SortedMap<String, String>> pairs(String told, String listed) {
        return EngineForm.of(
                told,
                Collections.emptySortedMap(),
                seen -> Fields.texts(seen, listed),
                (body, pairs) -> body.with(told, pairs));
    }

    /** An engine picks subnets and gateways by itself where it is told none. */
    static EngineForm<SortedSet<AddressPool>> pools() {
        return EngineForm.<SortedSet<AddressPool>>of(
                        POOLS,
                        Collections.emptySortedSet(),
                        seen -> Kinds.sorted(seen.trees(POOLS).stream()
                                .map(StandFields::pool)
                                .toList()),
                        StandFields::into)
                .counting(StandFields::toldOrDeclared);
    }

    private static Tree into(Tree body, SortedSet<AddressPool> pools) {
        SortedSet<String> told = new TreeSet<>();
        for (AddressPool pool : pools) {
            told.add(family(pool));
            pool.gateway().ifPresent(gateway -> told.add(GATEWAY));
        }
        return Told.remember(
                body.with(POOLS, pools.stream().map(StandFields::fields).toList()), told);
    }

    private static SortedSet<AddressPool> toldOrDeclared(
            Tree seen, SortedSet<AddressPool> pools, Optional<SortedSet<AddressPool>> declared) {
        Set<String> told = Told.in(seen);
        SortedSet<AddressPool> wanted = declared.orElse(Collections.emptySortedSet());
        SortedSet<AddressPool> counted = new TreeSet<>();
        for (AddressPool pool : pools) {
            boolean ours = told.contains(family(pool))
                    || wanted.stream().anyMatch(other -> family(other).equals(family(pool)));
            boolean gatewayIsOurs = told.contains(GATEWAY)
                    || wanted.stream()
                            .anyMatch(other -> other.subnet().equals(pool.subnet())
                                    && other.gateway().isPresent());
            if (ours) {
                counted.add(gatewayIsOurs ? pool : pool.withoutGateway());
            }
        }
        return counted;
    }

    private static String family(AddressPool pool) {
        return pool.subnet().isIpv4() ? "ipam4" : "ipam6";
    }

    private static AddressPool pool(Tree config) {
        SortedMap<String, IpAddress> taken = new TreeMap<>();
        config.map("AuxiliaryAddresses")
                .forEach((name, address) -> taken.put(name, IpAddress.parse(String.valueOf(address))));
        return new AddressPool(
                Subnet.parse(config.text("Subnet")),
                text(config, "Gateway").map(StandFields::withoutLength).map(IpAddress::parse),
                text(config, "IPRange").map(Subnet::parse),
                taken);
    }

    private static Optional<String> text(Tree config, String field) {
        return Optional.of(config.text(field)).filter(text -> !text.isEmpty());
    }

    /** Some engines write the gateway as an address with the length of its subnet. */
    private static String withoutLength(String address) {
        return address.replaceFirst("/.*", "");
    }

    private static Map<String, Object> fields(AddressPool pool) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Subnet", pool.subnet().toString());
        pool.gateway().ifPresent(gateway -> fields.put("Gateway", gateway.toString()));
        pool.range().ifPresent(range -> fields.put("IPRange", range.toString()));
        if (!pool.taken().isEmpty()) {
            Map<String, String> taken = new TreeMap<>();
            pool.taken().forEach((name, address) -> taken.put(name, address.toString()));
            fields.put("AuxiliaryAddresses", taken);
        }
        return fields;
    }
}
