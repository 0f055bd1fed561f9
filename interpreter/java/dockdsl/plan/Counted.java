package dockdsl.plan;

/** How many settings differ, in words. */
final class Counted {
    private Counted() {}

    static String settings(int count) {
        return count == 1 ? "1 setting differs" : count + " settings differ";
    }
}
