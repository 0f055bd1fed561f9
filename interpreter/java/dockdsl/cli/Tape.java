package dockdsl.cli;

import dockdsl.cli.screen.Paint;
import dockdsl.cli.screen.Screen;
import dockdsl.cli.text.Line;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Keeps what is printed until it is known whether it is worth printing. */
final class Tape {
    private record Piece(Line line, boolean isError) {}

    private final List<Piece> pieces = new ArrayList<>();
    private final Consumer<String> lines;

    /** @param lines hears every line at once */
    Tape(Consumer<String> lines) {
        this.lines = lines;
    }

    /** A screen that prints on this tape. */
    Screen screen() {
        return new Screen(stream(false), stream(true), Paint.NONE, Paint.NONE);
    }

    private PrintStream stream(boolean isError) {
        return new PrintStream(new Lines(isError), true, StandardCharsets.UTF_8);
    }

    private synchronized void add(String line, boolean isError) {
        pieces.add(new Piece(Line.of(line), isError));
        lines.accept(line);
    }

    /** Prints all of it, in order. */
    synchronized void play(Screen screen) {
        for (Piece piece : pieces) {
            if (piece.isError()) {
                screen.complain(List.of(piece.line()));
            } else {
                screen.say(piece.line());
            }
        }
    }

    private final class Lines extends OutputStream {
        private final boolean isError;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        Lines(boolean isError) {
            this.isError = isError;
        }

        @Override
        public synchronized void write(int character) {
            if (character == '\n') {
                add(line.toString(StandardCharsets.UTF_8), isError);
                line.reset();
            } else {
                line.write(character);
            }
        }
    }
}
