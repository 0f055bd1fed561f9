package dockdsl.cli.screen;

import dockdsl.cli.text.EventText;
import dockdsl.run.Event;

/** One line for each thing that happened, for logs. */
public record PlainView(Screen screen, EventText text) implements View {
    @Override
    public void accept(Event event) {
        text.of(event).ifPresent(screen::say);
    }
}
