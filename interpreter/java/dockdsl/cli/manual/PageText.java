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
    private static final int WIDTH = 88;
    private static final int WIDEST_TERM = 28;
    private static final String INDENT = "  ";

    private final List<Line> lines = new ArrayList<>();

    private PageText() {}

    public static List<Line> of(Page page) {
        PageText text = new PageText();
        text.lines.add(Line.of(Tone.STRONG, page.title()));
        page.parts().forEach(text::add);
        return text.lines;
    }

    private void add(Part part) {
        lines.add(Line.EMPTY);
        switch (part) {
            case Paragraph(String text) -> Wrapped.at(WIDTH, text).forEach(line -> lines.add(Line.of(line)));
            case Code(List<String> code) -> code.forEach(line -> lines.add(Line.of(Tone.GOOD, INDENT + INDENT + line)));
            case Entries(String title, List<Entry> entries) -> add(title, entries);
        }
    }

    private void add(String title, List<Entry> entries) {
        if (!title.isEmpty()) {
            lines.add(Line.of(Tone.STRONG, title));
        }
        int width = 0;
        for (Entry entry : entries) {
            width = Math.max(width, Math.min(WIDEST_TERM, entry.term().length()));
        }
        for (Entry entry : entries) {
            add(entry, width);
        }
    }

    private void add(Entry entry, int width) {
        String term = INDENT + Cut.padded(entry.term(), width) + INDENT;
        String blank = " ".repeat(width + 2 * INDENT.length());
        List<String> text = Wrapped.at(WIDTH - blank.length(), entry.text());
        if (entry.term().length() > width) {
            lines.add(Line.of(Tone.STRONG, term.stripTrailing()));
            text.forEach(line -> lines.add(Line.of(blank + line)));
            return;
        }
        lines.add(Line.of(Tone.STRONG, term).and(text.getFirst()));
        text.subList(1, text.size()).forEach(line -> lines.add(Line.of(blank + line)));
    }
}
