package dockdsl.cli;

import dockdsl.diary.StateFolder;
import dockdsl.diary.Told;
import dockdsl.docker.JsonReader;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Knows who has heard of which troubles of the runs on the same hosts, so that nobody hears the same twice. */
final class Announcer {
    /** Who reads what is printed: whom cron sends mail. */
    static final String READER = "output";

    private final StateFolder state;
    private final RunStory story;
    private final Told before;
    private Told told;

    private Announcer(StateFolder state, RunStory story, Told told) {
        this.state = state;
        this.story = story;
        this.before = told;
        this.told = told;
    }

    static Announcer of(StateFolder state, RunStory story) {
        return new Announcer(state, story, Told.read(state, JsonReader::parse));
    }

    /** What is new for somebody. */
    Told.News news(String who) {
        return told.news(who, known(who));
    }

    /** What there is to say of troubles. */
    List<String> texts(Collection<String> names) {
        return Troubles.of(story).entrySet().stream()
                .filter(trouble -> names.contains(trouble.getKey()))
                .map(trouble -> trouble.getValue())
                .toList();
    }

    /** A run that did not see everything did not see whether what was wrong before is well again. */
    private SortedSet<String> known(String who) {
        SortedSet<String> known = new TreeSet<>(Troubles.of(story).keySet());
        if (!story.isWhole()) {
            known.addAll(told.by(who));
        }
        return known;
    }

    void hasHeard(String who) {
        told = told.with(who, known(who));
    }

    /** Those whom the site does not name any more. */
    void forgetAllBut(Collection<String> listeners) {
        Set<String> kept = new HashSet<>(listeners);
        kept.add(READER);
        told = told.only(kept);
    }

    /** @throws IOException when it can't be written */
    void save() throws IOException {
        if (!told.equals(before)) {
            told.write(state);
        }
    }
}
