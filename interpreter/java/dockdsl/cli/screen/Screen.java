package dockdsl.cli.screen;

import dockdsl.cli.text.Line;
import dockdsl.host.stream.BulkOutput;
import dockdsl.value.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Standard output and standard error. Lines stay; below them may be a few that are redrawn, on a terminal. Safe for many threads.
 */
public final class Screen {
    private static final String UP = "\033[%dA";
    private static final String CLEAR_BELOW = "\r\033[J";

    private static final String CLEAR_LINE = "\033[K";
    private static final String CLEAR_REST = "\033[J";
    /** The other screen, no cursor, and lines that are too long end at the edge. */
    private static final String ENTER_FRAME = "\033[?1049h\033[?25l\033[?7l";

    private static final String LEAVE_FRAME = "\033[?7h\033[?25h\033[?1049l";
    /** Terminals that know synchronized output show all of it at once. */
    private static final String BEGIN_DRAWING = "\033[?2026h\033[H";

    private static final String END_DRAWING = "\033[?2026l";

    private final PrintStream out;
    private final PrintStream err;
    private final Paint paint;
    private final Paint errorPaint;
    private final Mask mask;
    private final PrintStream drawn;
    private List<Line> live = List.of();
    private final Object asking = new Object();
    private Optional<Line> question = Optional.empty();
    private boolean silent;
    private String frame = "";
    private boolean nobodyAnswers;

    public Screen(PrintStream out, PrintStream err, Paint paint, Paint errorPaint) {
        this(out, err, paint, errorPaint, new Mask(), out);
    }

    private Screen(PrintStream out, PrintStream err, Paint paint, Paint errorPaint, Mask mask, PrintStream drawn) {
        this.mask = mask;
        this.drawn = drawn;
        this.out = out;
        this.err = err;
        this.paint = paint;
        this.errorPaint = errorPaint;
    }

    /** Another one at the same place that covers the same; whatever becomes of this one, it prints. */
    public Screen fresh() {
        return new Screen(out, err, paint, errorPaint, mask, drawn);
    }

    /** Whether something in the text would be covered. */
    public boolean covers(String text) {
        return !mask.of(text).equals(text);
    }

    /** Whether standard output has colours. */
    public boolean isColourful() {
        return paint == Paint.COLOURS;
    }

    /** One that says on standard error what people read, so that standard output is for programs alone; it covers the same secrets. */
    public Screen aside() {
        return new Screen(err, err, errorPaint, errorPaint, mask, err);
    }

    /** The same where only standard error is a terminal: what is redrawn is redrawn there. */
    public Screen drawingOnErrors() {
        return new Screen(out, err, paint, errorPaint, mask, err);
    }

    /** From now on this is covered in whatever is printed. */
    public void hide(Secret secret) {
        mask.hide(secret);
    }

    /** The same text with secrets covered. */
    public String covered(String text) {
        return mask.of(text);
    }

    public void say(Line line) {
        say(List.of(line));
    }

    public void say(List<Line> lines) {
        print(out, paint, lines);
    }

    /** For errors, on standard error. */
    public void complain(List<Line> lines) {
        print(err, errorPaint, lines);
    }

    /** Text as it is, for other programs to read; only secrets are covered in it. */
    public synchronized void document(String text) {
        if (silent) {
            return;
        }
        eraseLive();
        out.print(mask.of(text));
        out.flush();
    }

