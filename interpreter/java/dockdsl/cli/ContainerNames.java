package dockdsl.cli;

import dockdsl.adhoc.Chosen;
import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.problem.SiteRejected;
import java.util.List;
import java.util.Optional;

/** Whether a word that may name hosts names a container of the site. */
final class ContainerNames {
    private ContainerNames() {}

    /** Empty when it means hosts. A site file that is wrong does not keep anybody from the hosts of an inventory. */
    static Optional<Chosen> chosen(String word, Invocation invocation, JobReader reader) {
        if (!Selection.mayBeContainer(word) || !reader.hasSite(invocation)) {
            return Optional.empty();
        }
        try {
            Job job = reader.read(invocation);
            return Selection.container(job, word).map(choice -> new Selection(job, List.of(choice)).chosen());
        } catch (SiteRejected wrong) {
            if (invocation.has(Option.INVENTORY)) {
                return Optional.empty();
            }
            throw wrong;
        }
    }
}
