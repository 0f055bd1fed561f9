package dockdsl.cli;

import dockdsl.adhoc.Chosen;
import dockdsl.adhoc.Place;
import dockdsl.adhoc.Post;
import dockdsl.adhoc.Workshops;
import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.host.Command;
import dockdsl.host.ContainerOrder;
import dockdsl.model.Host;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.UsageMistake;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code dockdsl exec}: one command on many hosts at once, or in containers. */
record ExecCommand(Surroundings surroundings, Wiring wiring, Interruption interruption) {
    private static final Duration TO_START = Duration.ofSeconds(30);
    private static final List<Option> SHOWN_TOGETHER = List.of(Option.GATHER, Option.DIFF, Option.BY_HOST, Option.JSON);
    private static final List<Option> OF_CONTAINERS = List.of(Option.TTY, Option.USER, Option.WORKDIR, Option.ENV_VAR);

    int run(Invocation invocation) {
        List<String> words = invocation.arguments();
        if (words.size() < 2) {
            throw new UsageMistake(
                    words.isEmpty() ? "`exec` needs to know where and what." : "`exec` needs a command to run.",
                    "It is used like this: `" + invocation.command().usage() + "`.");
        }
        return new ByHand(surroundings, wiring, interruption).run(invocation, (workshops, reader) -> {
            Optional<Chosen> containers = ContainerNames.chosen(words.getFirst(), invocation, reader);
            return containers.isPresent()
                    ? inContainers(invocation, workshops, containers.get())
                    : onHosts(invocation, workshops, reader);
        });
    }

    private int onHosts(Invocation invocation, Workshops workshops, JobReader reader) {
        OF_CONTAINERS.stream().filter(invocation::has).findFirst().ifPresent(option -> {
            throw new UsageMistake(
                    "`" + option.spelled() + "` is for containers, and `"
                            + invocation.arguments().getFirst() + "` is none of the site's.",
                    option == Option.TTY ? "A terminal on a host: `dockdsl ssh HOST -t -- COMMAND`." : "");
        });
        Command command = command(invocation);
        List<Post> posts = reader.chosen(invocation, invocation.arguments().getFirst()).stream()
                .map(host -> post(host, command, workshops))
                .toList();
        return everywhere(invocation).run(posts, workshops.crew());
    }

    private static Post post(Host host, Command command, Workshops workshops) {
        return new Post(
                Place.on(host.name()), () -> workshops.crew().session(host).launch(command, Optional.empty()));
    }

    /** Words are joined as {@code ssh} does it. */
    private static Command command(Invocation invocation) {
        List<String> words = invocation.arguments();
        Command command =
                Command.script(String.join(" ", words.subList(1, words.size()))).within(TO_START);
        return invocation.has(Option.SUDO) ? command.asRootUser() : command;
    }

    private int inContainers(Invocation invocation, Workshops workshops, Chosen chosen) {
        if (invocation.has(Option.SUDO)) {
            throw new UsageMistake(
                    "`--sudo` is for hosts, and `" + invocation.arguments().getFirst() + "` is a container.",
                    "Root in the container is `--user root`.");
        }
        List<Member> members = Member.running(workshops, chosen);
        if (members.isEmpty()) {
            throw new NothingToWorkOn(
                    "The container " + invocation.arguments().getFirst() + " runs nowhere.",
                    "`dockdsl status` shows what is there.");
        }
        boolean several = members.size() > 1;
        if (several && invocation.has(Option.TTY)) {
            throw new UsageMistake(
                    "One terminal is not for several containers.",
                    "Say which: " + members.stream().map(Member::spelled).collect(Collectors.joining(", ")) + ".");
        }
        ContainerOrder order = order(invocation);
        if (several || SHOWN_TOGETHER.stream().anyMatch(invocation::has)) {
            return everywhere(invocation)
                    .run(members.stream().map(member -> member.post(order)).toList(), workshops.crew());
        }
        return new Handover(surroundings, interruption)
                .run(invocation.has(Option.TTY), terminal -> members.getFirst().start(order, terminal));
    }

    private static ContainerOrder order(Invocation invocation) {
        return new ContainerOrder(
                invocation.arguments().subList(1, invocation.arguments().size()),
                invocation.last(Option.USER),
                invocation.last(Option.WORKDIR),
                invocation.all(Option.ENV_VAR));
    }

    private Everywhere everywhere(Invocation invocation) {
        return new Everywhere(invocation, surroundings, interruption, ByHand.atOnce(invocation));
    }
}
