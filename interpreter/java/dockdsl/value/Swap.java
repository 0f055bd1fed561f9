package dockdsl.value;

/**
 * How much memory and swap a container may use together, in bytes.
 *
 * @param total 0 means the engine's rule, twice the memory; -1 means as much swap as the host has
 */
public record Swap(long total) {
    public static final Swap USUAL = new Swap(0);
    public static final Swap UNLIMITED = new Swap(-1);

    public Swap {
        if (total < -1) {
            throw new Malformed("a size is not negative", "Write for example '512m', or unlimited.");
        }
    }

    /** @throws Malformed when the text is neither a size, {@code unlimited} nor {@code -1} */
    public static Swap parse(String text) {
        return text.strip().matches("unlimited|-1")
                ? UNLIMITED
                : new Swap(Bytes.parse(text).count());
    }

    /** The same amount, as {@link #USUAL} when it is what the engine gives with this memory. */
    public Swap beside(Bytes memory) {
        return total == 2 * memory.count() ? USUAL : this;
    }

    @Override
    public String toString() {
        return total == 0 ? "twice the memory" : total < 0 ? "unlimited" : new Bytes(total).toString();
    }
}
