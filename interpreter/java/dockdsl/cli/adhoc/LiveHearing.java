package dockdsl.cli.adhoc;

import dockdsl.adhoc.Heard;
import dockdsl.cli.screen.Screen;
import dockdsl.cli.text.Line;
import dockdsl.cli.text.Tone;
import dockdsl.cli.text.Visible;
import java.util.List;

/** Shows every line as it comes, behind the name of its place; errors on standard error. */
public record LiveHearing(Screen screen) implements Hearing {
    @Override
    public void heard(Heard heard) {
        switch (heard) {
            case Heard.Said said -> say(said);
            case Heard.End end -> screen.complain(EndText.of(end));
        }
    }

    private void say(Heard.Said said) {
        Line line = Line.of(Tone.STRONG, said.place() + ":").and(" " + Visible.withoutColours(said.text()));
        if (said.error()) {
            screen.complain(List.of(line));
        } else {
            screen.say(line);
        }
    }

    @Override
    public void over(int exitCode) {}
}
