package dockdsl.cli.graph;

/** A rectangle of a drawing, in pixels from the upper left corner. */
record Box(int x, int y, int width, int height) {
    int right() {
        return x + width;
    }

    int bottom() {
        return y + height;
    }
}
