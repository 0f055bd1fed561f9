package dockdsl.cli;

import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.cli.text.Line;
import dockdsl.diary.StateFolder;
import dockdsl.diary.Turn;
import dockdsl.problem.UsageMistake;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code dockdsl apply --unattended}: a run that nobody watches, one at a time for the same hosts, and not all machines at once. */
record Unattended(Surroundings surroundings, Supplier<Wiring> wiring, Interruption interruption) {
    private static final Duration FOR_EVER = Duration.ofDays(365);

    int run(Invocation typed) {
        refuseContradictions(typed);
        Duration splay = typed.duration(Option.SPLAY, Duration.ZERO);
        Duration most = typed.duration(Option.MAX_RUNTIME, FOR_EVER);
        Invocation invocation = unasked(typed);
        RunPlace place = RunPlace.of(invocation, surroundings);
        Optional<Turn> turn;
        try {
            StateFolder state = Diary.of(surroundings).of(place);
            turn = Turn.take(state, "turn");
        } catch (IOException unwritable) {
            return begin(invocation, place).converge(wiring, most);
        }
        if (turn.isEmpty()) {
            return begin(invocation, place).skip();
        }
        try (Turn _ = turn.get()) {
            pause(Splay.of(splay, ThisMachine.somebody(surroundings), place.key()));
            return begin(invocation, place).converge(wiring, most);
        }
    }

    private UnattendedRun begin(Invocation invocation, RunPlace place) {
        return new UnattendedRun(invocation, surroundings, place, interruption);
    }

    private static void refuseContradictions(Invocation typed) {
        for (Option other : List.of(Option.JSON, Option.DRY_RUN, Option.ASK_PASS, Option.ASK_BECOME_PASS)) {
            if (typed.has(other)) {
                throw new UsageMistake(
                        "`--unattended` and `" + other.spelled() + "` do not go together.",
                        "A run that nobody watches applies, asks nothing and tells only what is new.");
            }
        }
    }

    /** Nobody is there to answer or to read that nothing happened. */
    private static Invocation unasked(Invocation typed) {
        Map<Option, List<String>> given = new EnumMap<>(Option.class);
        given.putAll(typed.given());
        given.put(Option.YES, List.of(""));
        given.put(Option.QUIET, List.of(""));
        return new Invocation(typed.command(), typed.arguments(), given);
    }

    private void pause(Duration time) {
        try {
            surroundings.clock().pause(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            surroundings.screen().complain(List.of(Line.of("Interrupted.")));
        }
    }
}
