package dockdsl.cli;

import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.host.Command;
import dockdsl.host.HostSession;
import dockdsl.model.Host;
import dockdsl.problem.UsageMistake;
import java.util.List;
import java.util.stream.Collectors;

/** {@code dockdsl ssh}: a login on one host, by the keys, jump hosts and inventory that everything else goes by. */
record SshCommand(Surroundings surroundings, Wiring wiring, Interruption interruption) {
    private static final String LOGIN = "cd 2>/dev/null; exec \"${SHELL:-/bin/sh}\" -l";
    private static final int MOST_NAMED = 10;

    int run(Invocation invocation) {
        List<String> words = invocation.arguments();
        if (words.isEmpty()) {
            throw new UsageMistake(
                    "`ssh` needs to know where.",
                    "It is used like this: `" + invocation.command().usage() + "`.");
        }
        return new ByHand(surroundings, wiring, interruption).run(invocation, (workshops, reader) -> {
            Host host = one(reader.chosen(invocation, words.getFirst()), words.getFirst());
            Command command = command(invocation);
            boolean onTerminal = words.size() == 1 ? surroundings.interactive() : invocation.has(Option.TTY);
            HostSession session = workshops.crew().session(host);
            return new Handover(surroundings, interruption)
                    .run(onTerminal, terminal -> session.launch(command, terminal));
        });
    }

    private static Host one(List<Host> hosts, String pattern) {
        if (hosts.size() > 1) {
            String names = hosts.stream().limit(MOST_NAMED).map(Host::name).collect(Collectors.joining(", "));
            throw new UsageMistake(
                    "`" + pattern + "` means " + hosts.size() + " hosts, and a login is on one.",
                    "Name one of " + names + (hosts.size() > MOST_NAMED ? " and others." : ".")
                            + " On all of them: `dockdsl exec " + pattern + " -- COMMAND`.");
        }
        return hosts.getFirst();
    }

    private static Command command(Invocation invocation) {
        List<String> words = invocation.arguments();
        Command command = Command.script(words.size() == 1 ? LOGIN : String.join(" ", words.subList(1, words.size())));
        return invocation.has(Option.SUDO) ? command.asRootUser() : command;
    }
}
