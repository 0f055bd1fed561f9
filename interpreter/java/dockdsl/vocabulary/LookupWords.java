package dockdsl.vocabulary;

import java.util.List;
import java.util.SortedSet;

/** The words of a {@code container} block about names: its own domain, and how it looks up others. */
public final class LookupWords {
    public static final Setting<String> DOMAINNAME = Setting.of(
                    "domainname", Kinds.TEXT, "domainname 'example.com'", "The domain of the name it gives itself.")
            .alsoKnownAs("domain_name", "domain")
            .keptAs(EngineFields.domainname());

    public static final Setting<List<String>> DNS = Setting.of(
                    "dns",
                    LookupKinds.SERVERS,
                    "dns '10.0.0.53', '1.1.1.1'",
                    "Name servers, in the order in which they are asked; the host's when not said. "
                            + "Names of other containers are found all the same.")
            .alsoKnownAs("dns_servers", "nameservers", "nameserver")
            .adding(Kinds::joined)
            .keptAs(LookupKinds.servers());

    public static final Setting<List<String>> DNS_SEARCH = Setting.of(
                    "dnsSearch",
                    Kinds.TEXTS,
                    "dnsSearch 'example.com'",
                    "Domains in which short names are looked up, in this order; '.' means none.")
            .alsoKnownAs("dns_search", "dns_search_domains", "search")
            .adding(Kinds::joined)
            .keptAs(Fields.hostList("DnsSearch"));

    public static final Setting<SortedSet<String>> DNS_OPTIONS = Setting.of(
                    "dnsOptions", Kinds.NAMES, "dnsOptions 'ndots:2', 'timeout:3'", "Options of resolv.conf(5).")
            .alsoKnownAs("dns_opt", "dns_opts", "dnsOpts")
            .adding(Kinds::union)
            .keptAs(Fields.hostSet("DnsOptions", text -> text));

    private LookupWords() {}
}
