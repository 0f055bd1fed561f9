package dockdsl.inventory;

import dockdsl.problem.SourceRef;
import dockdsl.problem.UsageMistake;
import dockdsl.value.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hosts named one by one on the command line: {@code h1,h2} or {@code deploy@h1:2222,}. */
final class HostList {
    private static final Pattern USER = Pattern.compile("(?:([^@\\s]+)@)?([^@\\s]+)");
    private static final SourceRef WHERE = SourceRef.startOf("-i");

    private HostList() {}

    /** @throws UsageMistake when a part is no host, or all are empty */
    static void read(String source, Draft draft) {
        boolean empty = true;
        for (String part : parts(source)) {
            if (!part.isBlank()) {
                host(part.strip(), draft);
                empty = false;
            }
        }
        if (empty) {
            throw new UsageMistake("-i '" + source + "' names no host.", "Write for example -i 'web1,web2'.");
        }
    }

    /** Split at commas outside of brackets. */
    private static List<String> parts(String source) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        boolean inBrackets = false;
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            inBrackets = c == '[' || inBrackets && c != ']';
            if (c == ',' && !inBrackets) {
                parts.add(source.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(source.substring(start));
        return parts;
    }

    private static void host(String text, Draft draft) {
        Matcher parts = USER.matcher(text);
        if (!parts.matches()) {
            throw new UsageMistake("-i: '" + text + "' is not a host.", "Write a name, or user@name:port.");
        }
        try {
            HostPattern hosts = HostPattern.read(unbracketed(parts.group(2)));
            for (String name : hosts.names()) {
                draft.host(name, Draft.UNGROUPED, hosts.port(), WHERE);
                Optional.ofNullable(parts.group(1))
                        .ifPresent(user -> draft.hostVariable(name, "ansible_user", new Written.Scalar(user, WHERE)));
            }
        } catch (Malformed wrong) {
            throw new UsageMistake("-i: " + wrong.getMessage() + ".", wrong.remedy(), wrong);
        }
    }

    private static String unbracketed(String text) {
        return text.matches("\\[[0-9a-fA-F:.]*::?[0-9a-fA-F:.]*]") && !text.matches("\\[\\d+:\\d+(:\\d+)?]")
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
