package dockdsl.ssh;

import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** What {@code CanonicalizeHostname} and {@code CanonicalDomains} make of short names, each looked up once. */
final class CanonicalNames {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final List<String> NO = List.of("no", "none", "false");

    private final Predicate<String> hasAddress;
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    CanonicalNames() {
        this(CanonicalNames::isKnownToNameServer);
    }

    /** @param hasAddress whether there is a host of that name */
    CanonicalNames(Predicate<String> hasAddress) {
        this.hasAddress = hasAddress;
    }

    static boolean areWanted(SshConfigSettings said) {
        return said.first("canonicalizehostname")
                .map(value -> !NO.contains(value.toLowerCase(Locale.ROOT)))
                .orElse(false);
    }

    /** The address as the configuration wants it; as it is where no domain has that name, or the name has dots enough. */
    String of(SshConfigSettings said) {
        var name = said.hostName().toLowerCase(Locale.ROOT);
        if (!areWanted(said) || isLeftToOthers(said) || Names.isLiteral(name) || dots(name) > mostDots(said)) {
            return name;
        }
        return said.all("canonicaldomains").stream()
                .map(domain -> name + "." + domain)
                .filter(full -> known.computeIfAbsent(full, hasAddress::test))
                .findFirst()
                .orElse(name);
    }

    /** Behind another host a name may mean something else. */
    private static boolean isLeftToOthers(SshConfigSettings said) {
        return !said.says("canonicalizehostname", "always")
                && (isGiven("proxyjump", said) || isGiven("proxycommand", said));
    }

    private static boolean isGiven(String keyword, SshConfigSettings said) {
        return said.first(keyword).filter(way -> !way.equalsIgnoreCase("none")).isPresent();
    }

    private static long dots(String name) {
        return name.chars().filter(c -> c == '.').count();
    }

    private static long mostDots(SshConfigSettings said) {
        return said.first("canonicalizemaxdots")
                .filter(dots -> dots.matches("[0-9]{1,3}"))
                .map(Long::valueOf)
                .orElse(1L);
    }

    private static boolean isKnownToNameServer(String name) {
        try {
            return !Names.resolve(name, Deadline.in(PATIENCE)).isEmpty();
        } catch (UnknownHostException | TimeoutException unknown) {
            return false;
        }
    }
}
