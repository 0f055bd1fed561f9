package dockdsl.lang;

import dockdsl.problem.Problem;
import dockdsl.problem.SourceRef;
import dockdsl.value.Malformed;
import dockdsl.vocabulary.Arguments;
import dockdsl.vocabulary.Setting;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Text that somebody wrote without quotes, {@code redis:7.4.1} or {@code my-app}, and that Groovy takes to pieces. */
record Unquoted(String text, SourceRef where) {
    private static final String SIGNS = "._-/:@~";
    private static final String DASHED = "[a-zA-Z]\\w*(-\\w+)+";

    /** What stands around this place without a blank in it. */
    static Unquoted around(SourceText source, SourceRef place) {
        String line = source.line(place.line());
        int at = Math.min(place.column() - 1, line.length());
        int start = at;
        while (start > 0 && isPart(line.charAt(start - 1))) {
            start--;
        }
        int end = at;
        while (end < line.length() && isPart(line.charAt(end))) {
            end++;
        }
        return new Unquoted(line.substring(start, end), new SourceRef(place.file(), place.line(), start + 1));
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || SIGNS.indexOf(c) >= 0;
    }

    /** Whether it begins before that place: what stands there is only a piece of it. */
    boolean isMoreThan(SourceRef piece) {
        return where.column() < piece.column();
    }

    /** A name with dashes, of which nothing is a variable. */
    boolean isDashed(Predicate<String> isVariable) {
        return text.matches(DASHED) && List.of(text.split("-")).stream().noneMatch(isVariable);
    }

    /** Whether it would be a value of the setting, in quotes. */
    boolean isReadBy(Setting<?> setting) {
        return isRead(setting, text);
    }

    /** The value of {@code NAME:value}; itself when there is no name before it. */
    Unquoted value() {
        int colon = text.indexOf(':');
        return colon < 0
                ? this
                : new Unquoted(
                        text.substring(colon + 1),
                        new SourceRef(where.file(), where.line(), where.column() + colon + 1));
    }

    Problem problem() {
        return problem(where, text, text);
    }

    /**
     * A number with a unit behind a blank, {@code 256 MB}.
     *
     * @return empty when the setting takes no such thing
     */
    static Optional<Problem> measure(SourceRef where, String number, String unit, Setting<?> setting) {
        String apart = number + " " + unit;
        return List.of(apart, number + unit).stream()
                .filter(text -> isRead(setting, text))
                .findFirst()
                .map(text -> problem(where, apart, text));
    }

    private static boolean isRead(Setting<?> setting, String text) {
        try {
            setting.kind().read().apply(Arguments.of(text));
            return true;
        } catch (Malformed notTaken) {
            return false;
        }
    }

    private static Problem problem(SourceRef where, String written, String meant) {
        return new Problem(where, "`" + written + "` is not in quotes", "Write it in quotes: '" + meant + "'.");
    }
}
