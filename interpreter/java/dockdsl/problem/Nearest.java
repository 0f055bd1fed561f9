package dockdsl.problem;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Guesses what a mistyped word was meant to be. */
public final class Nearest {
    private Nearest() {}

    /**
     * The candidate that is nearest to the word, if one is near: up to one slip in words of three letters, two in words of six,
     * three in longer ones. Case, {@code -} and {@code _} don't count; swapped neighbours are one slip. A word of at least three
     * letters that a single candidate begins with is taken for an abbreviation. Of equals the first is meant, never the word itself.
     */
    public static Optional<String> to(String word, Collection<String> candidates) {
        String bare = bare(word);
        int best = slipsAllowed(bare) + 1;
        Optional<String> closest = Optional.empty();
        for (String candidate : candidates) {
            int slips = slips(bare, bare(candidate));
            if (slips < best && slips < bare(candidate).length() && !candidate.equals(word)) {
                best = slips;
                closest = Optional.of(candidate);
            }
        }
        return closest.or(() -> completion(bare, candidates));
    }

    /** {@code Did you mean `image`?}, or nothing at all when no candidate is near. */
    public static String hint(String word, Collection<String> candidates) {
        return to(word, candidates)
                .map(candidate -> "Did you mean `" + candidate + "`?")
                .orElse("");
    }

    private static Optional<String> completion(String bare, Collection<String> candidates) {
        if (bare.length() < 3) {
            return Optional.empty();
        }
        Optional<String> found = Optional.empty();
        for (String candidate : candidates) {
            if (bare(candidate).startsWith(bare) && bare(candidate).length() > bare.length()) {
                if (found.isPresent()) {
                    return Optional.empty();
                }
                found = Optional.of(candidate);
            }
        }
        return found;
    }

    private static String bare(String word) {
        return word.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static int slipsAllowed(String word) {
        return word.length() <= 3 ? 1 : word.length() <= 6 ? 2 : 3;
    }

    /** The letters to insert, drop, change or swap with their neighbour to get from one word to the other. */
    private static int slips(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, String from, String to, int i, int j) {
        int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + change);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
