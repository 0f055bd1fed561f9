package dockdsl.cli.console;

import dockdsl.problem.DockdslException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The first look at the world, beside other work. */
public final class Glance {
    private Glance() {}

    /** Starts to look and returns at once. @param then gets what was wrong with the world, on another thread */
    public static void at(Desk desk, Supplier<World> look, Consumer<Optional<DockdslException>> then) {
        Thread.ofPlatform().daemon().name("glance").start(() -> {
            try {
                desk.see(look.get());
                then.accept(Optional.empty());
            } catch (DockdslException wrong) {
                then.accept(Optional.of(wrong));
            }
        });
    }
}
