package dockdsl.cli;

import dockdsl.diary.Told;
import dockdsl.model.Notifier;
import dockdsl.notify.Message;
import dockdsl.notify.Messenger;
import dockdsl.notify.NotTold;
import dockdsl.value.Occasion;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/** Tells those of whom the site says that they want to know. Who can't be told is tried again by the next run. */
record Telling(Surroundings surroundings, String command, RunStory story, Announcer announcer) {

    /** @return those who could not be told, with why */
    SequencedMap<String, String> tellAll() {
        SequencedMap<String, String> untold = new LinkedHashMap<>();
        SequencedMap<String, Notifier> notifiers = notifiers();
        for (Map.Entry<String, Notifier> each : notifiers.entrySet()) {
            try {
                tell(each.getKey(), each.getValue());
            } catch (NotTold e) {
                untold.put(each.getKey(), covered(e.getMessage()));
            }
        }
        announcer.forgetAllBut(notifiers.keySet());
        return untold;
    }

    private SequencedMap<String, Notifier> notifiers() {
        SequencedMap<String, Notifier> named = new LinkedHashMap<>();
        for (Notifier notifier : story.job().map(Job::notifiers).orElse(List.of())) {
            String name = notifier.name();
            for (int number = 2; named.containsKey(name); number++) {
                name = notifier.name() + " #" + number;
            }
            named.put(name, notifier);
        }
        return named;
    }

    private void tell(String who, Notifier notifier) throws NotTold {
        Told.News news = announcer.news(who);
        Message message = message(news, notifier.on());
        if (!message.occasions().isEmpty()) {
            new Messenger(surroundings.folder(), surroundings.environment()).tell(notifier, message);
        }
        announcer.hasHeard(who);
    }

    private Message message(Told.News news, Set<Occasion> wanted) {
        List<String> changes = wanted.contains(Occasion.CHANGE) ? Troubles.changes(story) : List.of();
        List<String> begun = wanted.contains(Occasion.FAILURE) ? announcer.texts(news.begun()) : List.of();
        List<String> passed = wanted.contains(Occasion.RECOVERY) ? List.copyOf(news.passed()) : List.of();
        Set<Occasion> occasions = EnumSet.noneOf(Occasion.class);
        addIf(changes, Occasion.CHANGE, occasions);
        addIf(begun, Occasion.FAILURE, occasions);
        addIf(passed, Occasion.RECOVERY, occasions);
        Job job = story.job().orElseThrow();
        return new Message(
                job.site().name(),
                job.site().environment().orElse(""),
                command,
                ThisMachine.somebody(surroundings),
                story.began().truncatedTo(ChronoUnit.SECONDS),
                story.elapsed(),
                occasions,
                covered(changes),
                covered(begun),
                covered(passed));
    }

    private static void addIf(Collection<String> any, Occasion occasion, Set<Occasion> occasions) {
        if (!any.isEmpty()) {
            occasions.add(occasion);
        }
    }

    private List<String> covered(Collection<String> texts) {
        List<String> covered = new ArrayList<>();
        texts.forEach(text -> covered.add(covered(text)));
        return covered;
    }

    private String covered(String text) {
        return surroundings.screen().covered(text);
    }
}
