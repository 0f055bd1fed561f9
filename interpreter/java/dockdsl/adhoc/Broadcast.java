package dockdsl.adhoc;

import dockdsl.host.Running;
import dockdsl.model.Host;
import dockdsl.problem.DockdslException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Gives an order to many hosts at once and tells what is heard of them. */
public final class Broadcast {
    private final Crew crew;
    private final Order order;
    private final SharedInput input;
    private final Consumer<Heard> to;
    private final Set<Running> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    /** @param to is called from many threads; all of a host's output comes before its end */
    public Broadcast(Crew crew, Order order, SharedInput input, Consumer<Heard> to) {
        this.crew = crew;
        this.order = order;
        this.input = input;
        this.to = to;
    }

    /** Returns when every host has ended. */
    public void to(Collection<Host> hosts) {
        Semaphore places = new Semaphore(order.atOnce());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Host host : hosts) {
                threads.execute(() -> {
                    places.acquireUninterruptibly();
                    try {
                        to.accept(end(host));
                    } finally {
                        places.release();
                    }
                });
            }
        }
    }

    /** Tells every command that runs to end, as Ctrl-C on a terminal does; no other is started. */
    public void stop() {
        stopped = true;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            running.forEach(command -> threads.execute(() -> command.signal("INT")));
        }
    }

    private Heard.End end(Host host) {
        try (Running command = crew.session(host).launch(order.command(), Optional.empty())) {
            running.add(command);
            if (stopped) {
                command.signal("INT");
            }
            return end(host.name(), command);
        } catch (DockdslException e) {
            return new Heard.Lost(host.name(), e);
        }
    }

    private Heard.End end(String host, Running command) {
        Thread.startVirtualThread(() -> input.copyTo(command.input()));
        Thread errors = Thread.startVirtualThread(() -> tell(host, true, command.errors()));
        Thread output = Thread.startVirtualThread(() -> tell(host, false, command.output()));
        try {
            OptionalInt exitCode = command.await(order.patience());
            if (exitCode.isPresent()) {
                return new Heard.Ended(host, exitCode.getAsInt());
            }
            command.signal("TERM");
            command.close();
            return new Heard.TimedOut(host, order.longest());
        } finally {
            running.remove(command);
            untilItEnds(output);
            untilItEnds(errors);
        }
    }

    private static void untilItEnds(Thread reader) {
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(String host, boolean error, InputStream from) {
        try {
            new Lines(line -> to.accept(new Heard.Said(host, error, line))).readAll(from);
        } catch (IOException lost) {
            // Whoever awaits the command is told that the connection is gone.
        }
    }
}
