package dockdsl.run;

import dockdsl.host.CommandResult;
import dockdsl.host.Shell;
import dockdsl.model.Site;
import dockdsl.model.Sites;
import dockdsl.plan.Plan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Hosts whose engines, and the shell of this machine, note every call in one diary; carries out plans on them. */
final class RecordingFleet {
    private static final Site SITE = Sites.of("shop");

    private final List<String> diary = Collections.synchronizedList(new ArrayList<>());
    private final List<Event> events = Collections.synchronizedList(new ArrayList<>());
    private final List<RecordingEngine> engines;
    private int hereEndsWith;

    RecordingFleet(String... hosts) {
        engines = Stream.of(hosts).map(host -> new RecordingEngine(host, diary)).toList();
    }

    /** What was called, in that order, such as {@code web1: stop app}. */
    List<String> diary() {
        return diary;
    }

    List<Event> events() {
        return events;
    }

    RecordingEngine engine(String host) {
        return engines.stream()
                .filter(engine -> engine.host().equals(host))
                .findFirst()
                .orElseThrow();
    }

    void commandsHereEndWith(int exitCode) {
        hereEndsWith = exitCode;
    }

    Recap carryOut(Plan plan) {
        Shell here = command -> {
            diary.add("here: " + command.script());
            return new CommandResult(hereEndsWith, "", "");
        };
        Tally tally = new Tally(events::add);
        Places places = new Places(4, 4);
        return new Executor(
                        engines.stream()
                                .map(engine -> new HostWork(new StepRunner(engine.ofHost(), SITE, here), places, tally))
                                .toList(),
                        engines.stream().map(RecordingEngine::host).toList(),
                        Map.of(),
                        Parallel.atMost(4),
                        places,
                        tally)
                .carryOut(plan);
    }
}
