package dockdsl.cli;

import dockdsl.adhoc.Crew;
import dockdsl.adhoc.Place;
import dockdsl.adhoc.Post;
import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.cli.screen.Questions;
import dockdsl.host.Command;
import dockdsl.model.Host;
import dockdsl.problem.UsageMistake;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code dockdsl exec}: one command on many hosts at once. */
record ExecCommand(Surroundings surroundings, Wiring wiring, Interruption interruption) {
    /** As clush does. */
    private static final int USUALLY_AT_ONCE = 64;

    private static final int MOST_AT_ONCE = 1000;
    private static final Duration TO_START = Duration.ofSeconds(30);

    int run(Invocation invocation) {
        Command command = command(invocation);
        int atOnce = invocation.number(Option.FORKS, USUALLY_AT_ONCE, MOST_AT_ONCE);
        Questions questions = new Questions(surroundings.screen(), surroundings.input());
        SshWishes wishes = new SshWishes(invocation, surroundings, questions, atOnce);
        try (Connections connections = new Connections(wiring, wishes.settings());
                Crew crew = new Crew(connections.connector())) {
            interruption.closesWith(connections::close);
            JobReader reader = new JobReader(surroundings, questions, connections::know);
            List<Post> posts = reader.chosen(invocation, invocation.arguments().getFirst()).stream()
                    .map(host -> post(host, command, crew))
                    .toList();
            return new Everywhere(invocation, surroundings, interruption, atOnce).run(posts, crew);
        }
    }

    private static Post post(Host host, Command command, Crew crew) {
        return new Post(Place.on(host.name()), () -> crew.session(host).launch(command, Optional.empty()));
    }

    /** Words are joined as {@code ssh} does it. */
    private static Command command(Invocation invocation) {
        List<String> words = invocation.arguments();
        if (words.size() < 2) {
            throw new UsageMistake(
                    words.isEmpty() ? "`exec` needs to know where and what." : "`exec` needs a command to run.",
                    "It is used like this: `" + invocation.command().usage() + "`.");
        }
        Command command =
                Command.script(String.join(" ", words.subList(1, words.size()))).within(TO_START);
        return invocation.has(Option.SUDO) ? command.asRootUser() : command;
    }
}
