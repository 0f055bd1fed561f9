package dockdsl.ssh;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What OpenSSH's client configuration says, read as ssh_config(5) tells. */
final class SshConfig {
    private final List<SshConfigLine> lines;
    private final String localUser;
    private final MatchCommands commands = new MatchCommands();

    private SshConfig(List<SshConfigLine> lines, String localUser) {
        this.lines = List.copyOf(lines);
        this.localUser = localUser;
    }

    /** Files that are not there say nothing. */
    static SshConfig read(List<Path> files, Path home, String localUser) {
        var lines = new ArrayList<SshConfigLine>();
        files.forEach(file -> lines.addAll(new SshConfigFile(home).read(file)));
        return new SshConfig(lines, localUser);
    }

    /**
     * The settings for a host as the user calls it.
     *
     * @param user who is going to log in, when the user said so
     * @param options lines that come before those of the files, such as {@code StrictHostKeyChecking=no}
     */
    SshConfigSettings about(String host, Optional<String> user, List<String> options) {
        var settings = new SshConfigSettings(host);
        user.ifPresent(name -> settings.take("user", List.of(name)));
        options.stream()
                .flatMap(option -> SshConfigLine.read(option).stream())
                .forEach(option -> settings.take(option));
        for (var line : lines) {
            if (line.conditions().stream().allMatch(condition -> holds(condition, settings))) {
                settings.take(line);
            }
        }
        return settings;
    }

    /** Whether a {@code Host} line is about this host, and not about all of them. */
    boolean names(String host) {
        return sections().anyMatch(line -> !line.arguments().equals(List.of("*")) && isAmong(line.arguments(), host));
    }

    /** The hosts that have a {@code Host} line of their own. */
    List<String> hosts() {
        return sections()
                .flatMap(line -> line.arguments().stream())
                .filter(pattern -> !pattern.matches(".*[*?!].*"))
                .distinct()
                .toList();
    }

    private Stream<SshConfigLine> sections() {
        return lines.stream()
                .flatMap(line -> line.conditions().stream())
                .filter(condition -> condition.keyword().equals("host"));
    }

    private boolean holds(SshConfigLine condition, SshConfigSettings settings) {
        return condition.keyword().equals("host")
                ? isAmong(condition.arguments(), settings.host())
                : matches(condition.arguments(), settings);
    }

    private boolean matches(List<String> criteria, SshConfigSettings settings) {
        for (var i = 0; i < criteria.size(); i++) {
            var criterion = criteria.get(i).toLowerCase(Locale.ROOT);
            var negated = criterion.startsWith("!");
            var name = negated ? criterion.substring(1) : criterion;
            if (name.equals("all")) {
                continue;
            }
            if (!SshConfigLine.DECIDABLE.contains(name) || i + 1 == criteria.size()) {
                settings.passOver("Match " + String.join(" ", criteria));
                return false;
            }
            if (holds(name, criteria.get(++i), settings) == negated) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(String criterion, String wanted, SshConfigSettings settings) {
        return criterion.equals("exec")
                ? commands.succeeds(tokens(settings).fill(wanted))
                : isAmong(List.of(wanted.split(",")), subject(criterion, settings));
    }

    private Tokens tokens(SshConfigSettings settings) {
        return Tokens.of(settings)
                .and('r', settings.first("user").orElse(localUser))
                .and('p', settings.first("port").orElse("22"))
                .and('u', localUser);
    }

    private String subject(String criterion, SshConfigSettings settings) {
        return switch (criterion) {
            case "localuser" -> localUser;
            case "host" -> settings.hostName();
            case "originalhost" -> settings.host();
            default -> settings.first("user").orElse(localUser);
        };
    }

    private static boolean isAmong(List<String> patterns, String text) {
        var lowered = patterns.stream()
                .map(pattern -> pattern.toLowerCase(Locale.ROOT))
                .toList();
        return Patterns.match(lowered, text.toLowerCase(Locale.ROOT));
    }
}
