package dockdsl.cli;

import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.lockfile.LockEntry;
import dockdsl.lockfile.LockFile;
import dockdsl.lockfile.LockFileWriter;
import dockdsl.lockfile.Lockable;
import dockdsl.model.Host;
import dockdsl.model.Pin;
import dockdsl.model.Site;
import dockdsl.problem.HostFailed;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.run.Event;
import dockdsl.run.Fleet;
import dockdsl.value.ImageRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@code dockdsl lock}: asks registries what the tags of a site stand for, through its hosts, and writes it down. */
record LockCommand(Invocation invocation, Report report) {

    /** @param connect is not called when there is nothing to ask */
    int run(Job job, Supplier<Fleet> connect) {
        Map<ImageRef, List<String>> wanted = Lockable.in(job.site());
        Map<ImageRef, List<String>> open = open(wanted, job);
        Map<ImageRef, Pin> answers = open.isEmpty() ? Map.of() : ask(open, job, connect);
        List<Event> unsaid = unsaid(answers, job.site());
        if (!unsaid.isEmpty()) {
            report.failures(unsaid, List.of());
            return report.end(ExitCode.FAILED);
        }
        LockFile next = job.lock()
                .with(wanted.keySet().stream()
                        .map(image -> entry(image, answers, job.lock()))
                        .toList());
        LockFileWriter.write(next);
        report.locked(job.lock(), next);
        return report.end(ExitCode.OK);
    }

    /** Those to ask for, each with all hosts that may ask, those first that need it. */
    private Map<ImageRef, List<String>> open(Map<ImageRef, List<String>> wanted, Job job) {
        List<String> updates = invocation.all(Option.UPDATE);
        updates.forEach(update -> mustMatch(update, wanted));
        Map<ImageRef, List<String>> open = new LinkedHashMap<>();
        wanted.forEach((image, hosts) -> {
            if (job.lock().find(image).isEmpty() || updates.stream().anyMatch(update -> matches(update, image))) {
                List<String> askers = new ArrayList<>(hosts);
                job.hosts().stream().map(Host::name).forEach(askers::add);
                open.put(image, askers.stream().distinct().toList());
            }
        });
        return open;
    }

    private static boolean matches(String update, ImageRef image) {
        return update.isEmpty() || update.equals(image.toString()) || update.equals(image.name());
    }

    private static void mustMatch(String update, Map<ImageRef, List<String>> wanted) {
        if (!update.isEmpty() && wanted.keySet().stream().noneMatch(image -> matches(update, image))) {
            throw new NothingToWorkOn(
                    "The site fetches no image '" + update + "'.",
                    "It fetches "
                            + wanted.keySet().stream()
                                    .map(ImageRef::toString)
                                    .sorted()
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
    }

    private Map<ImageRef, Pin> ask(Map<ImageRef, List<String>> images, Job job, Supplier<Fleet> connect) {
        try (Fleet fleet = connect.get()) {
            Map<ImageRef, Pin> answers = fleet.resolve(images, job.site());
            if (!answers.keySet().containsAll(images.keySet())) {
                throw new NothingToWorkOn(
                        "No host with an engine could be asked; " + job.lock().name() + " is as it was.",
                        "One is enough: see to it that one can be reached, and that it has an engine (`dockdsl bootstrap`).");
            }
            return answers;
        }
    }

    private static List<Event> unsaid(Map<ImageRef, Pin> answers, Site site) {
        List<Event> unsaid = new ArrayList<>();
        answers.forEach((image, answer) -> {
            switch (answer) {
                case Pin.Unknown unknown -> unsaid.add(failed(unknown.host(), unknown.why(), unknown.remedy()));
                case Pin.Missing none ->
                    unsaid.add(failed(
                            none.host(),
                            "the registry has no " + image + " for " + user(image, site) + ": " + none.why(),
                            none.remedy()));
                case Pin.Locked _, Pin.Resolved _ -> {}
            }
        });
        return unsaid;
    }

    private static Event failed(String host, String why, String remedy) {
        return new Event.Failed(host, new HostFailed(host, why, remedy));
    }

    private static String user(ImageRef image, Site site) {
        return site.containers().stream()
                .filter(container -> container.image().equals(Optional.of(image)))
                .findFirst()
                .map(container -> "the container " + container.name() + " ("
                        + container.where().fileAndLine() + ")")
                .orElse("the site");
    }

    private static LockEntry entry(ImageRef image, Map<ImageRef, Pin> answers, LockFile lock) {
        return lock.find(image)
                .filter(known -> !answers.containsKey(image))
                .orElseGet(() -> new LockEntry(
                        image, answers.get(image).known().orElseThrow(), image.registry(), Instant.now()));
    }
}
