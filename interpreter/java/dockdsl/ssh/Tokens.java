package dockdsl.ssh;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of ssh_config(5), such as {@code %h}, and what they stand for; those that are not known stay as they are. */
record Tokens(Map<Character, String> values) {
    private static final Pattern TOKEN = Pattern.compile("%(.)");

    Tokens {
        values = Map.copyOf(values);
    }

    /** The tokens that tell the host. */
    static Tokens of(SshConfigSettings said) {
        return new Tokens(Map.of('%', "%", 'h', said.hostName(), 'n', said.host()));
    }

    Tokens and(char token, String value) {
        var more = new HashMap<>(values);
        more.put(token, value);
        return new Tokens(more);
    }

    String fill(String text) {
        return TOKEN.matcher(text)
                .replaceAll(token -> Matcher.quoteReplacement(
                        values.getOrDefault(token.group(1).charAt(0), token.group())));
    }
}
