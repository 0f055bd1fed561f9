package dockdsl.cli.console;

import dockdsl.lang.Typing;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which lines may be kept in a file: none that has a secret in it, or what looks like one. */
public final class HistoryRule implements Predicate<String> {
    private static final Pattern GIVEN =
            Pattern.compile("([\\w-]+)['\"]?\\s*[:=]\\s*(?:'([^']+)'|\"([^\"]+)\"|([^\\s'\",;)}]+))");
    private static final Pattern FOR_PROGRAMS = Pattern.compile(
            "(?:^|\\s)(?:(?:mysql|mysqldump|mariadb|sshpass)\\s.*-p\\s*\\S"
                    + "|(?:curl|wget)\\s.*(?:-u|--user)[= ]\\s*\\S+:\\S|chpasswd\\b|(?:openssl)\\s+passwd\\s|htpasswd\\s+-\\w*b)");
    private static final Pattern FOR_VAULTS =
            Pattern.compile("(?:dockdsl\\s+)?secrets\\s+encrypt_string\\b.*", Pattern.DOTALL);

    private final Predicate<String> hasSecret;

    /** @param hasSecret whether a text has a value in it that is known to be secret */
    public HistoryRule(Predicate<String> hasSecret) {
        this.hasSecret = hasSecret;
    }

    @Override
    public boolean test(String line) {
        return !hasSecret.test(line)
                && !Typing.looksSecret(line)
                && !FOR_PROGRAMS.matcher(line).find()
                && !FOR_VAULTS.matcher(line.strip()).matches()
                && GIVEN.matcher(line).results().noneMatch(given -> {
                    String value = Stream.of(given.group(2), given.group(3), given.group(4))
                            .filter(group -> group != null)
                            .findFirst()
                            .orElse("");
                    return !value.startsWith("$") && Typing.looksSecret(given.group(1), value);
                });
    }
}
