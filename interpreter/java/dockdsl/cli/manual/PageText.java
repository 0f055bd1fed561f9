package dockdsl.cli.manual;

import dockdsl.cli.manual.Part.Code;
import dockdsl.cli.manual.Part.Entries;
import dockdsl.cli.manual.Part.Entry;
import dockdsl.cli.manual.Part.Paragraph;
import dockdsl.cli.text.Cut;
import dockdsl.cli.text.Line;
import dockdsl.cli.text.Tone;
import dockdsl.cli.text.Wrapped;
import java.util.ArrayList;
import java.util.List;

/** A page for a terminal. */
public final class PageText {
    /** Longer lines are hard to read. */
    private static final int WIDEST = 88;

    /** Where there is less room, nothing is easy to read. */
    private static final int NARROWEST = 40;

    private static final int WIDEST_TERM = 28;
    private static final String INDENT = "  ";

    private final List<Line> lines = new ArrayList<>();
    private final int width;

    private PageText(int width) {
        this.width = width;
    }

    /** @param width of the terminal */
    public static List<Line> of(Page page, int width) {
        PageText text = new PageText(Math.clamp(width, NARROWEST, WIDEST));
        text.lines.add(Line.of(Tone.STRONG, page.title()));
        page.parts().forEach(text::add);
        return text.lines;
    }

    private void add(Part part) {
        lines.add(Line.EMPTY);
        switch (part) {
            case Paragraph(String text) -> Wrapped.at(width, text).forEach(line -> lines.add(Line.of(line)));
            case Code(List<String> code) ->
                code.forEach(line ->
                        lines.add(Line.of(Tone.GOOD, INDENT + INDENT + line).hanging(4 * INDENT.length())));
            case Entries(String title, List<Entry> entries) -> add(title, entries);
        }
    }

    private void add(String title, List<Entry> entries) {
        if (!title.isEmpty()) {
            lines.add(Line.of(Tone.STRONG, title));
        }
        int room = 0;
        for (Entry entry : entries) {
            room = Math.max(
                    room,
                    Math.min(Math.min(WIDEST_TERM, width / 3), entry.term().length()));
        }
        for (Entry entry : entries) {
            add(entry, room);
        }
    }

    /** @param room for the term; a longer one stands alone */
    private void add(Entry entry, int room) {
        String term = INDENT + Cut.padded(entry.term(), room) + INDENT;
        String blank = " ".repeat(room + 2 * INDENT.length());
        List<String> text = Wrapped.at(width - blank.length(), entry.text());
        if (entry.term().length() > room) {
            lines.add(Line.of(Tone.STRONG, term.stripTrailing()));
            text.forEach(line -> lines.add(Line.of(blank + line)));
            return;
        }
        lines.add(Line.of(Tone.STRONG, term).and(text.getFirst()));
        text.subList(1, text.size()).forEach(line -> lines.add(Line.of(blank + line)));
    }
}
