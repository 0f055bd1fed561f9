package dockdsl.schedule;

import dockdsl.problem.UsageMistake;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** One of the five fields of a time of cron: {@code 5}, {@code 1-5}, {@code *}{@code /15}, {@code mon,wed}. */
enum CronField {
    MINUTE("minute", 0, 59, List.of()),
    HOUR("hour", 0, 23, List.of()),
    DAY("day of the month", 1, 31, List.of()),
    MONTH(
            "month",
            1,
            12,
            List.of("", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")),
    WEEKDAY("day of the week", 0, 7, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat"));

    private final String title;
    private final int least;
    private final int most;
    private final List<String> names;

    CronField(String title, int least, int most, List<String> names) {
        this.title = title;
        this.least = least;
        this.most = most;
        this.names = names;
    }

    /** How many values it can have. */
    int size() {
        return this == WEEKDAY ? names.size() : most - least + 1;
    }

    /** The values that it stands for; Sunday is 0. @throws UsageMistake when it is none */
    BitSet values(String text) {
        BitSet values = new BitSet();
        for (String part : text.split(",", -1)) {
            add(part, text, values);
        }
        if (this == WEEKDAY && values.get(7)) {
            values.set(0);
            values.clear(7);
        }
        return values;
    }

    private void add(String part, String text, BitSet values) {
        int slash = part.indexOf('/');
        int step = slash < 0 ? 1 : number(part.substring(slash + 1), text);
        String range = slash < 0 ? part : part.substring(0, slash);
        int dash = range.indexOf('-');
        boolean any = range.equals("*");
        int from = any ? least : value(dash < 0 ? range : range.substring(0, dash), text);
        int to = any ? (this == WEEKDAY ? 6 : most) : dash < 0 ? from : value(range.substring(dash + 1), text);
        if (step < 1 || to < from || slash >= 0 && !any && dash < 0) {
            throw wrong(text);
        }
        for (int value = from; value <= to; value += step) {
            values.set(value);
        }
    }

    private int value(String word, String text) {
        int named = names.indexOf(word.toLowerCase(Locale.ROOT));
        int value = named >= least && !word.isEmpty() ? named : number(word, text);
        if (value < least || value > most) {
            throw wrong(text);
        }
        return value;
    }

    private int number(String digits, String text) {
        if (!digits.matches("\\d{1,3}")) {
            throw wrong(text);
        }
        return Integer.parseInt(digits);
    }

    private UsageMistake wrong(String text) {
        return new UsageMistake(
                "`" + text + "` is no " + title + " that cron understands.",
                "Write numbers from " + least + " to " + most
                        + (names.isEmpty() ? "" : " or names such as " + names.get(1))
                        + ", ranges as 1-5, lists as 1,3, steps as */2, or *.");
    }
}
