package dockdsl.ssh;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What OpenSSH's client configuration says, read as ssh_config(5) tells. */
final class SshConfig {
    private final List<SshConfigLine> lines;

    private SshConfig(List<SshConfigLine> lines) {
        this.lines = List.copyOf(lines);
    }

    /** Files that are not there say nothing. */
    static SshConfig read(List<Path> files, Path home) {
        var lines = new ArrayList<SshConfigLine>();
        files.forEach(file -> lines.addAll(new SshConfigFile(home).read(file)));
        return new SshConfig(lines);
    }

    /**
     * The settings for a host as the user calls it.
     *
     * @param user who is going to log in, when the user said so
     */
    SshConfigSettings about(String host, Optional<String> user) {
        var settings = new SshConfigSettings(host);
        user.ifPresent(name -> settings.take("user", List.of(name)));
        for (var line : lines) {
            if (line.conditions().stream().allMatch(condition -> holds(condition, settings))) {
                settings.take(line.keyword(), line.arguments());
            }
        }
        return settings;
    }

    private static boolean holds(SshConfigLine condition, SshConfigSettings settings) {
        return condition.keyword().equals("host")
                ? isAmong(condition.arguments(), settings.host())
                : matches(condition.arguments(), settings);
    }

    private static boolean matches(List<String> criteria, SshConfigSettings settings) {
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
            if (isAmong(List.of(criteria.get(++i).split(",")), subject(name, settings)) == negated) {
                return false;
            }
        }
        return true;
    }

    private static String subject(String criterion, SshConfigSettings settings) {
        return switch (criterion) {
            case "host" -> settings.hostName();
            case "originalhost" -> settings.host();
            default -> settings.first("user").orElse("");
        };
    }

    private static boolean isAmong(List<String> patterns, String text) {
        var lowered = patterns.stream()
                .map(pattern -> pattern.toLowerCase(Locale.ROOT))
                .toList();
        return Patterns.match(lowered, text.toLowerCase(Locale.ROOT));
    }
}
