package dockdsl.ssh;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What OpenSSH's client configuration says, read as ssh_config(5) tells. */
final class SshConfig {
    private final List<SshConfigLine> lines;
    private final LocalUser user;
    private final CanonicalNames names;
    private final MatchCommands commands = new MatchCommands();
    private final Map<Path, List<SshConfigLine>> others = new ConcurrentHashMap<>();

    private SshConfig(List<SshConfigLine> lines, LocalUser user, CanonicalNames names) {
        this.lines = List.copyOf(lines);
        this.user = user;
        this.names = names;
    }

    /** Files that are not there say nothing. */
    static SshConfig read(List<Path> files, LocalUser user) {
        return read(files, user, new CanonicalNames());
    }

    static SshConfig read(List<Path> files, LocalUser user, CanonicalNames names) {
        var lines = new ArrayList<SshConfigLine>();
        files.forEach(file -> lines.addAll(new SshConfigFile(user.home()).read(file)));
        return new SshConfig(lines, user, names);
    }

    /**
     * The settings for a host as the user calls it.
     *
     * @param login who is going to log in, when the user said so
     * @param options lines that come before those of the files, such as {@code StrictHostKeyChecking=no}; a file that
     *     {@code Include} names among them is read in place of the usual ones
     */
    SshConfigSettings about(String host, Optional<String> login, List<String> options) {
        var settings = new SshConfigSettings(host);
        login.ifPresent(name -> settings.take("user", List.of(name)));
        options.stream()
                .flatMap(option -> SshConfigLine.read(option).stream())
                .forEach(option -> settings.take(option));
        var lines = lines(options);
        takeAllThatHolds(lines, settings);
        if (settings.wantsFinal() || CanonicalNames.areWanted(settings)) {
            settings.settle(names.of(settings));
            takeAllThatHolds(lines, settings);
        }
        return settings;
    }

    /** The files that are named in place of the usual ones, as with {@code ssh -F}. */
    static List<Path> filesInPlace(List<String> options) {
        return options.stream()
                .flatMap(option -> SshConfigLine.read(option).stream())
                .filter(option -> option.keyword().equals("include"))
                .flatMap(option -> option.arguments().stream())
                .map(Path::of)
                .toList();
    }

    private List<SshConfigLine> lines(List<String> options) {
        var files = filesInPlace(options);
        return files.isEmpty()
                ? lines
                : files.stream().flatMap(file -> read(file).stream()).toList();
    }

    private List<SshConfigLine> read(Path file) {
        return others.computeIfAbsent(file.toAbsolutePath(), new SshConfigFile(user.home())::read);
    }

    private void takeAllThatHolds(List<SshConfigLine> lines, SshConfigSettings settings) {
        for (var line : lines) {
            if (line.conditions().stream().allMatch(condition -> holds(condition, settings))) {
                settings.take(line);
            }
        }
    }

    /** Whether a {@code Host} line is about this host, and not about all of them. */
    boolean names(String host, List<String> options) {
        return sections(lines(options))
                .anyMatch(line -> !line.arguments().equals(List.of("*")) && Patterns.match(line.arguments(), host));
    }

    /** The hosts that have a {@code Host} line of their own. */
    List<String> hosts() {
        return sections(lines)
                .flatMap(line -> line.arguments().stream())
                .filter(pattern -> !pattern.matches(".*[*?!].*"))
                .distinct()
                .toList();
    }

    private static Stream<SshConfigLine> sections(List<SshConfigLine> lines) {
        return lines.stream()
                .flatMap(line -> line.conditions().stream())
                .filter(condition -> condition.keyword().equals("host"));
    }

    private boolean holds(SshConfigLine condition, SshConfigSettings settings) {
        return condition.keyword().equals("host")
                ? Patterns.match(condition.arguments(), settings.isFinal() ? settings.hostName() : settings.host())
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
            if (name.equals("final") || name.equals("canonical")) {
                settings.wantFinal(name);
                if (settings.isFinal() == negated) {
                    return false;
                }
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
                ? commands.succeeds(new Tokens(settings, user).fillCommand(wanted))
                : isOneOf(List.of(wanted.split(",")), criterion, settings);
    }

    /** Users' names are compared letter by letter, those of hosts are not. */
    private boolean isOneOf(List<String> wanted, String criterion, SshConfigSettings settings) {
        return switch (criterion) {
            case "localuser" -> Patterns.match(wanted, user.name());
            case "host" -> isAmong(wanted, settings.hostName());
            case "originalhost" -> isAmong(wanted, settings.host());
            default -> Patterns.match(wanted, settings.first("user").orElse(user.name()));
        };
    }

    private static boolean isAmong(List<String> patterns, String text) {
        var lowered = patterns.stream()
                .map(pattern -> pattern.toLowerCase(Locale.ROOT))
                .toList();
        return Patterns.match(lowered, text.toLowerCase(Locale.ROOT));
    }
}
