package dockdsl.value;

/**
 * A part of some things: so many, or so many percent of them.
 *
 * @param amount 0 or more; 0 to 100 when it is a percentage
 */
public record Share(int amount, boolean isPercentage) {
    public static final Share NONE = new Share(0, false);

    /** @throws Malformed when the text is neither {@code 2} nor {@code 50%} */
    public static Share parse(String text) {
        String spelling = text.strip();
        boolean isPercentage = spelling.endsWith("%");
        String digits = spelling.substring(0, spelling.length() - (isPercentage ? 1 : 0))
                .strip();
        if (!digits.matches("\\d{1,6}") || isPercentage && Integer.parseInt(digits) > 100) {
            throw new Malformed(
                    "'" + text + "' is neither a number nor a percentage", "Write a number such as 2, or '50%'.");
        }
        return new Share(Integer.parseInt(digits), isPercentage);
    }

    /** How many of so many things that is, rounded down. */
    public int of(int total) {
        return isPercentage ? total * amount / 100 : amount;
    }

    @Override
    public String toString() {
        return isPercentage ? amount + "%" : String.valueOf(amount);
    }
}
