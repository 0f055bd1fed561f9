package dockdsl.cli;

import dockdsl.cli.text.Status;
import dockdsl.ledger.History;
import dockdsl.ledger.Recall;
import dockdsl.lockfile.LockFile;
import dockdsl.plan.Plan;
import dockdsl.problem.Problem;
import dockdsl.run.Event;
import dockdsl.run.Recap;
import java.util.List;
import java.util.Map;

/** What a command has to tell, for people or for programs. */
interface Report {
    /**
     * @param engines what it takes to give hosts their engines, in words, by host
     * @param hosts in the order of the inventory
     */
    void plan(Plan plan, Map<String, String> engines, List<String> hosts);

    /** The engines run now, and what was found is not what the plan was made for. */
    void planAnew(Plan plan, List<String> hosts);

    /** What to think about in the site file. */
    void warnings(List<Problem> warnings);

    /** The plan was not carried out. */
    void declined();

    void recap(Recap recap);

    /** Where containers that were changed can be reached. */
    void reach(HostRun run, Aftermath aftermath);

    /** What did not stick. @param cautions what engines warned of meanwhile */
    void aftermath(Aftermath aftermath, List<Event.Cautioned> cautions);

    void status(Status status);

    /** Containers that stay as they are though they were asked to go back. */
    void stays(List<Recall.Stay> stays);

    /** What an environment gets from another one. */
    void promotes(Promotion promotion);

    void history(History history);

    void checked(Job job);

    /** A lock file was written. */
    void locked(LockFile before, LockFile after);

    /** @param refusals those that nothing was said of at the end yet */
    void failures(List<Event> failures, List<Plan.Refusal> refusals);

    /** The last thing to tell. @return the code */
    int end(int exitCode);
}
