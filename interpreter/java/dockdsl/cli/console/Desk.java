package dockdsl.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** What is kept from line to line: the selection, what was typed on top of the site, and what is known of the world. */
public final class Desk {
    private final String first;
    private final List<String> typed = new ArrayList<>();
    private final AtomicReference<World> world = new AtomicReference<>(World.EMPTY);
    private volatile String selection;

    /** @param first the pattern of hosts to begin with; empty for all */
    public Desk(String first) {
        this.first = first;
        this.selection = first;
    }

    public String first() {
        return first;
    }

    /** A pattern of hosts; empty for all. */
    public String selection() {
        return selection;
    }

    public void select(String pattern) {
        selection = pattern.equals("all") ? "" : pattern;
    }

    public List<String> typed() {
        return List.copyOf(typed);
    }

    public void declare(String text) {
        typed.add(text);
    }

    /** @param number from 1 on */
    public void forget(int number) {
        typed.remove(number - 1);
    }

    public void forgetAll() {
        typed.clear();
    }

    /** The world as it was seen last. */
    public World world() {
        return world.get();
    }

    public void see(World seen) {
        world.set(seen);
    }
}