    /** For bytes of a program that the user has put in our place: they pass as they are. @param error for standard error */
    public OutputStream passage(boolean error) {
        PrintStream to = error ? err : out;
        return new BulkOutput() {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                to.write(bytes, offset, length);
                if (to.checkError()) {
                    throw new IOException("nobody reads it any more");
                }
            }
        };
    }

    /** Whether nobody reads standard output any more; noticed only after something was printed. */
    public boolean isUnheard() {
        return out.checkError();
    }

    /** The one thing that is asked for by name and shown although it is secret, byte by byte. */
    public synchronized void reveal(Secret secret) {
        if (silent) {
            return;
        }
        eraseLive();
        out.writeBytes(secret.reveal());
        out.flush();
    }

    /**
     * One question at a time. What has to be said meanwhile is said, and the question put again.
     *
     * @param before what one has to know to answer
     */
    <T> T ask(List<Line> before, Line question, Supplier<T> answer) {
        synchronized (asking) {
            say(before);
            put(Optional.of(mask.of(List.of(question)).getFirst()));
            try {
                return answer.get();
            } finally {
                put(Optional.empty());
            }
        }
    }

    /**
     * As {@link #ask}, where it is the console that puts the question: it has to stop the echo before anybody is invited to type.
     *
     * @param answer is given the question
     */
    <T> T askHidden(Line question, Function<String, T> answer) {
        synchronized (asking) {
            try {
                return answer.apply(stand(mask.of(List.of(question)).getFirst()));
            } finally {
                put(Optional.empty());
            }
        }
    }

    private synchronized String stand(Line toAsk) {
        if (nobodyAnswers) {
            return "";
        }
        eraseLive();
        out.flush();
        question = Optional.of(toAsk);
        return paint.of(toAsk);
    }

    private synchronized void put(Optional<Line> toAsk) {
        if (nobodyAnswers) {
            return;
        }
        eraseLive();
        question = toAsk;
        question.ifPresent(line -> out.print(paint.of(line)));
        out.flush();
    }

    /** Nobody will wait for the answer, nor be asked anything else. */
    public synchronized void withdrawQuestion() {
        nobodyAnswers = true;
        if (question.isPresent()) {
            out.println();
            out.flush();
            question = Optional.empty();
        }
    }

    /** Prints nothing any more. */
    public synchronized void silence() {
        eraseLive();
        leaveFrame();
        silent = true;
    }

    /** Takes the place of the lines that were live before; on a terminal only. */
    public synchronized void live(List<Line> lines) {
        if (silent || question.isPresent() || !frame.isEmpty() || lines.equals(live)) {
            return;
        }
        StringBuilder text = new StringBuilder(erasure());
        for (Line line : mask.of(lines)) {
            text.append((drawn == err ? errorPaint : paint).of(line)).append('\n');
        }
        live = List.copyOf(lines);
        drawn.print(text);
        drawn.flush();
    }

    /** Takes the whole screen of a terminal, and gives it back as it was when the frame is left; drawn only when it is another one. */
    public synchronized void frame(List<Line> lines) {
        if (silent) {
            return;
        }
        StringBuilder text = new StringBuilder();
        for (Line line : mask.of(lines)) {
            text.append(text.isEmpty() ? "" : "\r\n").append(paint.of(line)).append(CLEAR_LINE);
        }
        if (!text.toString().equals(frame)) {
            out.print((frame.isEmpty() ? ENTER_FRAME : "") + BEGIN_DRAWING + text + CLEAR_REST + END_DRAWING);
            out.flush();
            frame = text.toString();
        }
    }

    /** The terminal is as it was before the first frame. */
    public synchronized void leaveFrame() {
        if (!frame.isEmpty()) {
            out.print(LEAVE_FRAME);
            out.flush();
            frame = "";
        }
    }

    private synchronized void print(PrintStream to, Paint with, List<Line> lines) {
        if (silent) {
            return;
        }
        eraseLive();
        StringBuilder text = new StringBuilder(question.isPresent() ? "\n" : "");
        for (Line line : mask.of(lines)) {
            text.append(with.of(line)).append('\n');
        }
        to.print(text);
        to.flush();
        put(question);
    }

    private void eraseLive() {
        if (!live.isEmpty()) {
            drawn.print(erasure());
            drawn.flush();
            live = List.of();
        }
    }

    private String erasure() {
        return live.isEmpty() ? "" : UP.formatted(live.size()) + CLEAR_BELOW;
    }
}
