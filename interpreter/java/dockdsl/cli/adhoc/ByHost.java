package dockdsl.cli.adhoc;

import dockdsl.adhoc.Place;
import dockdsl.cli.screen.Screen;
import dockdsl.cli.text.Line;
import dockdsl.cli.text.Tone;
import dockdsl.cli.text.Visible;
import java.util.List;

/** One place after the other. @param places in the order in which they are shown */
public record ByHost(Screen screen, List<Place> places) implements Afterwards.Telling {
    @Override
    public void tell(Transcript transcript, int exitCode) {
        for (Place place : places) {
            screen.say(transcript.lines(place).stream()
                    .map(line -> Line.of(Tone.STRONG, place + ":").and(" " + Visible.withoutColours(line)))
                    .toList());
            transcript.end(place).map(EndText::of).ifPresent(screen::complain);
        }
    }
}
