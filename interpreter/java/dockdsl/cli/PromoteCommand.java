package dockdsl.cli;

import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.ledger.Ledger;
import dockdsl.ledger.LedgerText;
import dockdsl.lockfile.LockFile;
import dockdsl.lockfile.LockFileWriter;
import dockdsl.problem.DockdslException;
import dockdsl.problem.UsageMistake;
import dockdsl.run.Fleet;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.SequencedMap;

/** {@code dockdsl promote}: gives one environment by digest what another one runs. */
record PromoteCommand(Invocation invocation, Surroundings surroundings) {

    /** What stands behind the command, for the environment that gives; limits are for the one that takes. */
    Invocation from() {
        return invocation.with(Option.ENVIRONMENT, environments().getFirst()).without(Option.LIMIT, Option.TAGS);
    }

    /** And for the one that takes. */
    Invocation to() {
        return invocation.with(Option.ENVIRONMENT, environments().getLast());
    }

    /** @throws UsageMistake unless there are two */
    private List<String> environments() {
        List<String> names = Operands.of(invocation, surroundings.folder()).names();
        if (names.size() != 2 || names.getFirst().equals(names.getLast())) {
            throw new UsageMistake(
                    "`promote` takes two environments.",
                    "First the one that runs what is wanted, then the one that shall: `dockdsl promote staging production`.");
        }
        return names;
    }

    /**
     * What the hosts of the first environment remember.
     *
     * @throws DockdslException when one of them cannot be asked
     */
    Promotion look(Job from, Job to, Fleet fleet, LedgerText text) {
        String site = from.site().name();
        SequencedMap<String, Ledger> ledgers = fleet.ledgers(site, text);
        for (DockdslException why : fleet.lost().values()) {
            throw why;
        }
        ledgers.replaceAll((host, ledger) -> ledger.of(site));
        return Promotion.of(from, to, ledgers, Instant.now());
    }

    /** A lock file would take the promotion back with the next apply, so it says the same from now on. */
    static void keep(LockFile lock) {
        if (Files.exists(lock.file())) {
            LockFileWriter.write(lock);
        }
    }
}
