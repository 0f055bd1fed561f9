package dockdsl.ssh;

import dockdsl.problem.SourceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the SSH configuration says about one host: the first value of a setting wins, files with keys add up, and of
 * ProxyJump and ProxyCommand only the first counts. ({@code ProxyJump none} leaves room for a ProxyCommand all the same.)
 */
final class SshConfigSettings {
    private static final Set<String> ADDING_UP = Set.of("identityfile", "certificatefile");

    private final String host;
    private Optional<String> canonical = Optional.empty();
    private boolean wantsFinal;
    private final Map<String, List<String>> values = new HashMap<>();
    private final Map<String, SourceRef> places = new HashMap<>();
    private final Set<String> passedOver = new LinkedHashSet<>();

    SshConfigSettings(String host) {
        this.host = host;
    }

    void take(String keyword, List<String> arguments) {
        if (ADDING_UP.contains(keyword)) {
            var known = values.computeIfAbsent(keyword, first -> new ArrayList<>());
            arguments.stream().filter(each -> !known.contains(each)).forEach(known::add);
        } else if (!isLateWay(keyword)) {
            values.putIfAbsent(keyword, arguments);
        }
    }

    private boolean isLateWay(String keyword) {
        return switch (keyword) {
            case "proxyjump" -> values.containsKey("proxycommand");
            case "proxycommand" -> values.containsKey("proxyjump") && !says("proxyjump", "none");
            default -> false;
        };
    }

    void take(SshConfigLine line) {
        take(line.keyword(), line.arguments());
        line.where()
                .ifPresent(place ->
                        line.arguments().forEach(value -> places.putIfAbsent(line.keyword() + " " + value, place)));
    }

    /** Where a value stands, when it stands in a file. */
    Optional<SourceRef> place(String keyword, String value) {
        return Optional.ofNullable(places.get(small(keyword) + " " + value));
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

    /** The address: the canonical name, HostName, or the host as the user calls it. */
    String hostName() {
        return canonical
                .or(() -> first("hostname").map(name -> name.replace("%h", host).replace("%%", "%")))
                .orElse(host);
    }

    /** From now on this is the address, whatever else is said. */
    void settle(String hostName) {
        canonical = Optional.of(hostName);
    }

    /** @param criterion {@code final}, or {@code canonical}, which asks for nothing by itself */
    void wantFinal(String criterion) {
        wantsFinal |= criterion.equals("final");
    }

    /** Whether there are sections that only count when all else is known. */
    boolean wantsFinal() {
        return wantsFinal;
    }

    /** Whether the address is settled and the configuration is read for the second time. */
    boolean isFinal() {
        return canonical.isPresent();
    }

    /** @param keyword in whatever letters */
    Optional<String> first(String keyword) {
        return all(keyword).stream().findFirst();
    }

    List<String> all(String keyword) {
        return values.getOrDefault(small(keyword), List.of());
    }

    private static String small(String keyword) {
        return keyword.toLowerCase(Locale.ROOT);
    }

    boolean says(String keyword, String value) {
        return first(keyword).map(value::equalsIgnoreCase).orElse(false);
    }

    /** Whether a setting that can be on and off is said to be on. */
    boolean isOn(String keyword) {
        return says(keyword, "yes") || says(keyword, "true");
    }

    boolean isOff(String keyword) {
        return says(keyword, "no") || says(keyword, "false");
    }

    /** What is said, as it would be written, with its place in a file: {@code Port 22 (/home/joe/.ssh/config:7)}. */
    Optional<String> line(String keyword) {
        return first(keyword)
                .map(value -> "`" + keyword + " " + value + "`"
                        + place(keyword, value)
                                .map(place -> " (" + place.fileAndLine() + ")")
                                .orElse(""));
    }
}
