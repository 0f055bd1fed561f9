package dockdsl.plan;

import static dockdsl.model.Specs.container;
import static dockdsl.model.Specs.with;
import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Sites;
import dockdsl.value.Link;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.Kinds;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopologyTest {
    @Test
    void onlyHostsThatLinksLeadToHaveToBeKnown() {
        Topology topology = new Topology(
                Sites.of(
                        "shop",
                        linked("app", "web1", "cache"),
                        container("cache", "app:1", "web1"),
                        linked("app", "web2", "cache"),
                        container("cache", "app:1", "web2"),
                        linked("job", "web2", "db"),
                        container("db", "app:1", "db1"),
                        container("log", "app:1", "db2")),
                Map.of());

        assertThat(topology.hostsLinkedFrom(Set.of("web1", "db2"))).isEmpty();
        assertThat(topology.hostsLinkedFrom(Set.of("web2"))).containsExactly("db1");
    }

    @Test
    void usersAreSpreadOverTheHostsOfWhatTheyUse() {
        Topology topology = new Topology(
                Sites.of(
                        "shop",
                        linked("app", "web1", "db"),
                        linked("app", "web2", "db"),
                        linked("app", "web3", "db"),
                        container("db", "app:1", "db1"),
                        container("db", "app:1", "db2")),
                Map.of());

        assertThat(topology.hostsLinkedFrom(Set.of("web1"))).containsExactly("db1");
        assertThat(topology.hostsLinkedFrom(Set.of("web2"))).containsExactly("db2");
        assertThat(topology.hostsLinkedFrom(Set.of("web3"))).containsExactly("db1");
    }

    private static ContainerSpec linked(String name, String host, String target) {
        return with(
                container(name, "app:1", host), ContainerWords.LINK, Kinds.sorted(List.of(new Link(target, target))));
    }
}
