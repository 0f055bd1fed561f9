package dockdsl.cli.adhoc;

import dockdsl.adhoc.Heard;
import dockdsl.cli.screen.Screen;
import dockdsl.cli.text.Line;
import dockdsl.cli.text.Tone;
import dockdsl.cli.text.Visible;
import java.util.List;

/** Shows one host after the other when all are done. */
public final class ByHostHearing implements Hearing {
    private final Screen screen;
    private final List<String> hosts;
    private final Transcript transcript = new Transcript();

    /** @param hosts in the order in which they are shown */
    public ByHostHearing(Screen screen, List<String> hosts) {
        this.screen = screen;
        this.hosts = hosts;
    }

    @Override
    public void heard(Heard heard) {
        transcript.note(heard);
    }

    @Override
    public void over() {
        for (String host : hosts) {
            screen.say(transcript.lines(host).stream()
                    .map(line -> Line.of(Tone.STRONG, host + ":").and(" " + Visible.withoutColours(line)))
                    .toList());
            transcript.end(host).map(EndText::of).ifPresent(screen::complain);
        }
    }
}
