package dockdsl.cli.screen;

import dockdsl.run.Event;

/** Leaves out who could not be reached: in the end it is told if it matters. */
public record QuietView(View view) implements View {
    @Override
    public void accept(Event event) {
        if (!(event instanceof Event.Unreachable)) {
            view.accept(event);
        }
    }

    @Override
    public void close() {
        view.close();
    }
}
