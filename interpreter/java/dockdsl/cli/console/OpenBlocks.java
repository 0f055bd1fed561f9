package dockdsl.cli.console;

import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.Language;
import dockdsl.vocabulary.SiteWords;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the end of an unfinished text in the language stands: in which block, behind which word. */
record OpenBlocks(Optional<Block> innermost, String statement) {
    private static final Pattern WORD = Pattern.compile("\\s*(\\w+).*", Pattern.DOTALL);

    /** @param innermost empty when a brace that is open belongs to no block that is known */
    static OpenBlocks of(String text) {
        Deque<Optional<Block>> open = new ArrayDeque<>();
        open.push(Optional.of(SiteWords.ENVIRONMENT));
        StringBuilder statement = new StringBuilder();
        char quote = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
                statement.append(c);
            } else if (c == '{') {
                open.push(block(open.element(), statement.toString()));
                statement.setLength(0);
            } else if (c == '}') {
                if (open.size() > 1) {
                    open.pop();
                }
                statement.setLength(0);
            } else if (c == ';' || c == '\n') {
                statement.setLength(0);
            } else {
                quote = c == '\'' || c == '"' ? c : 0;
                statement.append(c);
            }
        }
        return new OpenBlocks(open.element(), statement.toString());
    }

    private static Optional<Block> block(Optional<Block> around, String statement) {
        Matcher word = WORD.matcher(statement);
        return around.filter(known -> word.matches())
                .flatMap(known -> Language.word(known, word.group(1)))
                .flatMap(found -> found instanceof Block block ? Optional.of(block) : Optional.empty());
    }

    /** The word that the statement begins with, when more stands behind it. */
    Optional<String> word() {
        Matcher word = WORD.matcher(statement);
        return word.matches() && !statement.stripLeading().equals(word.group(1))
                ? Optional.of(word.group(1))
                : Optional.empty();
    }
}
