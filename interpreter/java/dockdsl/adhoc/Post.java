package dockdsl.adhoc;

import dockdsl.host.Running;
import java.util.function.Supplier;

/**
 * Somewhere to run a command.
 *
 * @param launch starts it, with pipes for its streams
 */
public record Post(Place place, Supplier<Running> launch) {}
