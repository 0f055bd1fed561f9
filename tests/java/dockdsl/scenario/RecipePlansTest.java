package dockdsl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.check.SiteChecker;
import dockdsl.cli.Golden;
import dockdsl.cli.text.Line;
import dockdsl.cli.text.PlanText;
import dockdsl.lang.ScriptStore;
import dockdsl.lang.SiteFile;
import dockdsl.lang.SiteReader;
import dockdsl.lang.StandardLibrary;
import dockdsl.model.ContainerSpec;
import dockdsl.model.Pins;
import dockdsl.plan.PaperEngine;
import dockdsl.plan.Plan;
import dockdsl.plan.Planner;
import dockdsl.value.Secret;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each recipe of the standard library comes to on an empty host, and that nothing is left to do then. */
class RecipePlansTest {
    private static final Map<String, String> USES = Map.of(
            "nginxProxy",
            "container('app') { on 'web'; image 'app:1' }\nuse nginxProxy(on: 'web', to: 'app', toPort: 9090)",
            "postgres",
            "secret 'db_password', from: env('DB_PASSWORD')\nuse postgres(on: 'web', password: 'db_password')",
            "redis",
            "use redis(on: 'web', memory: '64m')",
            "hardened",
            "container('app') { on 'web'; image 'app:1'; use hardened(capabilities: ['NET_BIND_SERVICE']) }",
            "healthyHttp",
            "container('app') { on 'web'; image 'app:1'; use healthyHttp(port: 8080, path: '/health') }",
            "rotatedLogs",
            "container('app') { on 'web'; image 'app:1'; use rotatedLogs(files: 5) }");

    @TempDir
    private Path folder;

    static List<String> recipes() {
        return StandardLibrary.names();
    }

    @Test
    void everyRecipeIsTried() {
        assertThat(USES.keySet()).containsExactlyInAnyOrderElementsOf(StandardLibrary.names());
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void aPlanIsAsItWasAndLeavesNothingToDo(String recipe) throws IOException {
        Path file = Files.writeString(
                folder.resolve("site.groovy"), "site 'shop'\ngroup('web') { host 'web1' }\n" + USES.get(recipe) + "\n");
        SiteFile site = new SiteReader(
                        new ScriptStore(folder.resolve("cache"), "test"),
                        origin -> Secret.of("secret"),
                        new SiteReader.Rules(SiteChecker::alone, SiteChecker::together))
                .read(file, Optional.empty(), SiteReader.Options.NONE);
        PaperEngine engine = new PaperEngine("web1");

        Plan plan = plan(site, engine);
        engine.carryOut(plan);

        List<Line> lines = new ArrayList<>(new PlanText(plan, Map.of(), List.of(), PlanText.Detail.USUAL).lines());
        site.site().containers().forEach(container -> lines.addAll(said(container)));
        Golden.check(
                "recipe-" + recipe + ".txt",
                lines.stream()
                        .map(line -> Line.of(line.plain().replace(folder + "/", "")))
                        .toList());
        assertThat(site.warnings()).isEmpty();
        assertThat(plan(site, engine).changes()).isEmpty();
    }

    private static List<Line> said(ContainerSpec container) {
        List<Line> lines = new ArrayList<>(List.of(Line.EMPTY, Line.of(container.name())));
        ContainerWords.KEPT.stream()
                .filter(container.settings()::says)
                .forEach(setting -> lines.add(Line.of("    " + setting.name() + " " + shown(setting, container))));
        return lines;
    }

    private static <T> String shown(Setting<T> setting, ContainerSpec container) {
        return setting.kind()
                .show()
                .apply(container.settings().find(setting).orElseThrow())
                .toString();
    }

    private static Plan plan(SiteFile site, PaperEngine engine) {
        return Planner.plan(site.site(), List.of(engine.snapshot()), Map.of("web1", "10.0.0.1"), Pins.NONE, false);
    }
}
