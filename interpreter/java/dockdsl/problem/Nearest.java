package dockdsl.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody probably meant to type. */
public final class Nearest {
    private Nearest() {}

    /** The known word that is so little different that it may be meant; the first of equals. */
    public static Optional<String> to(String typed, Collection<String> known) {
        return known.stream()
                .filter(word -> !word.equals(typed) && distance(typed, word) <= tolerance(typed))
                .min(Comparator.comparingInt(word -> distance(typed, word)));
    }

    /** {@code Did you mean `image`?} or nothing. */
    public static String hint(String typed, Collection<String> known) {
        return to(typed, known).map(word -> "Did you mean `" + word + "`?").orElse("");
    }

    private static int tolerance(String typed) {
        return typed.length() <= 3 ? 1 : typed.length() <= 6 ? 2 : 3;
    }

    /** Letters to insert, delete, replace or swap with their neighbour, capitals aside. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(java.util.Locale.ROOT);
        String b = other.toLowerCase(java.util.Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replace, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
