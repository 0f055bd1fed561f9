package dockdsl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.check.SiteChecker;
import dockdsl.docker.JsonReader;
import dockdsl.lang.ScriptStore;
import dockdsl.lang.SiteReader;
import dockdsl.model.Site;
import dockdsl.plan.Blueprint;
import dockdsl.problem.SourceRef;
import dockdsl.value.Json;
import dockdsl.value.Secret;
import dockdsl.value.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That a container can be made again from what the ledger has of it. */
class BlueprintTest {
    private static final SourceRef LEDGER = SourceRef.startOf("ledger");

    @TempDir
    private static Path folder;

    static Stream<SettingCases.Case> cases() {
        return SettingCases.EVER.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everySettingIsMadeAgainAsItWas(SettingCases.Case each) throws IOException {
        for (Function<SettingCases.Case, String> spelling :
                List.<Function<SettingCases.Case, String>>of(SettingCases.Case::first, SettingCases.Case::second)) {
            Blueprint blueprint = app("container('set-donor') { on 'web1'; image 'donor:1'; ipc 'shareable' }\n"
                    + "container('app') { on 'web1'; image 'app:1'; " + each.always() + "; " + spelling.apply(each)
                    + " }");

            assertThat(again(blueprint.fields()))
                    .as("%s", blueprint.fields())
                    .hasValueSatisfying(
                            made -> assertThat(made.fields().fields().get("body"))
                                    .isEqualTo(blueprint.fields().fields().get("body")));
        }
    }

    @Test
    void whatBelongsToNoEngineIsKeptToo() throws IOException {
        String settings =
                "state restarted; check http('/up', status: 204, port: 80, within: '5s'), tcp(80), exec('true'); instances 2";
        Blueprint blueprint = only(settings);

        Blueprint made = again(blueprint.fields()).orElseThrow();

        assertThat(made.spec().state()).isEqualTo(blueprint.spec().state());
        assertThat(made.spec().checks()).isEqualTo(blueprint.spec().checks());
        assertThat(made.spec().links()).isEqualTo(blueprint.spec().links());
        assertThat(made.name()).isEqualTo("app");
    }

    @Test
    void linksToOtherHostsAreAddressesAlready() throws IOException {
        Site site = site("""
                container('cache') { on 'db1'; image 'redis:7'; publish '6379:6379' }
                container('app') { on 'web1'; image 'app:1'; link 'cache' }
                """);
        Blueprint app = Blueprint.of(
                        site, Map.of("db1", "10.0.0.9"), spec -> spec.name().equals("app"))
                .getFirst();

        assertThat(again(app.fields()).orElseThrow().fields().tree("body").texts("Env"))
                .contains("CACHE_HOST=10.0.0.9", "CACHE_PORT=6379");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"body\":7}",
                "{\"body\":{\"Image\":[]},\"networks\":3}",
                "{\"container\":\"app\",\"body\":{\"Image\":\"app:1\",\"HostConfig\":\"x\"}}"
            })
    void whatIsNotAsWeWriteItIsNoBlueprint(String json) {
        assertThat(again(JsonReader.parse(json))).isEmpty();
    }

    @Test
    void aSettingThatNobodyDeclaredIsNotBelieved() throws IOException {
        Tree fields = only("").fields().with("body.HostConfig.Privileged", true);

        assertThat(again(fields)).isEmpty();
    }

    private static Optional<Blueprint> again(Tree fields) {
        return Blueprint.read(JsonReader.parse(Json.canonical(fields)), "shop", "web1", LEDGER);
    }

    private static Blueprint only(String settings) throws IOException {
        return app("container('other') { on 'web1'; image 'app:1' }\n"
                + "container('app') { on 'web1'; image 'app:1'; link 'other', as: 'o'; " + settings + " }");
    }

    private static Blueprint app(String containers) throws IOException {
        return Blueprint.of(
                        site(containers),
                        Map.of("web1", "10.0.0.1"),
                        spec -> spec.name().equals("app"))
                .getFirst();
    }

    private static Site site(String containers) throws IOException {
        Path file = folder.resolve("site.groovy");
        Files.writeString(file, "site 'shop'\nhost 'web1', 'db1'\nvolume 'data'\n" + containers);
        SiteReader reader = new SiteReader(
                new ScriptStore(folder, "test"),
                origin -> Secret.of("secret"),
                new SiteReader.Rules(SiteChecker::alone, SiteChecker::together));
        return reader.read(file, Optional.empty(), SiteReader.Options.NONE).site();
    }
}
