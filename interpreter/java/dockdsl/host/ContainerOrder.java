package dockdsl.host;

import java.util.List;
import java.util.Optional;

/**
 * A command for a container, which is given its words as they are: no shell reads them.
 *
 * @param user a name or a number, with {@code :group} if wanted; that of the container when empty
 * @param folder where it starts; that of the container when empty
 * @param environment further variables, each {@code NAME=VALUE}
 */
public record ContainerOrder(
        List<String> words, Optional<String> user, Optional<String> folder, List<String> environment) {
    public ContainerOrder {
        words = List.copyOf(words);
        environment = List.copyOf(environment);
    }

    public static ContainerOrder of(String... words) {
        return new ContainerOrder(List.of(words), Optional.empty(), Optional.empty(), List.of());
    }

    public ContainerOrder as(String otherUser) {
        return new ContainerOrder(words, Optional.of(otherUser), folder, environment);
    }
}
