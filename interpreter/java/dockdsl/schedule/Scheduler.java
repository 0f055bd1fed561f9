package dockdsl.schedule;

import java.util.List;
import java.util.Optional;

/** What starts commands at their times. All of it throws {@link dockdsl.problem.NothingToWorkOn} where it is not to be had. */
public sealed interface Scheduler permits CrontabOfUser, SystemdTimers {
    /** What dockdsl has put there. */
    List<Scheduled> list();

    /** Puts it there, in the place of what had the same key. */
    void install(Scheduled scheduled);

    /** Takes it away; nothing happens when it is not there. */
    void remove(String key);

    /** What may keep it from coming, as a sentence; empty when nothing does. */
    Optional<String> caution();

    /** For people: {@code the crontab of alice}. */
    String name();
}
