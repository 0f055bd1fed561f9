package dockdsl.cli.console;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells JLine when a line is whole, and what the word is that it shall complete. */
final class LineParser implements Parser {
    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && LineReading.of(line) instanceof Meaning.Unfinished) {
            throw new EOFError(-1, -1, "the line goes on");
        }
        return new ToTheCursor(line, cursor, Completion.last(line.substring(0, cursor)));
    }

    /** @param word the one that ends at the cursor */
    private record ToTheCursor(String line, int cursor, String word) implements CompletingParsedLine {
        @Override
        public int wordCursor() {
            return word.length();
        }

        /** Words are found where quotes begin, so that nothing needs any. */
        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return word.length();
        }

        @Override
        public int rawWordLength() {
            return word.length();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word);
        }
    }
}
