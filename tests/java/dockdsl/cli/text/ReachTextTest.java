package dockdsl.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Declared;
import dockdsl.model.Site;
import dockdsl.model.Sites;
import dockdsl.observed.EngineInfo;
import dockdsl.observed.HostSnapshot;
import dockdsl.observed.ObservedContainer;
import dockdsl.plan.Verb;
import dockdsl.problem.SourceRef;
import dockdsl.value.Check;
import dockdsl.value.ImageRef;
import dockdsl.value.PublishedPort;
import dockdsl.value.Tree;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.Kinds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReachTextTest {
    private static final SourceRef HERE = SourceRef.startOf("site.groovy");

    private List<HostSnapshot> now = List.of();

    @Test
    void aCheckedPageIsALinkAndOtherPortsAreAddresses() {
        assertThat(reach(new Check.Http("/health", 80, 200, "", Duration.ofSeconds(1)), "8080:80", "[::1]:9000:9000"))
                .containsExactly("web on web1 is at http://10.0.0.1:8080/health", "web on web1 is at [::1]:9000");
    }

    @Test
    void portsThatNobodyKnowsBeforehandAreLeftOut() {
        assertThat(reach(new Check.Tcp(80, Duration.ofSeconds(1)), "80", "53:53/udp"))
                .isEmpty();
    }

    @Test
    void portsThatTheEngineChoseAreToldWithWhatItChose() {
        List<Object> given =
                List.of(Map.of("HostIp", "0.0.0.0", "HostPort", "49153"), Map.of("HostIp", "::", "HostPort", "49153"));
        Tree detail = Tree.EMPTY.with(
                "NetworkSettings.Ports",
                Map.of("80/tcp", given, "53/tcp", List.of(Map.of("HostIp", "0.0.0.0", "HostPort", "53"))));
        ObservedContainer web = new ObservedContainer("1".repeat(64), "web", "running", Map.of(), Optional.of(detail));
        now = List.of(new HostSnapshot(
                "web1", "10.0.0.1", new EngineInfo("28", "1.48"), List.of(web), Map.of(), List.of(), List.of()));

        assertThat(reach(new Check.Http("/", 80, 200, "", Duration.ofSeconds(1)), "80", "53:53"))
                .containsExactly("web on web1 is at 10.0.0.1:53", "web on web1 is at http://10.0.0.1:49153/");
    }

    private List<String> reach(Check check, String... ports) {
        List<PublishedPort> published = new ArrayList<>();
        for (String port : ports) {
            published.addAll(PublishedPort.parse(port));
        }
        Declared settings = Declared.NOTHING
                .with(ContainerWords.PUBLISH, Kinds.sorted(published), HERE)
                .with(ContainerWords.CHECK, List.of(check), HERE);
        ContainerSpec web = new ContainerSpec(
                "web", 1, "web1", Optional.of(ImageRef.parse("shop/web:1.0")), Optional.empty(), settings, HERE);
        Site site = Sites.of("shop", web);
        return ReachText.of(
                        site,
                        List.of(Samples.change("web1", Verb.CREATE, "web", "it is not there")),
                        Map.of("web1", "10.0.0.1"),
                        now)
                .stream()
                .map(Line::plain)
                .toList();
    }
}
