package dockdsl.cli.completion;

import dockdsl.value.HostRange;
import dockdsl.value.Malformed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names in Groovy files, found in their text. Nothing in a file is run because somebody pressed a key, and one that is being
 * written may be wrong as a whole; names that are made up by code are missing.
 */
final class NamesInSite {
    private static final int MOST_BYTES = 1_000_000;
    private static final Pattern COMMENT = Pattern.compile("(?m)(^|\\s)//.*$|/\\*(?s:.*?)\\*/");
    private static final Pattern INCLUDE = quoted("include");
    private static final Pattern MORE = Pattern.compile("\\G\\s*,\\s*['\"]([^'\"$\\n]+)['\"](?!\\s*:)");

    private final Set<Path> read = new HashSet<>();
    private final StringBuilder text = new StringBuilder();

    /** @param file a site file or an inventory in Groovy; what it includes belongs to it */
    NamesInSite(Path file) {
        read(file);
    }

    private void read(Path file) {
        if (!read.add(file.toAbsolutePath().normalize())) {
            return;
        }
        String own = COMMENT.matcher(contents(file)).replaceAll("$1");
        text.append(own).append('\n');
        all(INCLUDE, own).forEach(name -> read(file.resolveSibling(name)));
    }

    private static String contents(Path file) {
        try {
            return Files.size(file) > MOST_BYTES ? "" : new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** Of hosts, with their ranges written out, and of groups. */
    Set<String> hosts() {
        Set<String> names = new LinkedHashSet<>();
        all("group").forEach(names::add);
        all("host").forEach(host -> names.addAll(expanded(host)));
        return names;
    }

    /** What stands behind a word: {@code container('web')}, {@code image 'redis:7.4.1'}. */
    Set<String> all(String word) {
        return all(quoted(word), text.toString());
    }

    private static Set<String> all(Pattern word, String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher found = word.matcher(text);
        while (found.find()) {
            names.add(found.group(1));
            Matcher more = MORE.matcher(text).region(found.end(), text.length());
            while (more.find()) {
                names.add(more.group(1));
            }
        }
        return names;
    }

    private static Pattern quoted(String word) {
        return Pattern.compile("(?<![\\w.])" + word + "\\s*\\(?\\s*['\"]([^'\"$\\n]+)['\"]");
    }

    private static List<String> expanded(String host) {
        try {
            return HostRange.expand(host);
        } catch (Malformed beingWritten) {
            return List.of();
        }
    }
}
