package dockdsl.cli.text;

import dockdsl.plan.Difference;
import dockdsl.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** What is declared and engines do not take. */
public final class UnkeptText {
    private UnkeptText() {}

    /** Half a sentence for lists: {@code this host does not support memorySwap 512m}. */
    public static String brief(Plan.Unkept unkept) {
        return "this host does not support " + declared(unkept.difference());
    }

    /** Warnings at the end of a run that told the engines so. @param next a sentence: what later runs do about it */
    public static List<Line> of(List<Plan.Unkept> all, String next) {
        List<Line> lines = new ArrayList<>();
        for (Plan.Unkept unkept : all) {
            Difference difference = unkept.difference();
            lines.add(Line.of(Tone.STRONG, unkept.where() + ":")
                    .and(" warning: ")
                    .and(
                            Tone.STRONG,
                            declared(difference) + " of the " + unkept.resource() + " did not stick on "
                                    + unkept.host()));
            lines.add(Line.of("    The engine there keeps "
                    + difference.before().map(seen -> "'" + seen + "'").orElse("nothing")
                    + " instead. " + next));
        }
        return lines;
    }

    private static String declared(Difference difference) {
        return difference
                .after()
                .map(value -> difference.setting() + " " + value)
                .orElse("the absence of " + difference.setting());
    }
}
