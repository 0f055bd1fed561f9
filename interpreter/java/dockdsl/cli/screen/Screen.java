package dockdsl.cli.screen;

import dockdsl.cli.text.Line;
import dockdsl.host.stream.BulkOutput;
import dockdsl.value.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
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

    private final Output out;
    private final Output err;
    private final Mask mask;
    private final Output drawn;

    /** What is to be redrawn, by who has it redrawn. */
    private final SequencedMap<Object, List<Line>> live = new LinkedHashMap<>();

    /** What of that stands on the terminal. */
    private List<Line> standing = List.of();

    private final Object asking = new Object();
    private Optional<Line> question = Optional.empty();
    private boolean silent;
    private String frame = "";
    private boolean nobodyAnswers;

    public Screen(PrintStream out, PrintStream err, Paint paint, Paint errorPaint) {
        this(Output.plain(out, paint), Output.plain(err, errorPaint));
    }

    public Screen(Output out, Output err) {
        this(out, err, out, new Mask());
    }

    private Screen(Output out, Output err, Output drawn, Mask mask) {
        this.out = out;
        this.err = err;
        this.drawn = drawn;
        this.mask = mask;
    }

    /** Another one at the same place that covers the same; whatever becomes of this one, it prints. */
    public Screen fresh() {
        return new Screen(out, err, drawn, mask);
    }

    /** Whether something in the text would be covered. */
    public boolean covers(String text) {
        return !mask.of(text).equals(text);
    }

    /** Whether standard output has colours. */
    public boolean isColourful() {
        return out.paint() == Paint.COLOURS;
    }

    /** One that says on standard error what people read, so that standard output is for programs alone; it covers the same secrets. */
    public Screen aside() {
        return new Screen(err, err, err, mask);
    }

    /** The same where only standard error is a terminal: what is redrawn is redrawn there. */
    public Screen drawingOnErrors() {
        return new Screen(out, err, err, mask);
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
        print(out, lines);
    }

    /** For errors, on standard error. */
    public void complain(List<Line> lines) {
        print(err, lines);
    }

    /** Text as it is, for other programs to read; only secrets are covered in it. */
    public synchronized void document(String text) {
        if (silent) {
            return;
        }
        eraseLive();
        out.print(mask.of(text));
    }

    /** For bytes of a program that the user has put in our place: they pass as they are. @param error for standard error */
    public OutputStream passage(boolean error) {
        PrintStream to = (error ? err : out).stream();
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
        return out.stream().checkError();
    }

    /** The one thing that is asked for by name and shown although it is secret, byte by byte. */
    public synchronized void reveal(Secret secret) {
        if (silent) {
            return;
        }
        eraseLive();
        out.stream().writeBytes(secret.reveal());
        out.stream().flush();
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
        out.stream().flush();
        question = Optional.of(toAsk);
        return out.paint().of(toAsk);
    }

    private synchronized void put(Optional<Line> toAsk) {
        if (nobodyAnswers) {
            return;
        }
        eraseLive();
        question = toAsk;
        out.print(question.map(out.paint()::of).orElse(""));
    }

    /** Nobody will wait for the answer, nor be asked anything else. */
    public synchronized void withdrawQuestion() {
        nobodyAnswers = true;
        if (question.isPresent()) {
            out.print("\n");
            question = Optional.empty();
        }
    }

    /** Prints nothing any more. */
    public synchronized void silence() {
        eraseLive();
        leaveFrame();
        silent = true;
    }

    /**
     * Takes the place of the lines that the same one had live before; on a terminal only.
     *
     * @param whose stands for who draws them; those of others stay
     */
    public synchronized void live(Object whose, List<Line> lines) {
        if (lines.isEmpty()) {
            live.remove(whose);
        } else {
            live.put(whose, List.copyOf(lines));
        }
        List<Line> all = live.values().stream().flatMap(List::stream).toList();
        if (silent || question.isPresent() || !frame.isEmpty() || all.equals(standing)) {
            return;
        }
        drawn.print(erasure() + drawn.text(mask.of(all)));
        standing = all;
    }

    /** Takes the whole screen of a terminal, and gives it back as it was when the frame is left; drawn only when it is another one. */
    public synchronized void frame(List<Line> lines) {
        if (silent) {
            return;
        }
        StringBuilder text = new StringBuilder();
        for (Line line : mask.of(lines)) {
            text.append(text.isEmpty() ? "" : "\r\n")
                    .append(out.paint().of(line))
                    .append(CLEAR_LINE);
        }
        if (!text.toString().equals(frame)) {
            out.print((frame.isEmpty() ? ENTER_FRAME : "") + BEGIN_DRAWING + text + CLEAR_REST + END_DRAWING);
            frame = text.toString();
        }
    }

    /** The terminal is as it was before the first frame. */
    public synchronized void leaveFrame() {
        if (!frame.isEmpty()) {
            out.print(LEAVE_FRAME);
            frame = "";
        }
    }

    private synchronized void print(Output to, List<Line> lines) {
        if (silent) {
            return;
        }
        eraseLive();
        to.print((question.isPresent() ? "\n" : "") + to.text(mask.of(lines)));
        put(question);
    }

    private void eraseLive() {
        if (!standing.isEmpty()) {
            drawn.print(erasure());
            standing = List.of();
        }
    }

    private String erasure() {
        return standing.isEmpty() ? "" : UP.formatted(standing.size()) + CLEAR_BELOW;
    }
}
