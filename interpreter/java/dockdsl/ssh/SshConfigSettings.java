package dockdsl.ssh;

import dockdsl.problem.SourceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the SSH configuration says about one host: the first value of a setting wins, files with keys add up, and of
 * ProxyJump and ProxyCommand only the first counts.
 */
final class SshConfigSettings {
    private static final Set<String> ADDING_UP = Set.of("identityfile", "certificatefile");
    private static final Set<String> WAYS = Set.of("proxyjump", "proxycommand");

    private final String host;
    private final Map<String, List<String>> values = new HashMap<>();
    private final Map<String, SourceRef> places = new HashMap<>();
    private final Set<String> passedOver = new LinkedHashSet<>();

    SshConfigSettings(String host) {
        this.host = host;
    }

    void take(String keyword, List<String> arguments) {
        if (ADDING_UP.contains(keyword)) {
            values.computeIfAbsent(keyword, first -> new ArrayList<>()).addAll(arguments);
        } else if (!WAYS.contains(keyword) || WAYS.stream().noneMatch(values::containsKey)) {
            values.putIfAbsent(keyword, arguments);
        }
    }

    void take(SshConfigLine line) {
        take(line.keyword(), line.arguments());
        line.where()
                .ifPresent(place ->
                        line.arguments().forEach(value -> places.putIfAbsent(line.keyword() + " " + value, place)));
    }

    /** Where a value stands, when it stands in a file. */
    Optional<SourceRef> place(String keyword, String value) {
        return Optional.ofNullable(places.get(keyword + " " + value));
    }

    /** Notes a section that depends on what is not known here. */
    void passOver(String section) {
        passedOver.add(section);
    }

    List<String> passedOver() {
        return List.copyOf(passedOver);
    }

    /** The host as the user calls it. */
    String host() {
        return host;
    }

    /** The address: HostName, or the host as the user calls it. */
    String hostName() {
        return first("hostname")
                .map(name -> name.replace("%h", host).replace("%%", "%"))
                .orElse(host);
    }

    /** @param keyword in small letters */
    Optional<String> first(String keyword) {
        return all(keyword).stream().findFirst();
    }

    List<String> all(String keyword) {
        return values.getOrDefault(keyword, List.of());
    }

    boolean says(String keyword, String value) {
        return first(keyword).map(value::equalsIgnoreCase).orElse(false);
    }
}
