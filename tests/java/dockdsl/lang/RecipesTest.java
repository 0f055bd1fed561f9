package dockdsl.lang;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.check.SiteChecker;
import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import dockdsl.problem.Problem;
import dockdsl.problem.SiteRejected;
import dockdsl.value.State;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.IsolationWords;
import dockdsl.vocabulary.ResourceWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recipes of the standard library and of the folder beside the site file. */
class RecipesTest {
    private static final String HOSTS = "site 'shop'\ngroup('web') { host 'web1', 'web2' }\n";
    private static final String CACHE = """
            about 'A cache.'
            argument 'on', about: 'Where it runs.'
            argument 'name', default: 'cache', about: 'Its name.'
            container(given.name) { on given.on; image 'redis:7'; env WHERE: host.name, WHO: given.name }
            """;

    @TempDir
    private Path folder;

    private Site site(String text) throws IOException {
        Path file = write("site.groovy", HOSTS + text);
        ScriptStore store = new ScriptStore(folder.resolve("cache"), "test");
        SiteReader.Rules rules = new SiteReader.Rules(SiteChecker::alone, SiteChecker::together);
        return new SiteReader(store, origin -> null, rules)
                .read(file, Optional.empty(), new SiteReader.Options(Map.of(), Optional.of("production")))
                .site();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private List<String> complaints(String text) throws IOException {
        try {
            site(text);
            return List.of();
        } catch (SiteRejected rejected) {
            return rejected.problems().stream().map(this::shown).toList();
        }
    }

    private String shown(Problem problem) {
        return (problem.where() + " " + problem.what() + ". " + problem.remedy()).replace(folder + "/", "");
    }

    @Test
    void aRecipeDeclaresContainersWithWhatItIsGiven() throws IOException {
        write("lib/cache.groovy", CACHE);

        Site site = site("use cache(on: 'web')\nuse cache(on: 'web1', name: \"second\")");

        assertThat(site.containers())
                .extracting(each -> each.name() + " " + each.settings().get(ContainerWords.ENV, null))
                .containsExactly(
                        "cache {WHERE=web1, WHO=cache}",
                        "cache {WHERE=web2, WHO=cache}",
                        "second {WHERE=web1, WHO=second}");
    }

    @Test
    void theFolderBesideTheSiteWinsOverTheStandardLibrary() throws IOException {
        write("lib/redis.groovy", CACHE);

        assertThat(site("use redis(on: 'web1')").containers())
                .extracting(ContainerSpec::name)
                .containsExactly("cache");
    }

    @Test
    void aContainerSaysOtherwiseThanItsRecipes() throws IOException {
        ContainerSpec app = site("""
                container('app') { on 'web1'; image 'app:1'; use hardened(processes: 9), rotatedLogs; readOnly false; pidsLimit 7 }
                """).containers().getFirst();

        assertThat(app.settings().get(IsolationWords.READ_ONLY, true)).isFalse();
        assertThat(app.settings().get(ResourceWords.PIDS_LIMIT, null).toString())
                .isEqualTo("7");
        assertThat(app.settings().get(IsolationWords.CAP_DROP, null)).containsExactly("ALL");
    }

    @Test
    void defaultsAndEnvironmentsUseRecipesToo() throws IOException {
        Site site = site("""
                defaults { use hardened }
                environment('production') { use redis(on: 'web1', name: 'store'); container('app') { use healthyHttp(port: 9) } }
                container('app') { on 'web1'; image 'app:1' }
                """);

        assertThat(site.containers()).extracting(ContainerSpec::name).contains("app", "store");
        ContainerSpec app = site.containers().stream()
                .filter(each -> each.name().equals("app"))
                .findFirst()
                .orElseThrow();
        assertThat(app.settings().get(IsolationWords.READ_ONLY, false)).isTrue();
        assertThat(app.settings().get(ContainerWords.HEALTHCHECK_VALUE, null).toString())
                .contains("127.0.0.1:9/");
        assertThat(app.state()).isEqualTo(State.RELOADED);
    }

    @Test
    void anUnknownRecipeIsGuessedAndOneOfAnotherPlaceSaysSo() throws IOException {
        write("lib/cache.groovy", CACHE);

        assertThat(
                        complaints(
                                "use cahce(on: 'web')\nuse hardened\ncontainer('app') { on 'web'; image 'app:1'; use redis(on: 'x') }\nuse zzz"))
                .containsExactly(
                        "site.groovy:3:5 there is no recipe `cahce`. Did you mean `cache`?",
                        "site.groovy:4:5 there is no recipe `hardened` for this place. It is used inside of `container`.",
                        "site.groovy:5:49 there is no recipe `redis` for this place. It is used at the top level of a site file.",
                        "site.groovy:6:5 there is no recipe `zzz`. Those here are nginxProxy, postgres, redis, cache. Your own stand in lib.");
    }

    @Test
    void argumentsThatAreUnknownOrMissingOrUnnamedAreTold() throws IOException {
        write("lib/cache.groovy", CACHE);

        assertThat(complaints("use cache(nmae: 'x')\nuse cache('web')\nuse cache(on: 'web') { }\nuse 'cache'"))
                .containsExactly(
                        "site.groovy:3:5 recipe `cache` is not given `on`. Where it runs. Write use cache(on: ...).",
                        "site.groovy:3:11 recipe `cache` takes no `nmae`. Did you mean `name`?",
                        "site.groovy:4:11 a recipe's arguments have names. Write use cache(name: value). `dockdsl help cache` lists the names of a standard one.",
                        "site.groovy:5:22 a recipe takes no block. Give it values by their names: use cache(name: value).",
                        "site.groovy:6:5 'cache' is not a recipe. Write its name without quotes: use hardened(), for example.");
    }

    @Test
    void aMistakeInsideOfARecipeNamesBothPlaces() throws IOException {
        write("lib/cache.groovy", CACHE + "\ncontainer('other') { on given.om; image 'x:1' }\n");

        assertThat(complaints("use cache(on: 'nowhere')"))
                .satisfiesExactly(
                        host -> assertThat(host)
                                .startsWith("lib/cache.groovy:4:")
                                .contains("nowhere")
                                .endsWith("The recipe is used in " + "site.groovy:3."),
                        argument -> assertThat(argument)
                                .startsWith("lib/cache.groovy:6:")
                                .contains("the recipe takes no `om`. Did you mean `on`?"));
        assertThat(complaints("use nginxProxy(on: 'web', to: 'nobody', port: 'x')"))
                .isNotEmpty();
    }

    @Test
    void aRecipeThatUsesItselfIsTold() throws IOException {
        write("lib/one.groovy", "use two\n");
        write("lib/two.groovy", "use one\n");

        assertThat(complaints("use one"))
                .containsExactly(
                        "lib/two.groovy:1:5 recipe `one` uses itself. Remove one of the two. The recipe is used in lib/one.groovy:1.");
    }

    @Test
    void givenStandsForNothingOutsideOfRecipes() throws IOException {
        assertThat(complaints("container('app') { on 'web'; image 'app:1'; env A: given.x }"))
                .containsExactly(
                        "site.groovy:3:52 `given` stands for nothing here. It is what a recipe is given, and is known in recipes. Variables are written vars.name.");
    }

    @Test
    void whatIsKeptOfAFileDoesNotHideAChangedRecipe() throws IOException {
        write("lib/cache.groovy", CACHE);
        assertThat(site("use cache(on: 'web1')").containers()).hasSize(1);
        long kept = kept();
        assertThat(site("use cache(on: 'web1')").containers()).hasSize(1);
        assertThat(kept()).isEqualTo(kept);

        write("lib/cache.groovy", CACHE.replace("redis:7", "redis:8"));

        assertThat(site("use cache(on: 'web1')").containers().getFirst().image().orElseThrow())
                .hasToString("redis:8");
        assertThat(kept()).isEqualTo(kept + 1);
    }

    private long kept() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            return files.count();
        }
    }

    @Test
    void theStandardLibraryIsWhatItsFolderHasAndEveryRecipeAndArgumentIsExplained() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("stdlib"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".groovy"))
                            .map(file -> file.getFileName().toString().replace(".groovy", "")))
                    .containsExactlyInAnyOrderElementsOf(StandardLibrary.names());
        }
        assertThat(StandardLibrary.recipes()).allSatisfy(recipe -> {
            assertThat(recipe.about()).as(recipe.name()).endsWith(".");
            assertThat(recipe.arguments())
                    .allSatisfy(argument -> assertThat(argument.about())
                            .as(recipe.name() + " " + argument.name())
                            .endsWith("."));
        });
    }
}
