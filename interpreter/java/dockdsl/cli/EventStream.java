package dockdsl.cli;

import dockdsl.cli.json.EventDocument;
import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.cli.screen.Screen;
import dockdsl.cli.screen.View;
import dockdsl.cli.text.Line;
import dockdsl.plan.Plan;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.UsageMistake;
import dockdsl.run.Event;
import dockdsl.run.Recap;
import dockdsl.value.Json;
import dockdsl.value.Tree;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Writes what happens in a run as lines of JSON, each as soon as it happens; secrets are covered. Safe for many threads. */
final class EventStream implements View {
    private static final String STANDARD_OUTPUT = "ndjson";

    private final Lines lines;
    private final Consumer<IOException> broken;
    private final boolean alone;
    private boolean over;

    /** Where they go. */
    private interface Lines extends Closeable {
        void write(String line) throws IOException;
    }

    private EventStream(Lines lines, Consumer<IOException> broken, boolean alone) {
        this.lines = lines;
        this.broken = broken;
        this.alone = alone;
    }

    /** @throws NothingToWorkOn when its file cannot be written */
    static EventStream open(Invocation invocation, Surroundings surroundings) {
        return open(invocation, surroundings, surroundings.screen()::document);
    }

    /** @param out prints on standard output */
    static EventStream open(Invocation invocation, Surroundings surroundings, Consumer<String> out) {
        String where = invocation.last(Option.EVENTS).orElseThrow();
        Map<String, Object> begin = EventDocument.begin(invocation.command().word(), Instant.now());
        if (where.equals(STANDARD_OUTPUT)) {
            EventStream stream = onStandardOutput(invocation, out);
            stream.write(begin);
            return stream;
        }
        Path path = surroundings.folder().resolve(where);
        try {
            return into(Files.newBufferedWriter(path), path.toString(), surroundings.screen(), begin);
        } catch (IOException e) {
            throw new NothingToWorkOn(
                    path + " cannot be written: " + e.getMessage(),
                    "Name a file in a folder that is there, on a disk that has room.",
                    e);
        }
    }

    private static EventStream onStandardOutput(Invocation invocation, Consumer<String> out) {
        if (invocation.has(Option.JSON)) {
            throw new UsageMistake(
                    "`--json` and `--events ndjson` both want standard output.",
                    "Let the events go to a file: `--events events.ndjson`.");
        }
        Lines printed = new Lines() {
            @Override
            public void write(String line) {
                out.accept(line);
            }

            @Override
            public void close() {}
        };
        return new EventStream(printed, never -> {}, true);
    }

    /**
     * @param name of the file
     * @param begin the first line
     * @throws IOException when not even that can be written; later it is told, and the run goes on
     */
    static EventStream into(Writer file, String name, Screen screen, Map<String, Object> begin) throws IOException {
        Lines written = new Lines() {
            @Override
            public void write(String line) throws IOException {
                file.write(screen.covered(line));
                file.flush();
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
        written.write(line(begin));
        return new EventStream(
                written,
                why -> screen.complain(List.of(Line.of("No more events can be written to " + name + ": "
                        + why.getMessage() + ". The run goes on without."))),
                false);
    }

    /** What the rest of the run has around it: its text may not come between the lines. */
    Surroundings beside(Surroundings surroundings) {
        return alone ? surroundings.saying(surroundings.screen().aside()) : surroundings;
    }

    /** Whether it has standard output for itself. */
    boolean isAlone() {
        return alone;
    }

    @Override
    public void accept(Event event) {
        write(EventDocument.of(event, Instant.now()));
    }

    void plan(Plan plan, Map<String, String> engines) {
        write(EventDocument.of(plan, engines, Instant.now()));
    }

    void recap(Recap recap) {
        write(EventDocument.of(recap, Instant.now()));
    }

    /** The last line; there is only one. */
    synchronized void end(int exitCode) {
        write(EventDocument.end(exitCode, Instant.now()));
        over = true;
    }

    /** The last line of a run that ended before its time; there is only one. */
    synchronized void end(Throwable why, int exitCode) {
        write(EventDocument.end(why, exitCode, Instant.now()));
        over = true;
    }

    /** A disk that is full is no reason to stop in the middle of a change. */
    private synchronized void write(Map<String, Object> event) {
        if (over) {
            return;
        }
        try {
            lines.write(line(event));
        } catch (IOException why) {
            over = true;
            broken.accept(why);
        }
    }

    private static String line(Map<String, Object> event) {
        return Json.line(new Tree(event));
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException toldBefore) {
            // Every line was flushed when it was written.
        }
    }
}
