package dockdsl.cli;

import dockdsl.adhoc.Broadcast;
import dockdsl.adhoc.Crew;
import dockdsl.adhoc.Heard;
import dockdsl.adhoc.Place;
import dockdsl.adhoc.Post;
import dockdsl.adhoc.SharedInput;
import dockdsl.cli.adhoc.Afterwards;
import dockdsl.cli.adhoc.ByHost;
import dockdsl.cli.adhoc.Gathered;
import dockdsl.cli.adhoc.Hearing;
import dockdsl.cli.adhoc.InJson;
import dockdsl.cli.adhoc.LiveHearing;
import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.cli.screen.Screen;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs a command in many places and shows what is heard of them as the user wants to see it. */
record Everywhere(Invocation invocation, Surroundings surroundings, Interruption interruption, int atOnce) {

    /** @return the largest exit code */
    int run(List<Post> posts, Crew crew) {
        List<Place> places = posts.stream().map(Post::place).toList();
        try (Awaited awaited = new Awaited(hearing(places), places, surroundings)) {
            return run(posts, crew, awaited);
        }
    }

    private int run(List<Post> posts, Crew crew, Hearing hearing) {
        AtomicInteger largest = new AtomicInteger();
        Broadcast.Pace pace = new Broadcast.Pace(invocation.duration(Option.TIMEOUT, Duration.ZERO), atOnce);
        Broadcast broadcast = new Broadcast(pace, input(), heard -> {
            hearing.heard(heard);
            if (heard instanceof Heard.End end) {
                largest.accumulateAndGet(end.exitCode(), Math::max);
            }
        });
        interruption.closesWith(() -> {
            broadcast.stop();
            crew.close();
        });
        broadcast.to(posts);
        hearing.over(largest.get());
        return largest.get();
    }

    /** What is typed on a terminal is not for the hosts. */
    private SharedInput input() {
        return surroundings.interactive() ? SharedInput.none() : SharedInput.of(surroundings.input());
    }

    private Hearing hearing(List<Place> places) {
        Screen screen = surroundings.screen();
        if (invocation.has(Option.JSON)) {
            return new Afterwards(new InJson(screen, places));
        }
        if (invocation.has(Option.GATHER) || invocation.has(Option.DIFF)) {
            return new Afterwards(new Gathered(screen, places, invocation.has(Option.DIFF)));
        }
        return invocation.has(Option.BY_HOST) ? new Afterwards(new ByHost(screen, places)) : new LiveHearing(screen);
    }
}
