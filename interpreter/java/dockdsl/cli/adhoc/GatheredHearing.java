package dockdsl.cli.adhoc;

import dockdsl.adhoc.Heard;
import dockdsl.cli.screen.Screen;
import dockdsl.cli.text.Line;
import dockdsl.cli.text.Visible;
import java.util.List;

/** Shows what several hosts said alike only once, when all are done. */
public final class GatheredHearing implements Hearing {
    private final Screen screen;
    private final List<String> hosts;
    private final boolean differences;
    private final Transcript transcript = new Transcript();

    /**
     * @param hosts in the order of the inventory
     * @param differences whether only what differs from the largest group is shown of the others
     */
    public GatheredHearing(Screen screen, List<String> hosts, boolean differences) {
        this.screen = screen;
        this.hosts = hosts;
        this.differences = differences;
    }

    @Override
    public void heard(Heard heard) {
        transcript.note(heard);
    }

    @Override
    public void over() {
        List<Alike> groups = Alike.of(hosts, transcript);
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
        for (String host : hosts) {
            transcript
                    .end(host)
                    .filter(end -> !(end instanceof Heard.Ended))
                    .map(EndText::of)
                    .ifPresent(screen::complain);
        }
    }
}
