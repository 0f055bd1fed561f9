package dockdsl.lang;

import dockdsl.model.Host;
import dockdsl.model.Inventory;
import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import dockdsl.value.Malformed;
import dockdsl.vocabulary.ContainerWords;
import java.util.List;
import java.util.Optional;

/** On which hosts containers are. They are placed as they are read, so that hosts are known from the first one on. */
final class Placement {
    private final Optional<Inventory> given;
    private final InventoryDraft draft;
    private final Problems problems;
    private Optional<Inventory> inventory = Optional.empty();
    private Optional<SourceRef> firstContainer = Optional.empty();

    /**
     * @param given the inventory from outside
     * @param draft the one in the file, as far as it is read
     */
    Placement(Optional<Inventory> given, InventoryDraft draft, Problems problems) {
        this.given = given;
        this.draft = draft;
        this.problems = problems;
    }

    /** The inventory given from outside, else the one in this file as far as it is read. */
    Inventory inventory() {
        if (inventory.isEmpty()) {
            inventory = Optional.of(given.orElseGet(draft::build));
        }
        return inventory.get();
    }

    /** The inventory, as long as asking for it ends no draft. */
    Optional<Inventory> known() {
        return inventory.or(() -> given);
    }

    /** What says something of hosts stands above the containers. */
    void checkOrder(Said said) {
        firstContainer.ifPresent(container -> problems.add(
                said.where(),
                "`" + said.word() + "` stands below a container",
                "Containers are placed on hosts as they are read. Move it above " + container.seenFrom(said.where())
                        + "."));
    }

    /** The hosts of a container. @param on what it says of them; empty when it says nothing */
    List<Host> hosts(Said container, Optional<String> name, List<Said> on) {
        if (firstContainer.isEmpty()) {
            firstContainer = Optional.of(container.where());
        }
        if (on.isEmpty()) {
            problems.add(
                    container.where(),
                    "container '" + name.orElse("") + "' does not say where it runs",
                    "Write on 'web': a host, a group or a pattern, at the top of the block.");
            return List.of();
        }
        return hosts(on.getFirst());
    }

    /** Those that a pattern means; none when it means none, which is told. */
    List<Host> hosts(Said on) {
        return on.read(ContainerWords.ON.kind(), problems)
                .map(patterns -> {
                    try {
                        return inventory().match(patterns);
                    } catch (Malformed nothing) {
                        problems.add(
                                on.places().culprit(on.arguments(), nothing), nothing.getMessage(), nothing.remedy());
                        return List.<Host>of();
                    }
                })
                .orElse(List.of());
    }
}
