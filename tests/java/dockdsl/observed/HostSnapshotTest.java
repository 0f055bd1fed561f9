package dockdsl.observed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HostSnapshotTest {
    private static final List<String> NAMES = List.of("web-2", "app", "web", "redis", "web.old");

    @Test
    void everyContainerIsFoundByItsName() {
        for (int count = 1; count <= NAMES.size(); count++) {
            List<String> there = NAMES.subList(0, count);
            HostSnapshot snapshot = with(there);
            assertThat(there.stream().map(snapshot::container).map(Optional::orElseThrow))
                    .extracting(ObservedContainer::name)
                    .isEqualTo(there);
        }
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(Stream.of("", "aa", "rediss", "web-1", "zz").map(with(NAMES)::container))
                .allMatch(Optional::isEmpty);
        assertThat(with(List.of()).container("web")).isEmpty();
    }

    @Test
    void containersAreInTheOrderOfTheirNames() {
        assertThat(with(NAMES).containers())
                .extracting(ObservedContainer::name)
                .containsExactly("app", "redis", "web", "web-2", "web.old");
    }

    private static HostSnapshot with(List<String> names) {
        List<ObservedContainer> containers = names.stream()
                .map(name -> new ObservedContainer("id of " + name, name, "running", Map.of(), Optional.empty()))
                .toList();
        return new HostSnapshot(
                "web1", "10.0.0.1", new EngineInfo("28.0.0", "1.48"), containers, Map.of(), List.of(), List.of());
    }
}
