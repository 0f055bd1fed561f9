package dockdsl.cli;

import dockdsl.adhoc.Chosen;
import dockdsl.adhoc.Place;
import dockdsl.adhoc.Workshops;
import dockdsl.adhoc.copy.Bundle;
import dockdsl.adhoc.copy.ContainerDepot;
import dockdsl.adhoc.copy.Depot;
import dockdsl.adhoc.copy.HostDepot;
import dockdsl.adhoc.copy.Landing;
import dockdsl.cli.adhoc.CopyView;
import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.cli.screen.Terminals;
import dockdsl.cli.text.FailureText;
import dockdsl.problem.DockdslException;
import dockdsl.problem.HostFailed;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.UsageMistake;
import dockdsl.run.Parallel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** {@code dockdsl cp}: files and folders to hosts and containers, and back. */
record CopyCommand(Surroundings surroundings, Wiring wiring, Interruption interruption) {

    /** One side of a copy that is not this machine. */
    private record There(String who, String path) {
        /** {@code web:/etc/motd}; a path that begins with a dot or a slash is always one of this machine. */
        static Optional<There> of(String word) {
            int colon = word.indexOf(":/");
            return colon > 0 && !word.matches("[./~].*")
                    ? Optional.of(new There(word.substring(0, colon), word.substring(colon + 1)))
                    : Optional.empty();
        }

        boolean meansContent() {
            return path.endsWith("/.");
        }

        String name() {
            String bare = bare();
            return meansContent() ? "." : bare.substring(bare.lastIndexOf('/') + 1);
        }

        /** Without what says that content is meant. */
        String bare() {
            String bare = path.replaceFirst("/\\.?$", "");
            return bare.isEmpty() ? "/" : bare;
        }
    }

    int run(Invocation invocation) {
        List<String> words = invocation.arguments();
        if (words.size() != 2) {
            throw new UsageMistake(
                    "`cp` needs to know what and where to.",
                    "It is used like this: `" + invocation.command().usage() + "`.");
        }
        Optional<There> from = There.of(words.getFirst());
        Optional<There> to = There.of(words.getLast());
        if (from.isPresent() == to.isPresent()) {
            throw new UsageMistake(
                    from.isPresent()
                            ? "`cp` copies from this machine or to it, not from one host to another."
                            : "`cp` needs a place elsewhere: one side is `HOST:/path` or `CONTAINER:/path`.",
                    "Paths over there begin with a slash: `dockdsl cp app.conf web:/etc/app.conf`.");
        }
        return new ByHand(surroundings, wiring, interruption).run(invocation, (workshops, reader) -> {
            There there = from.or(() -> to).orElseThrow();
            List<Depot> depots = depots(there.who(), invocation, workshops, reader);
            return to.isPresent()
                    ? put(invocation, depots, bundle(words.getFirst()), there.path())
                    : fetch(invocation, depots, there, surroundings.folder().resolve(words.getLast()));
        });
    }

    private Bundle bundle(String source) {
        try {
            return Bundle.of(surroundings.folder().resolve(source));
        } catch (NoSuchFileException e) {
            throw new NothingToWorkOn("There is no " + source + ".", "", e);
        } catch (IOException e) {
            throw new NothingToWorkOn(source + " cannot be read: " + e.getMessage(), "", e);
        }
    }

    private static List<Depot> depots(String who, Invocation invocation, Workshops workshops, JobReader reader) {
        Optional<Chosen> chosen = ContainerNames.chosen(who, invocation, reader);
        if (chosen.isPresent()) {
            List<Member> members = Member.all(workshops, chosen.get());
            if (members.isEmpty()) {
                throw new NothingToWorkOn(
                        "The container " + who + " is nowhere.", "`dockdsl status` shows what is there.");
            }
            return members.stream().map(CopyCommand::depot).toList();
        }
        boolean asRoot = invocation.has(Option.SUDO);
        return reader.chosen(invocation, who).stream()
                .map(host -> (Depot) new HostDepot(
                        Place.on(host.name()), () -> workshops.crew().session(host), asRoot))
                .toList();
    }

    private static Depot depot(Member member) {
        return new ContainerDepot(
                member.place(),
                member.operations(),
                member.container().id(),
                member.container().isRunning());
    }

    private int put(Invocation invocation, List<Depot> depots, Bundle bundle, String path) {
        return each(invocation, depots, bundle.size() * depots.size(), (depot, view) -> {
            depot.put(bundle, path, archive -> view.watched(depot.place(), archive));
            return new Landing.Landed(bundle.files(), bundle.size());
        });
    }

    /** From several each into a folder of its own. */
    private int fetch(Invocation invocation, List<Depot> depots, There there, Path target) {
        return each(invocation, depots, 0, (depot, view) -> {
            Path place = target;
            if (depots.size() > 1) {
                place = target.resolve(folderOf(depot.place()));
                Files.createDirectories(place);
            }
            Landing.Landed[] landed = {null};
            Path at = place;
            depot.fetch(
                    there.bare(),
                    archive -> landed[0] = Landing.land(view.watched(depot.place(), archive), at, there.name()));
            return landed[0];
        });
    }

    /** {@code web1}, or {@code web1/app} of a container. Inventories may call hosts anything, Ansible's {@code ..} and {@code a/b} too. */
    private static Path folderOf(Place place) {
        String host = place.host().replace('/', '_');
        return Path.of(host.matches("\\.+") ? "_" + host : host, place.container());
    }

    private interface Copying {
        Landing.Landed of(Depot depot, CopyView view) throws IOException;
    }

    private int each(Invocation invocation, List<Depot> depots, long size, Copying copying) {
        List<DockdslException> lost = Collections.synchronizedList(new ArrayList<>());
        try (CopyView view = new CopyView(
                surroundings.screen(), size, surroundings.live(), () -> Terminals.width(surroundings.environment()))) {
            Parallel.atMost(ByHand.atOnce(invocation)).each(depots, depot -> {
                try {
                    view.done(depot.place(), copying.of(depot, view));
                } catch (DockdslException e) {
                    fail(e, lost);
                } catch (IOException e) {
                    fail(new HostFailed(depot.place().host(), words(e), "", e), lost);
                }
            });
        }
        return ExitCode.of(lost);
    }

    private void fail(DockdslException why, List<DockdslException> lost) {
        lost.add(why);
        surroundings.screen().complain(FailureText.of(why));
    }

    private static String words(IOException e) {
        return e.getClass() == IOException.class
                ? e.getMessage()
                : e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
