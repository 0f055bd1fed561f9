package dockdsl.cli;

import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.ledger.Deed;
import dockdsl.ledger.History;
import dockdsl.ledger.Ledger;
import dockdsl.ledger.Recall;
import dockdsl.plan.Blueprint;
import dockdsl.plan.Plan;
import dockdsl.plan.Resource;
import dockdsl.plan.Resource.Kind;
import dockdsl.plan.RollbackPlanner.Return;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.SourceRef;
import dockdsl.run.Recap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code dockdsl rollback}: gives containers back what an earlier release made of them. */
record RollbackCommand(Invocation invocation, Surroundings surroundings, Consent consent, Report report) {
    private static final String QUESTION = "Go back to this?";

    int run(HostRun run) {
        SequencedMap<String, Ledger> ledgers = run.ledgers();
        Recall recall = recall(ledgers, run);
        List<Return> returns = returns(recall.picks(), run.job());
        Plan plan = run.rollback(returns);
        if (!run.foundNobody()) {
            report.stays(recall.stays());
            report.plan(plan, Map.of(), run.hostNames());
        }
        if (invocation.has(Option.DRY_RUN)) {
            report.failures(run.failures(), List.of());
            return report.end(run.code(true));
        }
        if (!plan.isEmpty() && !consent.isGiven(QUESTION)) {
            report.declined();
            return report.end(ExitCode.INTERRUPTED);
        }
        Recap recap = run.carryOut(plan, returns.stream().map(Return::blueprint).toList());
        report.recap(recap);
        report.failures(run.failures(), plan.refusals());
        return report.end(ExitCode.of(recap));
    }

    private Recall recall(SequencedMap<String, Ledger> ledgers, HostRun run) {
        List<String> names = Operands.of(invocation, surroundings.folder()).names();
        ReleaseNames known =
                new ReleaseNames(History.of(ledgers, run.job().site().name()));
        known.refuseUnknown(names);
        Recall.Of choice = new Recall.Of(ledgers, run::imageOf, picks -> amiss(picks, run));
        Optional<String> to = invocation.last(Option.TO);
        to.ifPresent(known::refuseAllBut);
        Recall recall = to.map(release -> choice.asOf(release, names))
                .orElseGet(() -> names.isEmpty() ? choice.newest() : choice.before(names));
        if (recall.picks().isEmpty() && !run.foundNobody()) {
            throw known.noWayBack(names);
        }
        return recall;
    }

    /** Those that are not what they would be after going back. What cannot go back is told when it is to. */
    private static List<Recall.Pick> amiss(List<Recall.Pick> picks, HostRun run) {
        Plan plan = run.rollback(returns(picks, run.job()));
        return picks.stream()
                .filter(pick -> plan.refusals().stream()
                                .anyMatch(refusal -> refusal.host().equals(pick.host()))
                        || plan.on(pick.host())
                                .anyMatch(change -> change.resource()
                                        .equals(new Resource(
                                                Kind.CONTAINER, pick.deed().container()))))
                .toList();
    }

    private static List<Return> returns(List<Recall.Pick> picks, Job job) {
        return supplied(picks.stream().map(pick -> back(pick, job)).toList(), job);
    }

    /** Only secrets of containers that go back are asked for: others may be out of reach just now. */
    private static List<Return> supplied(List<Return> returns, Job job) {
        new SecretsOfRun(job)
                .fetch(returns.stream()
                        .flatMap(back -> back.blueprint().secrets().stream())
                        .collect(Collectors.toCollection(TreeSet::new)));
        return returns.stream().map(back -> back.supplied(job.site())).toList();
    }

    private static Return back(Recall.Pick pick, Job job) {
        Deed deed = pick.deed();
        Deed.Image image = deed.image().orElseThrow();
        String release = pick.release().id();
        Blueprint blueprint = Blueprint.read(
                        deed.blueprint().orElseThrow(),
                        job.site().name(),
                        pick.host(),
                        SourceRef.startOf("release " + release))
                .filter(print -> print.name().equals(deed.container()))
                .orElseThrow(
                        () -> new NothingToWorkOn(
                                "What " + pick.host() + " remembers of " + deed.container() + " in the release "
                                        + release
                                        + " is not what this version of dockdsl writes; it was written by "
                                        + pick.release().origin().version() + ".",
                                "Nothing was changed. Go back to another release with `--to`, or with that version of dockdsl."));
        return new Return(blueprint, release, image.id(), image.digest());
    }
}
