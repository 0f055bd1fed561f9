package dockdsl.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.plan.Change;
import dockdsl.plan.Resource;
import dockdsl.plan.Verb;
import dockdsl.problem.HostUnreachable;
import dockdsl.run.Event;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActivitiesTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Change PULL =
            Samples.change("web1", Verb.PULL, new Resource(Resource.Kind.IMAGE, "redis:7"), "it is not there");
    private static final Change CREATE = Samples.change("web1", Verb.CREATE, "redis", "it is not there");

    private final Activities activities = new Activities();

    private List<String> at(long seconds) {
        return activities.lines(seconds * SECOND, 60).stream().map(Line::plain).toList();
    }

    private void hear(long seconds, Event event) {
        activities.hear(event, seconds * SECOND);
    }

    @Test
    void aHostIsShownWhileItDoesSomething() {
        hear(0, new Event.Connecting("web1"));
        hear(0, new Event.Connecting("database1"));
        assertThat(at(0)).containsExactly("web1       connecting", "database1  connecting");

        hear(1, new Event.Connected("web1", Duration.ofSeconds(1)));
        hear(2, new Event.Unreachable("database1", new HostUnreachable("database1", "", "")));
        assertThat(at(3)).containsExactly("web1       looking (2 s)");

        hear(4, new Event.Observed("web1", Duration.ofSeconds(3)));
        assertThat(at(5)).isEmpty();
    }

    @Test
    void aChangeIsShownWithItsProgressUntilItIsDone() {
        hear(0, new Event.Started(PULL, true));
        hear(1, new Event.Progress(PULL, "3 of 7 layers"));
        assertThat(at(4)).containsExactly("web1  image redis:7: 3 of 7 layers (4 s)");

        hear(5, new Event.Started(CREATE, true));
        assertThat(at(5)).containsExactly("web1  create container redis, and 1 more (5 s)");

        hear(6, new Event.Done(PULL, Duration.ofSeconds(6)));
        hear(6, new Event.Done(CREATE, Duration.ofSeconds(1)));
        assertThat(at(6)).isEmpty();
    }

    @Test
    void whereThereIsNoRoomTheBeginningOfANameGoesAndTheProgressStays() {
        Change pull = Samples.change(
                "web1",
                Verb.PULL,
                new Resource(Resource.Kind.IMAGE, "registry.example.com:5000/identidock/proxy:1.0"),
                "it is not there");
        hear(0, new Event.Progress(pull, "1 of 3 layers, 12 of 47 MB"));
        assertThat(at(4)).containsExactly("web1  ...tidock/proxy:1.0: 1 of 3 layers, 12 of 47 MB (4 s)");

        hear(5, new Event.Started(CREATE, true));
        hear(5, new Event.Progress(pull, "2 of 3 layers, 14 of 47 MB"));
        assertThat(at(5)).allMatch(line -> line.length() < 60 && line.endsWith(", and 1 more (5 s)"));
    }

    @Test
    void aLineNeverWrapsAndNeverCarriesEscapes() {
        hear(0, new Event.Progress(CREATE, "\033[2J" + "x".repeat(100)));

        assertThat(at(0)).allMatch(line -> line.length() < 60 && line.endsWith("...") && line.contains("\\u001b[2J"));
    }

    @Test
    void manyHostsAreNotManyLines() {
        for (int i = 0; i < 100; i++) {
            hear(0, new Event.Connecting("web" + i));
        }

        assertThat(at(0)).hasSize(21).last().isEqualTo("and 80 more hosts");
    }
}
