package dockdsl.cli;

import dockdsl.adhoc.Errand;
import dockdsl.cli.screen.RawTerminal;
import dockdsl.host.Running;
import dockdsl.host.Terminal;
import dockdsl.problem.UsageMistake;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts one program elsewhere in our place: with our terminal, or with our input and output, byte for byte.
 *
 * @param afterwards what is to be done when we are interrupted and the program was told to end
 */
record Handover(Surroundings surroundings, Interruption interruption, Runnable afterwards) {
    Handover(Surroundings surroundings, Interruption interruption) {
        this(surroundings, interruption, () -> {});
    }

    private static final Duration NO_BOUND = Duration.ofDays(365);

    /**
     * @param launch starts the program
     * @return its exit code
     */
    int run(boolean onTerminal, Function<Optional<Terminal>, Running> launch) {
        return onTerminal ? onTerminal(launch) : onPipes(launch.apply(Optional.empty()));
    }

    private int onTerminal(Function<Optional<Terminal>, Running> launch) {
        if (!surroundings.interactive()) {
            throw new UsageMistake(
                    "A terminal was asked for, but input or output is none.",
                    "Leave `-t` out: bytes pass as they are then.");
        }
        try (RawTerminal terminal = RawTerminal.of(surroundings.environment());
                Running program = launch.apply(Optional.of(terminal.size()))) {
            return handedOver(terminal, program);
        } catch (IOException e) {
            throw new UsageMistake("The terminal cannot be set: " + e.getMessage() + ".", "Is `stty` there?", e);
        }
    }

    private int handedOver(RawTerminal terminal, Running program) throws IOException {
        interruption.closesWith(() -> {
            terminal.close();
            end(program, "HUP");
            afterwards.run();
        });
        terminal.handOver(program::resize);
        program.resize(terminal.size());
        Errand.begin(() -> copy(surroundings.input(), program.input()));
        return ended(program);
    }

    private static void end(Running program, String signal) {
        program.signal(signal);
        program.close();
    }

    private int onPipes(Running running) {
        try (Running program = running) {
            interruption.closesWith(() -> {
                end(running, "INT");
                afterwards.run();
            });
            InputStream input = surroundings.interactive() ? InputStream.nullInputStream() : surroundings.input();
            Errand.begin(() -> copy(input, program.input()));
            return ended(program);
        }
    }

    private int ended(Running program) {
        Errand errors = Errand.begin(() -> copy(program.errors(), true, program));
        Errand output = Errand.begin(() -> copy(program.output(), false, program));
        int exitCode = program.await(NO_BOUND).orElseThrow();
        output.await();
        errors.await();
        return exitCode;
    }

    /** Whose output nobody reads any more ends, as it would here. */
    private void copy(InputStream from, boolean error, Running program) {
        try {
            from.transferTo(surroundings.screen().passage(error));
        } catch (IOException unheard) {
            end(program, "PIPE");
        }
    }

    private static void copy(InputStream from, OutputStream to) {
        try (to) {
            byte[] bytes = new byte[1 << 15];
            for (int count = from.read(bytes); count >= 0; count = from.read(bytes)) {
                to.write(bytes, 0, count);
            }
        } catch (IOException ended) {
            // The program ended without reading everything, as it may.
        }
    }
}
