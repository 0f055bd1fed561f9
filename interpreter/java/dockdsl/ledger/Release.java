package dockdsl.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One run that changed something, as one host remembers it.
 *
 * @param id the same on all hosts of the run; later runs have greater ones: {@code 20261121-154501-ab12}
 * @param when it began, by the clock of its author
 * @param command {@code apply}, {@code rollback} or {@code destroy}
 */
public record Release(
        String id, Instant when, String command, String site, Author author, Origin origin, List<Deed> deeds) {
    public Release {
        deeds = List.copyOf(deeds);
    }

    public Release with(List<Deed> done) {
        return new Release(id, when, command, site, author, origin, done);
    }

    /** Whether it brought containers back, or was to. */
    boolean isRollback() {
        return command.equals("rollback");
    }

    /** Whether its end was never written down. */
    boolean isOpen() {
        return deeds.stream().anyMatch(deed -> deed.result().isOpen());
    }

    /** The same, which goes on. */
    Release underWay() {
        return with(deeds.stream().map(deed -> deed.with(Result.UNDER_WAY)).toList());
    }

    /** The last that it did to the container. */
    public Optional<Deed> deed(String container) {
        return deeds.reversed().stream()
                .filter(deed -> deed.container().equals(container))
                .findFirst();
    }
}
