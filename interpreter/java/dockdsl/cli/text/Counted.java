package dockdsl.cli.text;

/** Numbers with their nouns. */
public final class Counted {
    private Counted() {}

    /** {@code 1 host}, {@code 3 hosts}. */
    public static String of(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
