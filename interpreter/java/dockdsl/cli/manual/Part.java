package dockdsl.cli.manual;

import java.util.List;

/** A piece of a page. */
public sealed interface Part {
    record Paragraph(String text) implements Part {}

    /** Lines as they stand in a file or on a command line. */
    record Code(List<String> lines) implements Part {}

    /** Terms with their explanations, below a title that may be empty. */
    record Entries(String title, List<Entry> entries) implements Part {
        public Entries {
            entries = List.copyOf(entries);
        }
    }

    record Entry(String term, String text) {}
}
