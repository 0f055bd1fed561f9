package dockdsl.cli.screen;

/**
 * One look of a secret.
 *
 * @param text what is covered
 * @param wordOnly whether it is covered only where no letter stands beside it
 */
record Spelling(String text, boolean wordOnly) {
    /** What is shorter stands in too many words. */
    static final int SHORTEST = 4;

    /** From here on, nobody's words have it in them by chance. */
    private static final int LONG = 8;

    /** A few letters may be an ordinary word, and a part of others: {@code other} shall not be covered in {@code another}. */
    static Spelling of(String text) {
        String word = text.strip();
        return word.length() < LONG && word.chars().allMatch(Character::isLetter)
                ? new Spelling(word, true)
                : new Spelling(text, false);
    }

    boolean standsIn(String whole, int at) {
        return !wordOnly || !hasLetter(whole, at - 1) && !hasLetter(whole, at + text.length());
    }

    private static boolean hasLetter(String whole, int at) {
        return at >= 0 && at < whole.length() && Character.isLetter(whole.charAt(at));
    }
}
