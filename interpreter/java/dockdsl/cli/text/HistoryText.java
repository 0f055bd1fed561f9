package dockdsl.cli.text;

import dockdsl.ledger.Deed;
import dockdsl.ledger.History;
import dockdsl.ledger.Origin;
import dockdsl.ledger.Release;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Releases as a table, or as paragraphs where a terminal has no room for it: a line for each thing that one did to a container,
 * whatever the number of hosts. Neither cuts what people copy from it.
 */
public final class HistoryText {
    private static final DateTimeFormatter TO_THE_MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);
    private static final String INDENT = "    ";
    private static final int ENOUGH_OF_A_HASH = 12;
    private static final int ENOUGH_OF_A_COMMIT = 7;

    private HistoryText() {}

    /** What happened to one container, the same on several hosts. */
    private record Row(String container, String version, String outcome, Tone tone) {
        static Row of(Deed deed) {
            return new Row(
                    deed.container(),
                    deed.image().map(HistoryText::version).orElse(""),
                    deed.isDone() ? past(deed.change()) : deed.result().toString(),
                    deed.isDone() ? Tone.GOOD : Tone.BAD);
        }
    }

    /** @param width of the terminal */
    public static List<Line> of(History history, int width) {
        if (history.entries().isEmpty()) {
            return List.of(Line.of("The hosts remember no release of it."));
        }
        Table table =
                new Table("RELEASE", "WHEN", "WHO", "COMMAND", "COMMIT", "CONTAINER", "VERSION", "HOSTS", "RESULT");
        history.entries().forEach(entry -> add(entry, table));
        return table.width() <= width ? table.lines(width) : paragraphs(history);
    }

    private static List<Line> paragraphs(History history) {
        List<Line> lines = new ArrayList<>();
        for (History.Entry entry : history.entries()) {
            lines.add(title(entry.run()));
            entry.rows(Row::of)
                    .forEach((row, hosts) -> lines.add(Line.of(INDENT)
                            .and(row.tone(), row.outcome())
                            .and(" " + row.container() + " on " + FoldedNames.of(hosts))
                            .and(row.version().isEmpty() ? "" : ": " + row.version())
                            .hanging(2 * INDENT.length())));
        }
        return lines;
    }

    private static Line title(Release run) {
        String commit = commit(run.origin());
        return Line.of(Tone.STRONG, run.id())
                .and("  " + TO_THE_MINUTE.format(run.when()) + "  " + command(run) + " by " + run.author())
                .and(Tone.QUIET, commit.isEmpty() ? "" : " at " + commit)
                .hanging(INDENT.length());
    }

    private static void add(History.Entry entry, Table table) {
        boolean first = true;
        for (var row : entry.rows(Row::of).entrySet()) {
            Release run = entry.run();
            table.add(
                    new Span(Tone.STRONG, first ? run.id() : ""),
                    new Span(Tone.PLAIN, first ? TO_THE_MINUTE.format(run.when()) : ""),
                    new Span(Tone.PLAIN, first ? run.author().toString() : ""),
                    new Span(Tone.PLAIN, first ? command(run) : ""),
                    new Span(Tone.QUIET, first ? commit(run.origin()) : ""),
                    new Span(Tone.PLAIN, row.getKey().container()),
                    new Span(Tone.PLAIN, row.getKey().version()),
                    new Span(Tone.PLAIN, String.join(", ", row.getValue())),
                    new Span(row.getKey().tone(), row.getKey().outcome()));
            first = false;
        }
    }

    private static String command(Release run) {
        String from = run.origin().promotedFrom();
        return run.command() + (from.isEmpty() ? "" : " from " + from);
    }

    /** {@code web:1.1 3f2a9c1d04be}: without the registry, with the beginning of the digest or, where there is none, of the Id. */
    private static String version(Deed.Image image) {
        String name = image.name().repository();
        String hash = image.digest().isEmpty() ? image.id() : image.digest();
        String tag = image.name().tag().map(text -> ":" + text).orElse("");
        return (name.substring(name.lastIndexOf('/') + 1) + tag + " " + beginning(hash)).strip();
    }

    private static String beginning(String hash) {
        String digits = hash.substring(hash.indexOf(':') + 1);
        return digits.substring(0, Math.min(ENOUGH_OF_A_HASH, digits.length()));
    }

    private static String commit(Origin origin) {
        String commit = origin.commit();
        return commit.substring(0, Math.min(ENOUGH_OF_A_COMMIT, commit.length())) + (origin.dirty() ? "+" : "");
    }

    private static String past(String change) {
        if (change.endsWith("e")) {
            return change + "d";
        }
        return change.equals("stop") ? "stopped" : change + "ed";
    }
}
