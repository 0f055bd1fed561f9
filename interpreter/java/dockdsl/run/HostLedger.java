package dockdsl.run;

import dockdsl.host.Command;
import dockdsl.host.CommandResult;
import dockdsl.ledger.Ledger;
import dockdsl.ledger.LedgerText;
import dockdsl.ledger.Release;
import dockdsl.problem.HostFailed;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The ledgers of one host, of every site. */
record HostLedger(FleetHost host, LedgerText text) {
    Ledger read(String site) {
        return answer("could not read the ledger", LedgerScript.read(site), site);
    }

    /** Adds a release. @return everything that the host remembers then */
    Ledger add(Release release) {
        byte[] line = (LedgerText.line(release) + "\n").getBytes(StandardCharsets.UTF_8);
        return answer("could not write to the ledger", LedgerScript.add(release.site(), line), release.site());
    }

    private Ledger answer(String failure, Command command, String site) {
        CommandResult result = host.session().shell().run(command);
        if (!result.succeeded()) {
            throw new HostFailed(
                    host.name(),
                    failure + ": " + result.err().strip(),
                    "See to /var/lib/dockdsl on the host, and to the room on its disk.");
        }
        Ledger ledger = Arrays.stream(result.out().split(LedgerScript.FILE + "\n"))
                .map(text::read)
                .reduce(Ledger.EMPTY, Ledger::and);
        boolean busy = result.out().lines().anyMatch(LedgerScript.BUSY::equals);
        return busy ? ledger.whileUnderWay(site) : ledger;
    }
}
