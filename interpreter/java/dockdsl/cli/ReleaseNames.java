package dockdsl.cli;

import dockdsl.ledger.Deed;
import dockdsl.ledger.History;
import dockdsl.problem.Nearest;
import dockdsl.problem.NothingToWorkOn;
import java.util.List;
import java.util.stream.Collectors;

/** Tells which releases and containers there are, to those who name others. */
record ReleaseNames(History history) {
    private static final int MOST_CANDIDATES = 10;

    /** @throws NothingToWorkOn when no host remembers a container */
    void refuseUnknown(List<String> containers) {
        for (String name : containers) {
            if (history.about(name).entries().isEmpty()) {
                throw new NothingToWorkOn("The hosts remember no container `" + name + "`.", hint(name));
            }
        }
    }

    /**
     * The same unless the site declares it, so that there will be something to remember.
     *
     * @throws NothingToWorkOn when neither a host nor the site knows a container
     */
    void refuseUnknown(List<String> containers, Job job) {
        refuseUnknown(containers.stream()
                .filter(name -> job.site().containers().stream()
                        .noneMatch(spec ->
                                spec.name().equals(name) || spec.engineName().equals(name)))
                .toList());
    }

    private String hint(String name) {
        List<String> known = history.entries().stream()
                .flatMap(entry -> entry.deeds().values().stream())
                .flatMap(List::stream)
                .map(Deed::container)
                .distinct()
                .toList();
        String question = Nearest.hint(name, known);
        return "Nothing was changed. "
                + (question.isEmpty() ? "`dockdsl history` shows what they remember." : question);
    }

    /** @throws NothingToWorkOn when the release is unknown, or failed somewhere */
    void refuseAllBut(String release) {
        History.Entry entry = history.entries().stream()
                .filter(known -> known.run().id().equals(release))
                .findFirst()
                .orElseThrow(
                        () -> new NothingToWorkOn("The hosts remember no release `" + release + "`.", candidates()));
        entry.deeds().forEach((host, deeds) -> {
            deeds.stream().filter(deed -> !deed.isDone()).findFirst().ifPresent(deed -> {
                String how = deed.result().isOpen() ? "has no end" : "failed";
                throw new NothingToWorkOn("The release " + release + " " + how + " on " + host + ".", candidates());
            });
        });
    }

    NothingToWorkOn noWayBack(List<String> containers) {
        String who = containers.isEmpty() ? "this site" : String.join(", ", containers);
        return new NothingToWorkOn(
                "There is no earlier release of " + who + " to go back to.",
                "Nothing was changed. `dockdsl history` shows what the hosts remember.");
    }

    private String candidates() {
        String good = history.entries().stream()
                .filter(ReleaseNames::isGood)
                .limit(MOST_CANDIDATES)
                .map(entry -> entry.run().id())
                .collect(Collectors.joining(", "));
        return good.isEmpty()
                ? "Nothing was changed. There is no good release yet."
                : "Nothing was changed. Good releases, the newest first: " + good + ".";
    }

    private static boolean isGood(History.Entry entry) {
        List<Deed> all = entry.deeds().values().stream().flatMap(List::stream).toList();
        return all.stream().allMatch(Deed::isDone) && all.stream().anyMatch(Deed::isGood);
    }
}
