package dockdsl.cli;

import dockdsl.cli.screen.Painter;
import dockdsl.cli.screen.Terminals;
import dockdsl.cli.text.FoldedNames;
import dockdsl.cli.text.Line;
import dockdsl.cli.text.WaitText;
import dockdsl.host.HostConnector;
import dockdsl.host.HostSession;
import dockdsl.model.Host;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Connects, and says below all else, on a terminal, to which hosts that takes longer than a second, for as long as it does. */
final class Approach implements HostConnector {
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final HostConnector connector;
    private final Surroundings surroundings;

    /** When it began for each host, in {@link System#nanoTime()}. */
    private final Map<String, Long> begun = new LinkedHashMap<>();

    private Optional<Painter> painter = Optional.empty();

    Approach(HostConnector connector, Surroundings surroundings) {
        this.connector = connector;
        this.surroundings = surroundings;
    }

    @Override
    public HostSession connect(Host host) {
        if (!surroundings.watched()) {
            return connector.connect(host);
        }
        begin(host.name());
        try {
            return connector.connect(host);
        } finally {
            end(host.name());
        }
    }

    private synchronized void begin(String host) {
        begun.put(host, System.nanoTime());
        if (painter.isEmpty()) {
            painter = Optional.of(Painter.of(
                    surroundings.screen(),
                    A_SECOND,
                    A_SECOND,
                    () -> Terminals.width(surroundings.environment()),
                    this::lines));
        }
    }

    /** Nothing of it is left on the screen when the last one is done. */
    private void end(String host) {
        ended(host).ifPresent(Painter::close);
    }

    /** @return who has nothing to draw any more; it must not be waited for in here, as it looks here for its lines */
    private synchronized Optional<Painter> ended(String host) {
        begun.remove(host);
        Optional<Painter> idle = begun.isEmpty() ? painter : Optional.empty();
        idle.ifPresent(over -> painter = Optional.empty());
        return idle;
    }

    private synchronized List<Line> lines(int width) {
        List<String> late = begun.keySet().stream()
                .filter(host -> age(host).compareTo(A_SECOND) >= 0)
                .toList();
        return late.isEmpty() ? List.of() : List.of(line(late, width));
    }

    private Line line(List<String> late, int width) {
        long seconds =
                late.stream().mapToLong(host -> age(host).toSeconds()).max().orElseThrow();
        return WaitText.of("connecting to " + FoldedNames.of(late), seconds, width);
    }

    private Duration age(String host) {
        return Duration.ofNanos(System.nanoTime() - begun.get(host));
    }

    @Override
    public String address(Host host) {
        return connector.address(host);
    }

    @Override
    public void know(List<Host> inventory) {
        connector.know(inventory);
    }

    @Override
    public void close() {
        connector.close();
    }
}
