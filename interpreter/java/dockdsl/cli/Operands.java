package dockdsl.cli;

import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What stands behind a command: names, where it takes some, and a site.
 *
 * @param site as the user calls it; empty when not named
 */
record Operands(List<String> names, String site) {
    /** The last one is the site if it is a Groovy file or a folder with one in it, which no container is called like. */
    static Operands of(Invocation invocation, Path folder) {
        List<String> words = invocation.arguments();
        if (!invocation.command().takesSite()) {
            return new Operands(words, invocation.last(Option.SITE).orElse(""));
        }
        boolean hasSite = !words.isEmpty() && (!invocation.command().takesNames() || isSite(words.getLast(), folder));
        return hasSite ? new Operands(words.subList(0, words.size() - 1), words.getLast()) : new Operands(words, "");
    }

    private static boolean isSite(String word, Path folder) {
        return word.endsWith(".groovy")
                || word.contains("/")
                || Files.isRegularFile(folder.resolve(word).resolve(JobReader.USUAL_FILE));
    }
}
