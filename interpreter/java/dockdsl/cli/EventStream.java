package dockdsl.cli;

import dockdsl.cli.json.EventDocument;
import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.cli.screen.Screen;
import dockdsl.cli.screen.View;
import dockdsl.plan.Plan;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.UsageMistake;
import dockdsl.run.Event;
import dockdsl.run.Recap;
import dockdsl.value.Json;
import dockdsl.value.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/** Writes what happens in a run as lines of JSON, each as soon as it happens; secrets are covered. Safe for many threads. */
final class EventStream implements View {
    private static final String STANDARD_OUTPUT = "ndjson";

    private final Consumer<String> lines;
    private final Writer file;
    private final boolean alone;
    private boolean over;

    private EventStream(Consumer<String> lines, Writer file, boolean alone) {
        this.lines = lines;
        this.file = file;
        this.alone = alone;
    }

    /** @throws NothingToWorkOn when its file cannot be written */
    static EventStream open(Invocation invocation, Surroundings surroundings) {
        return open(invocation, surroundings, surroundings.screen()::document);
    }

    /** @param out prints on standard output */
    static EventStream open(Invocation invocation, Surroundings surroundings, Consumer<String> out) {
        String where = invocation.last(Option.EVENTS).orElseThrow();
        EventStream stream = where.equals(STANDARD_OUTPUT)
                ? onStandardOutput(invocation, out)
                : into(surroundings.folder().resolve(where), surroundings.screen());
        stream.write(EventDocument.begin(invocation.command().word(), Instant.now()));
        return stream;
    }

    private static EventStream onStandardOutput(Invocation invocation, Consumer<String> out) {
        if (invocation.has(Option.JSON)) {
            throw new UsageMistake(
                    "`--json` and `--events ndjson` both want standard output.",
                    "Let the events go to a file: `--events events.ndjson`.");
        }
        return new EventStream(out, Writer.nullWriter(), true);
    }

    private static EventStream into(Path path, Screen screen) {
        try {
            Writer file = Files.newBufferedWriter(path);
            return new EventStream(line -> append(file, screen.covered(line)), file, false);
        } catch (IOException e) {
            throw new NothingToWorkOn(
                    path + " cannot be written: " + e.getMessage(), "Name a file in a folder that is there.", e);
        }
    }

    private static void append(Writer file, String line) {
        try {
            file.write(line);
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private synchronized void write(Map<String, Object> event) {
        if (!over) {
            lines.accept(Json.line(new Tree(event)));
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
