package dockdsl.cli.screen;

import dockdsl.run.Event;
import java.util.function.Consumer;

/** Shows the events of a run as they happen; called from many threads. */
public interface View extends Consumer<Event>, AutoCloseable {
    /** Shows nothing, for runs whose output another program reads. */
    View NONE = event -> {};

    @Override
    default void close() {}
}
