package dockdsl.cli;

import dockdsl.diary.StateFolder;
import dockdsl.diary.Told;
import dockdsl.docker.JsonReader;
import java.io.IOException;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** Knows who has heard of what, so that nobody hears the same twice. */
final class Announcer {
    private final StateFolder state;
    private final SequencedMap<String, String> troubles;
    private final boolean whole;
    private Told told;

    private Announcer(StateFolder state, SequencedMap<String, String> troubles, boolean whole, Told told) {
        this.state = state;
        this.troubles = troubles;
        this.whole = whole;
        this.told = told;
    }

    static Announcer of(StateFolder state, RunStory story) {
        boolean whole = story.ending().isEmpty() && !story.isOvertime();
        return new Announcer(state, Troubles.of(story), whole, Told.read(state, JsonReader::parse));
    }

    /** What is new for somebody. */
    Told.News news(String who) {
        return told.news(who, known(who));
    }

    /** A run that ended before its time did not see whether what was wrong before is well again. */
    private SortedSet<String> known(String who) {
        SortedSet<String> known = new TreeSet<>(troubles.keySet());
        if (!whole) {
            known.addAll(told.by(who));
        }
        return known;
    }

    void hasHeard(String who) {
        told = told.with(who, known(who));
    }

    /** @throws IOException when it can't be written */
    void save() throws IOException {
        told.write(state);
    }
}
