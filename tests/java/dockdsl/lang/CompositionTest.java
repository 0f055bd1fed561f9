package dockdsl.lang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dockdsl.check.SiteChecker;
import dockdsl.model.ContainerSpec;
import dockdsl.model.NetworkSpec;
import dockdsl.model.Site;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.Problem;
import dockdsl.problem.SiteRejected;
import dockdsl.problem.UsageMistake;
import dockdsl.value.RestartPolicy;
import dockdsl.value.Secret;
import dockdsl.value.State;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.LookupWords;
import dockdsl.vocabulary.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a site is put together: of several files, over defaults, and for an environment. */
class CompositionTest {
    private static final String HOSTS = """
            site 'shop'
            group('web') { host 'web1', 'web2'; vars domain: 'test.example.com', size: 'small' }
            group('db') { host 'db1' }
            """;

    @TempDir
    private Path folder;

    private Optional<String> environment = Optional.empty();
    private Map<String, Object> commandLine = Map.of();

    private Site site(String text) throws IOException {
        Path file = write("site.groovy", HOSTS + text);
        ScriptStore store = new ScriptStore(folder.resolve("cache"), "test");
        SiteReader.Rules rules = new SiteReader.Rules(SiteChecker::alone, SiteChecker::together);
        return new SiteReader(store, origin -> Secret.of("fetched"), rules)
                .read(file, Optional.empty(), new SiteReader.Options(commandLine, environment))
                .site();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private <T> T of(Site site, String container, Setting<T> setting) {
        return first(site, container).settings().find(setting).orElseThrow();
    }

    private static ContainerSpec first(Site site, String container) {
        return site.containers().stream()
                .filter(each -> each.name().equals(container))
                .findFirst()
                .orElseThrow();
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

    // include

    @Test
    void whatAnIncludedFileDeclaresStandsInItsPlace() throws IOException {
        write("parts/common.groovy", "network 'backend'\ninclude 'more.groovy'\n");
        write("parts/more.groovy", "container('cache') { on 'db'; image 'redis:7'; networks 'backend' }\n");

        Site site = site("include 'parts/common.groovy'\nnetwork 'frontend'\n");

        assertThat(site.networks()).extracting(NetworkSpec::name).containsExactly("backend", "frontend");
        assertThat(site.containers()).extracting(ContainerSpec::name).containsExactly("cache");
        assertThat(first(site, "cache").where().file()).endsWith("parts/more.groovy");
    }

    @Test
    void aFileIsReadOnce() throws IOException {
        write("common.groovy", "network 'backend'\n");
        write("one.groovy", "include 'common.groovy'\n");

        assertThat(site("include 'one.groovy', 'common.groovy'\ninclude './common.groovy'\n")
                        .networks())
                .hasSize(1);
    }

    @Test
    void mistakesNameTheFileTheyStandIn() throws IOException {
        write("common.groovy", "\ncontainer('cache') { on 'db'; imgae 'redis:7' }\n");
        write("broken.groovy", "container('x') {\n");

        assertThat(complaints("include 'common.groovy', 'broken.groovy'"))
                .containsExactly(
                        "broken.groovy:1:16 this `{` is never closed. Write `}` where its content ends.",
                        "common.groovy:2:31 `imgae` is not a word of `container`. Did you mean `image`?");
    }

    @Test
    void whatIsDeclaredTwiceNamesTheOtherFile() throws IOException {
        write("common.groovy", "network 'backend'\n");

        assertThat(complaints("include 'common.groovy'\nnetwork 'backend'"))
                .containsExactly(
                        "site.groovy:5:1 network 'backend' is declared twice. The first is in common.groovy:1. Keep one of them.");
    }

    @Test
    void aFileThatIncludesItselfOrIsNotThereIsTold() throws IOException {
        write("one.groovy", "include 'two.groovy'\n");
        write("two.groovy", "include 'one.groovy'\n");

        assertThat(complaints("include 'one.groovy'\ninclude 'onee.groovy'"))
                .containsExactly(
                        "site.groovy:5:9 there is no file onee.groovy. Did you mean 'one.groovy'? Paths start at the folder of the file that includes.",
                        "two.groovy:1:9 'one.groovy' includes itself. It is read already when it comes to this line. Remove one of the two.");
    }

    @Test
    void pathsStartAtTheFileThatSaysThem() throws IOException {
        write("parts/cache.env", "A=b\n");
        write("parts/cache.groovy", "container('cache') { on 'db'; image 'redis:7'; envFile 'cache.env' }\n");

        assertThat(of(site("include 'parts/cache.groovy'"), "cache", ContainerWords.ENV))
                .containsEntry("A", "b");
    }

    @Test
    void methodsAndVariablesStayInTheirFile() throws IOException {
        write("common.groovy", "def version = '7'\ndef name() { 'cache' }\n");

        assertThat(complaints("include 'common.groovy'\ncontainer(name()) { on 'db'; image \"redis:$version\" }"))
                .hasSize(2);
    }

    // defaults

    @Test
    void aContainerHasWhatTheDefaultsSayWhereverTheyStand() throws IOException {
        Site site = site("""
                container('app') { on 'web'; image 'app:1' }
                defaults { restart always; env ZONE: "z-$host.name", DOMAIN: vars.domain }
                """);

        assertThat(of(site, "app", ContainerWords.RESTART)).isEqualTo(RestartPolicy.ALWAYS);
        assertThat(site.containers())
                .extracting(app -> app.settings().get(ContainerWords.ENV, null).get("ZONE"))
                .containsExactly("z-web1", "z-web2");
    }

    @Test
    void defaultsAreEvaluatedOnlyWhereTheyAreUsed() throws IOException {
        Site site = site("container('app') { on 'web'; image 'app:1' }\ndefaults { env DOMAIN: vars.domain }");

        assertThat(site.containers()).hasSize(2);
    }

    @Test
    void whatIsSaidOnceReplacesAndWhatIsSaidSeveralTimesAdds() throws IOException {
        Site site = site("""
                volume 'logs', 'old', 'new'
                defaults {
                    restart always
                    command 'default'
                    env A: 1, B: 1
                    labels tier: 'x'
                    dns '10.0.0.1'
                    publish '9000:9000', '8080:80'
                    volume 'logs', at: '/logs'
                    volume 'old', at: '/data'
                    healthcheck { command 'true'; retries 9 }
                }
                container('app') {
                    on 'db'
                    image 'app:1'
                    restart unlessStopped
                    command 'own', 'words'
                    env B: 2, C: 2
                    dns '10.0.0.2'
                    publish '8080:8080'
                    volume 'new', at: '/data'
                    healthcheck { command 'false' }
                }
                """);

        assertThat(of(site, "app", ContainerWords.RESTART)).isNotEqualTo(RestartPolicy.ALWAYS);
        assertThat(of(site, "app", ContainerWords.COMMAND)).containsExactly("own", "words");
        assertThat(of(site, "app", ContainerWords.ENV)).isEqualTo(Map.of("A", "1", "B", "2", "C", "2"));
        assertThat(of(site, "app", ContainerWords.LABELS)).containsEntry("tier", "x");
        assertThat(of(site, "app", LookupWords.DNS)).containsExactly("10.0.0.1", "10.0.0.2");
        assertThat(of(site, "app", ContainerWords.PUBLISH))
                .extracting(Object::toString)
                .containsExactly("8080:8080", "9000:9000");
        assertThat(of(site, "app", ContainerWords.VOLUME))
                .extracting(Object::toString)
                .containsExactly("new:/data", "logs:/logs");
        assertThat(of(site, "app", ContainerWords.HEALTHCHECK_VALUE).retries()).isZero();
    }

    @Test
    void withoutTakesNothingOver() throws IOException {
        Site site = site("""
                defaults { env A: 1; publish '80:80' }
                container('app') { on 'db'; image 'app:1'; without 'env', 'publish'; env B: 2 }
                """);

        assertThat(of(site, "app", ContainerWords.ENV)).isEqualTo(Map.of("B", "2"));
        assertThat(first(site, "app").published()).isEmpty();
    }

    @Test
    void laterDefaultsWinAndSomeAreForSomeHostsOnly() throws IOException {
        Site site = site("""
                defaults { env A: 'all', B: 'all' }
                defaults { on 'web'; env B: 'web' }
                container('app') { on 'web', 'db'; image 'app:1' }
                """);

        assertThat(site.containers())
                .extracting(app -> app.host() + " "
                        + app.settings().get(ContainerWords.ENV, null).get("B"))
                .containsExactly("web1 web", "web2 web", "db1 all");
    }

    @Test
    void defaultsMaySayWhatToDoInCodeOfTheUser() throws IOException {
        Site site = site("""
                def size = '64m'
                defaults { if (host.name == 'db1') { memory size } }
                container('app') { on 'web1', 'db1'; image 'app:1' }
                """);

        assertThat(site.containers())
                .extracting(app -> app.settings().says(ContainerWords.MEMORY))
                .containsExactly(false, true);
    }

    @Test
    void aMistakeInDefaultsIsToldOnceAndWithItsPlace() throws IOException {
        assertThat(complaints("""
                defaults { image 'x:1'; memory 'much'; env A: vars.nothing }
                container('app') { on 'web'; image 'app:1' }
                """))
                .satisfiesExactly(
                        image -> assertThat(image)
                                .startsWith("site.groovy:4:12 `image` is not allowed inside `defaults`"),
                        memory -> assertThat(memory).startsWith("site.groovy:4:32 'much' is not"),
                        variable -> assertThat(variable)
                                .startsWith("site.groovy:4:47 there is no variable `nothing` for host web1"));
    }

    @Test
    void codeThatFailsInDefaultsIsToldWithItsLine() throws IOException {
        assertThat(complaints(
                        "container('app') { on 'db'; image 'app:1' }\ndefaults {\n  memory 1.intdiv(0).toString()\n}"))
                .satisfiesExactly(text -> assertThat(text).startsWith("site.groovy:6:3 this line fails"));
    }

    // environments

    private static final String STAGES = """
            environment('production') {
                site 'shop-production'
                vars domain: 'www.example.com'
                secret 'password', from: env('PRODUCTION_PASSWORD')
                defaults { restart always; env LEVEL: 'info' }
                container('app') { memory '1g'; env DOMAIN: vars.domain }
                container('backup') { on 'db'; image 'backup:1' }
                container('debugger') { state absent }
            }
            environment('staging', default: true) {
                container('app') { on 'db' }
            }
            secret 'password', from: env('PASSWORD')
            container('app') { on 'web'; image 'app:1'; env DOMAIN: 'none', WHERE: host.name, V: vars.size ?: '' }
            container('debugger') { on 'web'; image 'debugger:1' }
            """;

    @Test
    void anEnvironmentChangesAddsAndRemovesContainers() throws IOException {
        environment = Optional.of("production");
        Site site = site(STAGES);

        assertThat(site.environment()).contains("production");
        assertThat(site.name()).isEqualTo("shop-production");
        assertThat(of(site, "app", ContainerWords.ENV))
                .containsEntry("DOMAIN", "www.example.com")
                .containsEntry("LEVEL", "info")
                .containsEntry("WHERE", "web1");
        assertThat(of(site, "app", ContainerWords.MEMORY)).hasToString("1g");
        assertThat(first(site, "backup").host()).isEqualTo("db1");
        assertThat(of(site, "backup", ContainerWords.RESTART)).isEqualTo(RestartPolicy.ALWAYS);
        assertThat(first(site, "debugger").state()).isEqualTo(State.ABSENT);
    }

    @Test
    void theDefaultEnvironmentIsTakenUnlessAnotherIsChosenAndMayPlaceContainersElsewhere() throws IOException {
        Site site = site(STAGES.replace(", V: vars.size ?: ''", ""));

        assertThat(site.environment()).contains("staging");
        assertThat(site.name()).isEqualTo("shop-staging");
        assertThat(site.containers().stream().filter(each -> each.name().equals("app")))
                .extracting(ContainerSpec::host)
                .containsExactly("db1");
    }

    @Test
    void theCommandLineWinsOverTheEnvironmentAndThatOverTheInventory() throws IOException {
        String text = "environment('production') { vars domain: 'environment', size: 'environment' }\n"
                + "container('app') { on 'web1'; image 'app:1'; env A: vars.domain, B: vars.size }";
        environment = Optional.of("production");
        commandLine = Map.of("size", "command line");

        assertThat(of(site(text), "app", ContainerWords.ENV))
                .isEqualTo(Map.of("A", "environment", "B", "command line"));
    }

    @Test
    void anEnvironmentMayStandInAFileOfItsOwn() throws IOException {
        write("production.groovy", "container('app') { memory '1g' }\nnetwork 'extra'\n");
        environment = Optional.of("production");

        Site site = site("environment('production') { include 'production.groovy' }\n"
                + "container('app') { on 'web'; image 'app:1' }");

        assertThat(of(site, "app", ContainerWords.MEMORY)).hasToString("1g");
        assertThat(site.networks()).hasSize(1);
    }

    @Test
    void withoutAChoiceTheSiteNamesItsEnvironments() {
        assertThatExceptionOfType(UsageMistake.class)
                .isThrownBy(() -> site("environment('production') { }\nenvironment('staging') { }"))
                .satisfies(mistake ->
                        assertThat(mistake.remedy()).startsWith("Say which: --env production or --env staging."));
    }

    @Test
    void anUnknownEnvironmentIsToldWithTheOneThatIsMeant() {
        environment = Optional.of("prodcution");
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> site("environment('production') { }\nenvironment('staging') { }"))
                .satisfies(mistake -> assertThat(mistake.remedy())
                        .isEqualTo("Did you mean `production`? The site has production, staging."));
    }

    @Test
    void aSiteWithoutEnvironmentsDoesNotMindOne() throws IOException {
        environment = Optional.of("production");
        assertThat(site("network 'backend'").environment()).isEmpty();
    }
}
