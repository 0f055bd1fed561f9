package dockdsl.cli.adhoc;

import dockdsl.adhoc.Heard;
import dockdsl.adhoc.Place;
import dockdsl.cli.screen.Screen;
import dockdsl.cli.text.Line;
import dockdsl.cli.text.Visible;
import java.util.List;

/**
 * What several said alike only once.
 *
 * @param places in the order of the inventory
 * @param differences whether only what differs from the largest group is shown of the others
 */
public record Gathered(Screen screen, List<Place> places, boolean differences) implements Afterwards.Telling {
    @Override
    public void tell(Transcript transcript, int exitCode) {
        List<Alike> groups = Alike.of(places, transcript);
        for (Alike group : groups) {
            if (!differences || group == groups.getFirst()) {
                screen.say(group.heading());
                screen.say(group.lines().stream()
                        .map(line -> Line.of(Visible.withoutColours(line)))
                        .toList());
            } else {
                screen.say(OutputDifference.between(groups.getFirst(), group));
            }
        }
        for (Place place : places) {
            transcript
                    .end(place)
                    .filter(end -> !(end instanceof Heard.Ended))
                    .map(EndText::of)
                    .ifPresent(screen::complain);
        }
    }
}
