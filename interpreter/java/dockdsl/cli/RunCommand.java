package dockdsl.cli;

import dockdsl.adhoc.Chosen;
import dockdsl.adhoc.Workshops;
import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.cli.text.Line;
import dockdsl.cli.text.Tone;
import dockdsl.host.Command;
import dockdsl.host.Duplex;
import dockdsl.host.HostSession;
import dockdsl.model.ContainerSpec;
import dockdsl.model.Host;
import dockdsl.model.Pins;
import dockdsl.plan.Action;
import dockdsl.plan.OneOff;
import dockdsl.problem.DockdslException;
import dockdsl.problem.HostFailed;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.UsageMistake;
import dockdsl.run.SingleHost;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code dockdsl run}: a container that runs once, with the settings of one of the site's. */
record RunCommand(Surroundings surroundings, Wiring wiring, Interruption interruption) {
    private static final int DIGITS = 8;

    int run(Invocation invocation) {
        List<String> words = invocation.arguments();
        if (words.isEmpty()) {
            throw new UsageMistake(
                    "`run` needs to know which container.",
                    "It is used like this: `" + invocation.command().usage() + "`.");
        }
        return new ByHand(surroundings, wiring, interruption).run(invocation, (workshops, reader) -> {
            Job job = reader.read(invocation);
            ContainerSpec spec = spec(job, words.getFirst());
            Host host = job.inventory().host(spec.host()).orElseThrow();
            HostSession session = workshops.crew().session(host);
            try (SingleHost single = new SingleHost(host, session, wiring.engines(), job.site(), wiring.here())) {
                OneOff oneOff = OneOff.of(
                        job.site(),
                        spec,
                        single.observe(),
                        single.addresses(
                                job.withLinked(List.of(host)), workshops.crew().connector()),
                        pins(job),
                        wish(invocation),
                        digits());
                return run(invocation, oneOff, single, session, workshops, host);
            }
        });
    }

    private static Pins pins(Job job) {
        return job.lock().pins();
    }

    /** On the first of its hosts. */
    private ContainerSpec spec(Job job, String word) {
        Selection.Choice choice = Selection.container(job, word)
                .orElseThrow(() -> new NothingToWorkOn(
                        "`" + word + "` is no container of the site '"
                                + job.site().name() + "'.",
                        "Its containers are " + String.join(", ", Selection.containers(job)) + "."));
        Chosen chosen = new Selection(job, List.of(choice)).chosen();
        return chosen.hosts().stream()
                .flatMap(host -> job.site().on(host.name()).stream()
                        .filter(spec -> chosen.which().test(host, spec.engineName())))
                .filter(spec -> spec.image().isPresent())
                .findFirst()
                .orElseThrow(
                        () -> new NothingToWorkOn("`" + word + "` shall be absent, so it has no image to run.", ""));
    }

    private static OneOff.Wish wish(Invocation invocation) {
        List<String> words = invocation.arguments();
        return new OneOff.Wish(
                words.subList(1, words.size()),
                invocation.last(Option.USER).orElse(""),
                invocation.last(Option.WORKDIR).orElse(""),
                invocation.all(Option.ENV_VAR),
                invocation.has(Option.TTY));
    }

    private static String digits() {
        return UUID.randomUUID().toString().substring(0, DIGITS);
    }

    private int run(
            Invocation invocation,
            OneOff oneOff,
            SingleHost single,
            HostSession session,
            Workshops workshops,
            Host host) {
        Optional<Duplex> guard = guard(oneOff.name(), session);
        try {
            oneOff.prepare().forEach(action -> {
                tell(host, action);
                single.perform(action, progress -> {});
            });
            return new Handover(surroundings, interruption, () -> clean(oneOff, single))
                    .run(
                            invocation.has(Option.TTY),
                            terminal -> workshops.on(host).start(oneOff.name(), terminal));
        } finally {
            clean(oneOff, single);
            guard.ifPresent(Duplex::close);
        }
    }

    /** What takes long is told. */
    private void tell(Host host, Action action) {
        switch (action) {
            case Action.PullImage pull ->
                surroundings.screen().complain(List.of(Line.of(Tone.QUIET, host.name() + ": pulls " + pull.image())));
            case Action.BuildImage build ->
                surroundings.screen().complain(List.of(Line.of(Tone.QUIET, host.name() + ": builds " + build.image())));
            default -> {}
        }
    }

    /**
     * Waits on the host for the end of our connection, however that comes, and removes the container then. Where there is no
     * session to spare for it, or no command line of Docker, the container goes when it has ended.
     */
    private static Optional<Duplex> guard(String container, HostSession session) {
        String remove = "docker rm -fv " + Command.quoted(container) + " >/dev/null 2>&1";
        try {
            return Optional.of(session.start(Command.script("cat >/dev/null; " + remove + " || sudo -n " + remove)));
        } catch (HostFailed unguarded) {
            return Optional.empty();
        }
    }

    private static void clean(OneOff oneOff, SingleHost single) {
        for (Action action : oneOff.clean()) {
            try {
                single.perform(action, progress -> {});
            } catch (DockdslException goneAlready) {
                // The engine removes it by itself, or the connection is lost and the guard does it.
            }
        }
    }
}
