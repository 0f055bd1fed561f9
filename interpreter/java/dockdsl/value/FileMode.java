package dockdsl.value;

/**
 * Who may do what with a file.
 *
 * @param bits 0 to 0777
 */
public record FileMode(int bits) {
    public static final FileMode USUAL = new FileMode(0644);
    public static final FileMode PROGRAM = new FileMode(0755);
    public static final FileMode PRIVATE = new FileMode(0400);

    private static final int ALL = 0777;

    public FileMode {
        if (bits < 0 || bits > ALL) {
            throw new IllegalArgumentException("not a mode: " + bits);
        }
    }

    /**
     * Reads octal digits, such as {@code 0644} or {@code 440}.
     *
     * @throws Malformed when they are none
     */
    public static FileMode parse(String text) {
        if (!text.matches("0?[0-7]{3}")) {
            throw new Malformed("'" + text + "' is not the mode of a file", "Write octal digits in quotes: '0644'.");
        }
        return new FileMode(Integer.parseInt(text, 8));
    }

    /** The same for a folder: who may read it may enter it. */
    public FileMode ofFolder() {
        return new FileMode(bits | (bits & 0444) >> 2);
    }

    @Override
    public String toString() {
        return "0" + Integer.toOctalString(ALL + 1 + bits).substring(1);
    }
}
