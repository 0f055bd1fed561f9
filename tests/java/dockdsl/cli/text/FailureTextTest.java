package dockdsl.cli.text;

import dockdsl.cli.Golden;
import dockdsl.plan.Verb;
import dockdsl.problem.HostFailed;
import dockdsl.problem.HostUnreachable;
import dockdsl.problem.SourceRef;
import dockdsl.run.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureTextTest {
    @Test
    void aFailureSaysWhereWhatWhatToDoAndTheContainersLastWords() {
        Golden.check(
                "failures.txt",
                FailureText.of(List.of(
                        new Event.Connecting("web1"),
                        new Event.Unreachable(
                                "web3",
                                new HostUnreachable("web3", "nobody answers at 10.0.0.3:22", "Is it switched on?")
                                        .declaredAt(new SourceRef("hosts.ini", 12, 1))),
                        new Event.Unreachable(
                                "web4",
                                new HostUnreachable("web4", "nobody answers at 10.0.0.4:22", "Is it switched on?")
                                        .declaredAt(SourceRef.startOf("-i"))),
                        new Event.Broke(
                                Samples.change("web2", Verb.REPLACE, "identidock", "1 setting differs"),
                                new HostFailed("web2", "it was not healthy within 1m", "See `docker logs identidock`."),
                                true,
                                List.of("starting", "\033[31mno such database\033[0m")),
                        new Event.Skipped(
                                Samples.change("web2", Verb.CREATE, "proxy", "it is not there"),
                                "identidock failed on web2"),
                        new Event.Failed("db1", new HostFailed("db1", "the disk is full", "")))));
    }
}
