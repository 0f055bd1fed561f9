package dockdsl.check;

import dockdsl.model.ContainerSpec;
import dockdsl.problem.Problems;
import dockdsl.value.Bytes;
import dockdsl.value.Swap;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.ResourceWords;
import java.util.Optional;

/** How the limits of one container's memory go together. */
final class MemoryRules {
    private MemoryRules() {}

    static void check(ContainerSpec container, Problems problems) {
        Optional<Bytes> memory = container.settings().find(ContainerWords.MEMORY);
        container
                .settings()
                .find(ResourceWords.MEMORY_SWAP)
                .ifPresent(swap -> checkSwap(container, memory, swap, problems));
        Optional<Bytes> reservation = container.settings().find(ResourceWords.MEMORY_RESERVATION);
        if (memory.isPresent() && reservation.isPresent() && isMore(reservation.get(), memory.get())) {
            problems.add(
                    SiteChecker.where(container, ResourceWords.MEMORY_RESERVATION),
                    "the reservation of " + reservation.get() + " is above the limit of " + memory.get(),
                    "Give container '" + container.name() + "' more `memory`, or reserve less.");
        }
    }

    private static void checkSwap(ContainerSpec container, Optional<Bytes> memory, Swap swap, Problems problems) {
        if (memory.isEmpty()) {
            problems.add(
                    SiteChecker.where(container, ResourceWords.MEMORY_SWAP),
                    "container '" + container.name() + "' has a limit of swap and none of memory",
                    "Say `memory` as well; `memorySwap` is both together.");
        } else if (!swap.equals(Swap.UNLIMITED) && isMore(memory.get(), new Bytes(swap.total()))) {
            problems.add(
                    SiteChecker.where(container, ResourceWords.MEMORY_SWAP),
                    "memory and swap together are " + swap + ", which is less than the memory of " + memory.get(),
                    "`memorySwap` is both together: the same as `memory` means no swap.");
        }
    }

    private static boolean isMore(Bytes one, Bytes other) {
        return one.count() > other.count() && other.count() != 0;
    }
}
