package dockdsl.cli.screen;

import dockdsl.cli.text.Line;
import dockdsl.cli.text.Span;
import dockdsl.value.Secret;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Covers secrets in what is printed, wherever they got there from: an engine's message, a container's log, a stack trace. What was
 * not fetched in this run is not known, and so not covered.
 */
final class Mask {
    private static final String COVER = "***";

    private volatile List<Spelling> spellings = List.of();

    synchronized void hide(Secret secret) {
        List<Spelling> more = new ArrayList<>(spellings);
        for (Spelling spelling : Spellings.of(secret.reveal())) {
            if (!more.contains(spelling)) {
                more.add(spelling);
            }
        }
        spellings = List.copyOf(more);
    }

    String of(String text) {
        BitSet covered = covered(text);
        return covered.isEmpty() ? text : masked(text, 0, text.length(), covered);
    }

    /** The same lines; a secret may go over the ends of lines and of their parts. */
    List<Line> of(List<Line> lines) {
        if (spellings.isEmpty()) {
            return lines;
        }
        String text = Line.plain(lines);
        BitSet covered = covered(text);
        if (covered.isEmpty()) {
            return lines;
        }
        List<Line> masked = new ArrayList<>();
        int at = 0;
        for (Line line : lines) {
            List<Span> spans = new ArrayList<>();
            for (Span span : line.spans()) {
                int end = at + span.text().length();
                spans.add(new Span(span.tone(), masked(text, at, end, covered)));
                at = end;
            }
            masked.add(new Line(spans, line.hang()));
            at++;
        }
        return masked;
    }

    private BitSet covered(String text) {
        BitSet covered = new BitSet();
        for (Spelling spelling : spellings) {
            String secret = spelling.text();
            for (int at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
                if (spelling.standsIn(text, at)) {
                    covered.set(at, at + secret.length());
                }
            }
        }
        return covered;
    }

    /** Each run of covered characters becomes one cover, at the place where it begins; line breaks stay. */
    private static String masked(String text, int from, int to, BitSet covered) {
        StringBuilder masked = new StringBuilder();
        for (int at = from; at < to; at++) {
            if (!covered.get(at)) {
                masked.append(text.charAt(at));
            } else if (at == 0 || !covered.get(at - 1) || text.charAt(at - 1) == '\n') {
                masked.append(COVER);
            }
        }
        return masked.toString();
    }
}
