package dockdsl.adhoc;

import dockdsl.host.Running;
import dockdsl.problem.DockdslException;
import dockdsl.run.Parallel;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Runs a command in many places at once and tells what is heard of them. */
public final class Broadcast {
    private final Pace pace;
    private final SharedInput input;
    private final Consumer<Heard> to;
    private final Set<Running> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    /** @param to is called from many threads; all of a place's output comes before its end */
    public Broadcast(Pace pace, SharedInput input, Consumer<Heard> to) {
        this.pace = pace;
        this.input = input;
        this.to = to;
    }

    /** Returns when all of them have ended. */
    public void to(Collection<Post> posts) {
        Parallel.atMost(pace.atOnce()).each(posts, post -> to.accept(end(post)));
    }

    /** Tells every command that runs to end, as Ctrl-C on a terminal does; no other is started. */
    public void stop() {
        stopped = true;
        Parallel.unbounded().each(running, command -> command.signal("INT"));
    }

    private Heard.End end(Post post) {
        try (Running command = post.launch().get()) {
            running.add(command);
            if (stopped) {
                command.signal("INT");
            }
            return end(post.place(), command);
        } catch (DockdslException e) {
            return new Heard.Lost(post.place(), e);
        }
    }

    private Heard.End end(Place place, Running command) {
        Errand.begin(() -> input.copyTo(command.input()));
        List<Errand> readers = List.of(
                Errand.begin(() -> tell(place, true, command.errors(), command)),
                Errand.begin(() -> tell(place, false, command.output(), command)));
        try {
            OptionalInt exitCode = command.await(pace.patience());
            if (exitCode.isPresent()) {
                return new Heard.Ended(place, exitCode.getAsInt());
            }
            command.signal("TERM");
            command.close();
            return new Heard.TimedOut(place, pace.longest());
        } finally {
            running.remove(command);
            readers.forEach(Errand::await);
        }
    }

    /** A command that nobody listens to any more must not wait for ever to be heard. */
    private void tell(Place place, boolean error, InputStream from, Running command) {
        try {
            new Lines(line -> to.accept(new Heard.Said(place, error, line))).readAll(from);
        } catch (IOException lost) {
            // Whoever awaits the command is told that the connection is gone.
        } catch (RuntimeException | Error bug) {
            command.close();
            throw bug;
        }
    }

    /**
     * How it is done.
     *
     * @param longest how long a command may take, the login not counted; zero for no bound
     * @param atOnce in how many places at a time
     */
    public record Pace(Duration longest, int atOnce) {
        private static final Duration NO_BOUND = Duration.ofDays(365);

        public Pace {
            if (atOnce < 1) {
                throw new IllegalArgumentException("somebody has to work: " + atOnce);
            }
        }

        Duration patience() {
            return longest.isZero() ? NO_BOUND : longest;
        }
    }
}
