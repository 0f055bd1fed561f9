package dockdsl.inventory;

import dockdsl.value.Malformed;
import dockdsl.value.SecretVariable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Fills {@code {{ name }}} and {@code {{ name | default('text') }}} in a value that is needed to get to a host. Nothing else of
 * Ansible's templates is understood.
 */
record Template(String host, Function<String, Optional<Written>> variables) {
    private static final Pattern NAME = Pattern.compile("\\{\\{-?\\s*(?<name>[a-zA-Z_]\\w*)\\s*"
            + "(?:\\|\\s*(?:default|d)\\(\\s*(?:'(?<single>[^'{]*)'|\"(?<double>[^\"{]*)\"|(?<number>\\d+)|(?<other>[a-zA-Z_]\\w*))"
            + "\\s*(?:,\\s*\\w+\\s*)?\\)\\s*)?-?}}");
    private static final int DEEPEST = 10;

    String filled(String text) {
        return filled(text, 0);
    }

    private String filled(String text, int depth) {
        if (!text.contains("{{") && !text.contains("{%")) {
            return text;
        }
        if (depth > DEEPEST) {
            throw new Malformed("'" + text + "' refers to itself", "Write the value itself.");
        }
        String filled = NAME.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found, text, depth)));
        if (filled.contains("{{") || filled.contains("{%")) {
            throw new Malformed(
                    "'" + text + "' is a template of Ansible",
                    "Only plain variables are filled in, as in {{ name }} or {{ name | default('text') }}. Write the value itself.");
        }
        return filled;
    }

    private String value(MatchResult found, String text, int depth) {
        String name = found.group("name");
        return isKnown(name)
                ? value(name, text, depth)
                : Stream.of("single", "double", "number")
                        .flatMap(kind -> Optional.ofNullable(found.group(kind)).stream())
                        .findFirst()
                        .orElseGet(() ->
                                value(Optional.ofNullable(found.group("other")).orElse(name), text, depth));
    }

    private boolean isKnown(String name) {
        return name.startsWith("inventory_hostname") || variables.apply(name).isPresent();
    }

    private String value(String name, String text, int depth) {
        if (name.equals("inventory_hostname")) {
            return host;
        }
        if (name.equals("inventory_hostname_short")) {
            return host.split("\\.")[0];
        }
        Object value = variables
                .apply(name)
                .map(Written::plain)
                .filter(each -> !(each instanceof List || each instanceof Map))
                .orElseThrow(() -> new Malformed(
                        "'" + text + "' needs the variable '" + name + "', which this host does not have",
                        "Give the variable to host '" + host + "', or write the value itself."));
        return filled(text(value), depth + 1);
    }

    /** A value that is needed to get to a host is decrypted for it. */
    static String text(Object value) {
        return value instanceof SecretVariable variable ? variable.secret().revealText() : String.valueOf(value);
    }
}
