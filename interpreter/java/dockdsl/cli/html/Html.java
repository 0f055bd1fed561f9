package dockdsl.cli.html;

import dockdsl.cli.graph.Markup;
import java.util.ArrayDeque;
import java.util.Deque;

/** HTML in the making: elements and classes are the program's own words, all text is escaped. */
final class Html {
    private final StringBuilder html = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** @param kinds classes; may be empty */
    Html open(String element, String kinds) {
        html.append('<').append(element);
        if (!kinds.isEmpty()) {
            html.append(" class=\"").append(kinds).append('"');
        }
        html.append('>');
        open.push(element);
        return this;
    }

    Html close() {
        html.append("</").append(open.pop()).append(">\n");
        return this;
    }

    Html text(String text) {
        html.append(Markup.of(text));
        return this;
    }

    /** An element with nothing but text in it. */
    Html with(String element, String kinds, String text) {
        return open(element, kinds).text(text).close();
    }

    /** Markup that was made elsewhere, of the program's own words and escaped text. */
    Html raw(String markup) {
        html.append(markup);
        return this;
    }

    String finished() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return html.toString();
    }
}
