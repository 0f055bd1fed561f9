package dockdsl.cli;

import dockdsl.cli.screen.Paint;
import dockdsl.cli.screen.Screen;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Surroundings in which a program reads standard output, and somebody may look at standard error, in 40 columns. */
record WatchedErrors(Surroundings surroundings, ByteArrayOutputStream out, ByteArrayOutputStream err) {
    /** How one line that was redrawn goes away. */
    static final String ERASED = "\033[1A\r\033[J";

    /** @param watched whether somebody does look */
    static WatchedErrors in(Path folder, boolean watched) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Screen screen = new Screen(new PrintStream(out, true), new PrintStream(err, true), Paint.NONE, Paint.NONE);
        Surroundings surroundings = new Surroundings(
                folder,
                folder,
                "me",
                Map.of("COLUMNS", "40"),
                screen.drawingOnErrors(),
                InputStream.nullInputStream(),
                false,
                false,
                watched,
                List.of(),
                WallClock.OF_MACHINE,
                new Memory());
        return new WatchedErrors(surroundings, out, err);
    }

    String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Returns when it stands among the errors. */
    void awaitShown(String text) {
        while (!errors().contains(text)) {
            Thread.onSpinWait();
        }
    }
}
