package dockdsl.ssh;

import dockdsl.problem.SourceRef;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One setting of an SSH configuration.
 *
 * @param keyword in small letters
 * @param arguments without their quotes; a command for the shell is one, as it stands
 * @param where the place in a file; a line of the inventory has none here
 * @param conditions the Host and Match lines that must all hold for it
 */
record SshConfigLine(
        String keyword, List<String> arguments, Optional<SourceRef> where, List<SshConfigLine> conditions) {
    /** The criteria of Match that have an argument and can be decided. */
    static final Set<String> DECIDABLE = Set.of("host", "originalhost", "user", "localuser", "exec");

    /** Other names of settings, which OpenSSH takes, too. */
    private static final Map<String, String> ALSO_CALLED = Map.of(
            "dsaauthentication", "pubkeyauthentication",
            "challengeresponseauthentication", "kbdinteractiveauthentication",
            "skeyauthentication", "kbdinteractiveauthentication",
            "tisauthentication", "kbdinteractiveauthentication");

    /** Empty for blank lines, comments and lines that say nothing. */
    static Optional<SshConfigLine> read(String text) {
        var line = text.strip();
        var end = 0;
        while (end < line.length() && !Character.isWhitespace(line.charAt(end)) && line.charAt(end) != '=') {
            end++;
        }
        var keyword = line.substring(0, end).toLowerCase(Locale.ROOT);
        var rest = line.substring(end).strip();
        var value = rest.startsWith("=") ? rest.substring(1).strip() : rest;
        var arguments = switch (keyword) {
            case "proxycommand" -> List.of(value);
            case "match" -> SshConfigWords.ofCriteria(value);
            default -> SshConfigWords.of(value);
        };
        return keyword.isEmpty() || keyword.startsWith("#") || arguments.isEmpty()
                ? Optional.empty()
                : Optional.of(new SshConfigLine(
                        ALSO_CALLED.getOrDefault(keyword, keyword), arguments, Optional.empty(), List.of()));
    }

    SshConfigLine under(List<SshConfigLine> sections) {
        return new SshConfigLine(keyword, arguments, where, sections);
    }

    SshConfigLine at(SourceRef place) {
        return new SshConfigLine(keyword, arguments, Optional.of(place), conditions);
    }

    boolean startsSection() {
        return keyword.equals("host") || keyword.equals("match");
    }
}
