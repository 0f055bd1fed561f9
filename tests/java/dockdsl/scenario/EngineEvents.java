package dockdsl.scenario;

import dockdsl.lab.Lab;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What the engine of a host does, as it does it: where a run can be cut off without its knowing. */
final class EngineEvents implements AutoCloseable {
    private final Process follower;
    private final BufferedReader lines;
    private final List<String> seen = new ArrayList<>();

    private EngineEvents(Process follower) {
        this.follower = follower;
        this.lines = follower.inputReader(StandardCharsets.UTF_8);
    }

    /** Every event from now on. */
    static EngineEvents of(Lab lab, String host) {
        String since = lab.ssh(host, "date +%s.%N").strip();
        try {
            return new EngineEvents(new ProcessBuilder(
                            "ssh",
                            "-F",
                            lab.sshConfig().toString(),
                            host,
                            "docker events --format '{{.Type}} {{.Action}} {{.Actor.Attributes.name}}' --since "
                                    + since)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for so many events. @return false when the run ends before */
    boolean await(int count, Desk.Running run) {
        return await(() -> seen.size() >= count, run);
    }

    /** Waits for one like {@code container start app}. @return false when the run ends before */
    boolean await(String event, Desk.Running run) {
        return await(() -> seen.contains(event), run);
    }

    private boolean await(BooleanSupplier isOver, Desk.Running run) {
        try {
            while (!isOver.getAsBoolean()) {
                if (lines.ready()) {
                    seen.add(lines.readLine());
                } else if (!run.process().isAlive()) {
                    return false;
                } else {
                    Thread.onSpinWait();
                    Thread.yield();
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> seen() {
        return List.copyOf(seen);
    }

    @Override
    public void close() {
        follower.destroy();
    }
}
