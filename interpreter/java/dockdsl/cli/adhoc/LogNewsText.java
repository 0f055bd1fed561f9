package dockdsl.cli.adhoc;

import dockdsl.adhoc.LogNews;
import dockdsl.cli.screen.Screen;
import dockdsl.cli.text.FailureText;
import dockdsl.cli.text.Line;
import dockdsl.cli.text.Tone;
import dockdsl.problem.DockdslException;
import dockdsl.problem.HostUnreachable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Tells on standard error why lines are missing. */
public final class LogNewsText implements LogNews {
    private final Screen screen;
    private final List<DockdslException> failures = Collections.synchronizedList(new ArrayList<>());

    public LogNewsText(Screen screen) {
        this.screen = screen;
    }

    /** What could not be read. */
    public List<DockdslException> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void failed(DockdslException why) {
        failures.add(why);
        screen.complain(FailureText.of(why));
    }

    @Override
    public void lost(HostUnreachable why) {
        failures.add(why);
        List<Line> lines = new ArrayList<>(FailureText.of(why));
        lines.add(Line.of("    It is tried again until it is back; nothing that it writes meanwhile is missed."));
        screen.complain(lines);
    }

    @Override
    public void back(String host) {
        screen.complain(List.of(Line.of(Tone.GOOD, "host " + host + ": is back")));
    }

    @Override
    public void nothingYet() {
        screen.complain(List.of(Line.of(
                Tone.QUIET, "None of these containers is there yet; what they write is shown as soon as they are.")));
    }

    /** @param within what narrows down which lines are shown, half a sentence; empty when nothing does */
    public void nothing(String within) {
        screen.complain(
                List.of(Line.of(Tone.QUIET, "Nothing to show: the containers have written no line" + within + ".")));
    }
}
