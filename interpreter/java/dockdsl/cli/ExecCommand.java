package dockdsl.cli;

import dockdsl.adhoc.Broadcast;
import dockdsl.adhoc.Crew;
import dockdsl.adhoc.Heard;
import dockdsl.adhoc.Order;
import dockdsl.adhoc.SharedInput;
import dockdsl.cli.adhoc.ByHostHearing;
import dockdsl.cli.adhoc.GatheredHearing;
import dockdsl.cli.adhoc.Hearing;
import dockdsl.cli.adhoc.JsonHearing;
import dockdsl.cli.adhoc.LiveHearing;
import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.cli.screen.Questions;
import dockdsl.model.Host;
import dockdsl.problem.UsageMistake;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code dockdsl exec}: one command on many hosts at once. */
record ExecCommand(Surroundings surroundings, Wiring wiring, Interruption interruption) {
    /** As clush does. */
    private static final int USUALLY_AT_ONCE = 64;

    private static final int MOST_AT_ONCE = 1000;

    int run(Invocation invocation) {
        int atOnce = invocation.number(Option.FORKS, USUALLY_AT_ONCE, MOST_AT_ONCE);
        Order order = new Order(
                script(invocation),
                invocation.has(Option.SUDO),
                invocation.duration(Option.TIMEOUT, Duration.ZERO),
                atOnce);
        Questions questions = new Questions(surroundings.screen(), surroundings.input());
        SshWishes wishes = new SshWishes(invocation, surroundings, questions, atOnce);
        try (Connections connections = new Connections(wiring, wishes.settings());
                Crew crew = new Crew(connections.connector())) {
            interruption.closesWith(connections::close);
            JobReader reader = new JobReader(surroundings, questions);
            List<Host> hosts = reader.chosen(invocation, invocation.arguments().getFirst());
            return run(order, crew, hosts, invocation);
        }
    }

    private int run(Order order, Crew crew, List<Host> hosts, Invocation invocation) {
        List<String> names = hosts.stream().map(Host::name).toList();
        Hearing hearing = hearing(invocation, names);
        AtomicInteger largest = new AtomicInteger();
        Broadcast broadcast = new Broadcast(crew, order, input(), heard -> {
            hearing.heard(heard);
            if (heard instanceof Heard.End end) {
                largest.accumulateAndGet(end.exitCode(), Math::max);
            }
        });
        interruption.closesWith(() -> {
            broadcast.stop();
            crew.close();
        });
        broadcast.to(hosts);
        hearing.over();
        return largest.get();
    }

    /** As {@code ssh} does it. */
    private static String script(Invocation invocation) {
        List<String> words = invocation.arguments();
        if (words.size() < 2) {
            throw new UsageMistake(
                    words.isEmpty() ? "`exec` needs to know where and what." : "`exec` needs a command to run.",
                    "It is used like this: `" + invocation.command().usage() + "`.");
        }
        return String.join(" ", words.subList(1, words.size()));
    }

    /** What is typed on a terminal is not for the hosts. */
    private SharedInput input() {
        return surroundings.interactive() ? SharedInput.none() : SharedInput.of(surroundings.input());
    }

    private Hearing hearing(Invocation invocation, List<String> hosts) {
        if (invocation.has(Option.JSON)) {
            return new JsonHearing(surroundings.screen(), hosts);
        }
        if (invocation.has(Option.GATHER) || invocation.has(Option.DIFF)) {
            return new GatheredHearing(surroundings.screen(), hosts, invocation.has(Option.DIFF));
        }
        return invocation.has(Option.BY_HOST)
                ? new ByHostHearing(surroundings.screen(), hosts)
                : new LiveHearing(surroundings.screen());
    }
}
