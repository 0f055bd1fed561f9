package dockdsl.lang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Declared;
import dockdsl.model.DockerSpec;
import dockdsl.model.Host;
import dockdsl.model.Inventory;
import dockdsl.model.NetworkSpec;
import dockdsl.model.Site;
import dockdsl.model.VolumeSpec;
import dockdsl.problem.SiteRejected;
import dockdsl.value.Check;
import dockdsl.value.Healthcheck;
import dockdsl.value.RestartPolicy;
import dockdsl.value.Secret;
import dockdsl.value.SecretOrigin;
import dockdsl.value.Swap;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.IsolationWords;
import dockdsl.vocabulary.ResourceWords;
import dockdsl.vocabulary.SharingWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteReaderTest {
    private static final String HOSTS = """
            group('web') { host 'web[1:2]'; vars domain: 'www.example.com' }
            group('db') { host 'db1', address: '10.0.0.21', vars: [disk: 'fast'] }
            """;

    @TempDir
    private Path folder;

    private final List<SecretOrigin> fetched = new ArrayList<>();

    private SiteFile file(String text) throws IOException {
        return file(text, Map.of());
    }

    private SiteFile file(String text, Map<String, Object> vars) throws IOException {
        Path file = Files.writeString(folder.resolve("site.groovy"), "site 'shop'\n" + HOSTS + text);
        ScriptStore store = new ScriptStore(folder.resolve("cache"), "test");
        return new SiteReader(store, this::fetch, SiteReader.Rules.NONE)
                .read(file, Optional.empty(), new SiteReader.Options(vars, Optional.empty()));
    }

    private Secret fetch(SecretOrigin origin) {
        fetched.add(origin);
        return Secret.of("fetched");
    }

    private Site site(String text) throws IOException {
        return file(text).site();
    }

    private ContainerSpec container(String block) throws IOException {
        return site("container('app') { on 'db'; image 'app:1'\n" + block + "\n}")
                .containers()
                .getFirst();
    }

    @Test
    void theModeHostNeedsNoQuotes() throws IOException {
        Declared settings = container("networkMode host; pid host; uts host; env NAME: host.name")
                .settings();

        assertThat(settings.get(SharingWords.NETWORK_MODE, "")).isEqualTo("host");
        assertThat(settings.get(IsolationWords.PID, "")).isEqualTo("host");
        assertThat(settings.get(IsolationWords.UTS, "")).isEqualTo("host");
        assertThat(settings.get(ContainerWords.ENV, Collections.emptySortedMap()))
                .containsEntry("NAME", "db1");
    }

    @Test
    void readsEveryWordOfTheTopLevel() throws IOException {
        Site site = site("""
                registry 'registry.example.com:5000', username: 'ci', password: secret('registry')
                registry '10.0.0.1:5000', insecure: true
                secret 'registry', from: env('REGISTRY_PASSWORD')
                docker { version '28'; source docker; daemon logDriver: 'json-file', logOpts: ['max-file': 3], liveRestore: true }
                network 'backend'
                volume 'data'
                """);
        assertThat(site.name()).isEqualTo("shop");
        assertThat(site.networks()).extracting(NetworkSpec::name).containsExactly("backend");
        assertThat(site.volumes()).extracting(VolumeSpec::name).containsExactly("data");
        assertThat(site.docker())
                .isEqualTo(new DockerSpec(
                        Optional.of("28"),
                        DockerSpec.Source.DOCKER,
                        Map.of(
                                "log-driver",
                                "json-file",
                                "log-opts",
                                Map.of("max-file", "3"),
                                "live-restore",
                                true,
                                "insecure-registries",
                                List.of("10.0.0.1:5000"))));
    }

    @Test
    void fetchesThePasswordOfARegistryWhenItIsNeededAndNotBefore() throws IOException {
        Site site = site("""
                registry 'r.example.com', username: 'ci', password: secret('registry')
                secret 'registry', from: env('REGISTRY_PASSWORD')
                """);
        Secret password = site.registries().getFirst().login().orElseThrow().password();
        assertThat(fetched).isEmpty();
        assertThat(password.revealText()).isEqualTo("fetched");
        assertThat(password.revealText()).isEqualTo("fetched");
        assertThat(fetched).containsExactly(new SecretOrigin.Environment("REGISTRY_PASSWORD"));
    }

    @Test
    void hostsTakeTheSecretsOfTheSite() throws IOException {
        Inventory inventory = file("""
                host 'extra', password: secret('login'), sudoPassword: secret('login')
                secret 'login', from: env('LOGIN')
                """).inventory();
        Host.Ssh access = (Host.Ssh) inventory.host("extra").orElseThrow().access();
        assertThat(fetched).isEmpty();
        assertThat(access.password().orElseThrow().revealText()).isEqualTo("fetched");
        assertThat(access.sudo().password().orElseThrow().revealText()).isEqualTo("fetched");
        assertThat(fetched).containsOnly(new SecretOrigin.Environment("LOGIN"));
    }

    @Test
    void secretsOfHostsAreDeclared() {
        assertThatExceptionOfType(SiteRejected.class)
                .isThrownBy(() -> site("host 'extra', password: secret('logn')\nsecret 'login', from: env('LOGIN')"))
                .extracting(rejected -> rejected.problems().getFirst().what())
                .isEqualTo("there is no secret 'logn'");
    }

    @Test
    void readsAContainerOncePerHost() throws IOException {
        Site site = site("""
                container('app') {
                    on 'web'
                    image 'app:1'
                    env HOST: host.name, DOMAIN: vars.domain, WHERE: "${host.name}.${vars.domain}", GROUPS: host.groups.join(',')
                }
                """);
        assertThat(site.containers())
                .extracting(
                        ContainerSpec::host,
                        spec -> spec.settings().find(ContainerWords.ENV).orElseThrow())
                .map(Object::toString)
                .containsExactly(
                        "(\"web1\", {\"DOMAIN\"=\"www.example.com\", \"GROUPS\"=\"web\", \"HOST\"=\"web1\", \"WHERE\"=\"web1.www.example.com\"})",
                        "(\"web2\", {\"DOMAIN\"=\"www.example.com\", \"GROUPS\"=\"web\", \"HOST\"=\"web2\", \"WHERE\"=\"web2.www.example.com\"})");
    }

    @Test
    void makesAsManyInstancesAsWanted() throws IOException {
        assertThat(site("container('app') { on 'db'; image 'app:1'; instances 3 }")
                        .on("db1"))
                .extracting(ContainerSpec::engineName)
                .containsExactly("app", "app-2", "app-3");
    }

    @Test
    void remembersWhereThingsWereSaid() throws IOException {
        ContainerSpec app = container("restart always");
        assertThat(app.where().line()).isEqualTo(4);
        assertThat(app.settings().where(ContainerWords.RESTART).orElseThrow().line())
                .isEqualTo(5);
    }

    @Test
    void readsTermsWhereTheyMeanSomething() throws IOException {
        assertThat(container("restart onFailure(5)").settings().find(ContainerWords.RESTART))
                .contains(RestartPolicy.onFailure(5));
        assertThat(container("check http('/x', status: 204), tcp(80)").checks())
                .containsExactly(
                        new Check.Http("/x", 0, 204, "", Check.USUAL_PATIENCE),
                        new Check.Tcp(80, Check.USUAL_PATIENCE));
    }

    @Test
    void readsAHealthcheckAsABlockOrAsNone() throws IOException {
        assertThat(container("healthcheck { command 'redis-cli', 'ping'; interval '5s' }")
                        .settings()
                        .find(ContainerWords.HEALTHCHECK_VALUE))
                .contains(new Healthcheck(
                        List.of("CMD", "redis-cli", "ping"),
                        Duration.ofSeconds(5),
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        0));
        assertThat(container("healthcheck none").settings().find(ContainerWords.HEALTHCHECK_VALUE))
                .contains(Healthcheck.NONE);
    }

    @Test
    void runsLoopsMethodsClosuresAndConditionsAsGroovyDoes() throws IOException {
        Site site = site("""
                def tag = '1.0'
                def common = { env TEAM: 'shop' }
                def web(name, version) {
                    container(name) { on 'web1'; image "$name:$version"; limits() }
                }
                def limits() { memory '64m' }
                web('front', tag)
                for (n in 1..2) { container("loop$n") { on 'db'; image "x:$n"; common(); if (n == 2) { user 'root' } } }
                ['each'].each { container(it) { on 'db'; image "$it:1"; [1, 2].each { i -> env "V$i": i } } }
                """);
        assertThat(site.containers())
                .extracting(ContainerSpec::name)
                .containsExactly("front", "loop1", "loop2", "each");
        assertThat(site.containers().get(0).settings().says(ContainerWords.MEMORY))
                .isTrue();
        assertThat(site.containers().get(1).settings().says(ContainerWords.USER))
                .isFalse();
        assertThat(site.containers().get(2).settings().says(ContainerWords.USER))
                .isTrue();
        assertThat(site.containers().get(3).settings().find(ContainerWords.ENV).orElseThrow())
                .containsOnlyKeys("V1", "V2");
    }

    /** Groovy takes these for differences. */
    @Test
    void aWordMayHaveANegativeNumberBehindIt() throws IOException {
        Declared settings =
                site("container('app') { on 'db'; image 'x:1'; oomScoreAdj -500; memory '64m'; memorySwap -1 }")
                        .containers()
                        .getFirst()
                        .settings();

        assertThat(settings.find(ResourceWords.OOM_SCORE_ADJ)).contains(-500);
        assertThat(settings.find(ResourceWords.MEMORY_SWAP)).contains(Swap.UNLIMITED);
    }

    @Test
    void aVariableMayHaveTheNameOfAWord() throws IOException {
        assertThat(site("def image = 'app:7'\ncontainer('app') { on 'db'; image image }")
                        .containers()
                        .getFirst()
                        .image()
                        .orElseThrow())
                .hasToString("app:7");
    }

    @Test
    void returnEndsABlockForOneHostOnly() throws IOException {
        Site site = site("""
                container('app') { on 'web'; image 'app:1'; if (host.name == 'web1') return; user 'root' }
                container('after') { on 'db'; image 'app:1' }
                """);
        assertThat(site.containers())
                .extracting(spec -> spec.settings().says(ContainerWords.USER))
                .containsExactly(false, true, false);
    }

    @Test
    void variablesOfTheCommandLineWin() throws IOException {
        SiteFile file = file(
                "container('app') { on 'web1'; image \"app:${vars.tag}\"; hostname vars.domain }",
                Map.of("tag", "9", "domain", "test"));
        ContainerSpec app = file.site().containers().getFirst();
        assertThat(app.image().orElseThrow()).hasToString("app:9");
        assertThat(app.settings().find(ContainerWords.HOSTNAME)).contains("test");
    }

    @Test
    void theInventoryOfTheFileIsPartOfTheResult() throws IOException {
        Host db = file("").inventory().host("db1").orElseThrow();
        assertThat(db.groups()).containsExactly("db");
        assertThat(db.vars()).containsEntry("disk", "fast");
        assertThat(((Host.Ssh) db.access()).address()).isEqualTo("10.0.0.21");
    }

    @Test
    void variablesOfEnvFilesAreBelowThoseOfTheBlock() throws IOException {
        Files.writeString(folder.resolve("app.env"), "# comment\n\nA=from file\nB=b=c \n");
        assertThat(container("envFile 'app.env'\nenv A: 'from block'")
                        .settings()
                        .find(ContainerWords.ENV))
                .contains(new TreeMap<>(Map.of("A", "from block", "B", "b=c")));
    }

    @Test
    void buildsFromAFolderBesideTheFile() throws IOException {
        Files.createDirectories(folder.resolve("images/app"));
        Files.writeString(folder.resolve("images/app/Dockerfile"), "FROM scratch\n");
        assertThat(container("build 'images/app'").build().orElseThrow().folder())
                .isEqualTo(folder.resolve("images/app"));
    }

    @Test
    void tellsAllMistakesInTheOrderOfTheFile() {
        assertThatExceptionOfType(SiteRejected.class)
                .isThrownBy(() -> site("""
                        container('app-a') { on 'web'; imgae 'a:1' }
                        container('app-b') { on 'nowhere'; image 'b:1'; memory 'much' }
                        container('app-c') { on 'db' }
                        """))
                .satisfies(rejected -> assertThat(rejected.problems())
                        .extracting(problem ->
                                problem.where().line() + ":" + problem.where().column() + " " + problem.what())
                        .containsExactly(
                                "4:32 `imgae` is not a word of `container`",
                                "5:25 no host and no group is called 'nowhere'",
                                "5:56 'much' is not a size",
                                "6:1 container 'app-c' has no image"));
    }

    @Test
    void hostsOfTheFileComeBeforeItsContainers() {
        assertThatExceptionOfType(SiteRejected.class)
                .isThrownBy(() -> site("container('app') { on 'db'; image 'app:1' }\nhost 'late'"))
                .satisfies(rejected ->
                        assertThat(rejected.problems().getFirst().what()).isEqualTo("`host` stands below a container"));
    }

    @Test
    void anInventoryFromOutsideTakesThePlaceOfTheFileS() throws IOException {
        Host db = file("").inventory().host("db1").orElseThrow();
        Inventory other = new Inventory(List.of(db), new LinkedHashSet<>(), Map.of());
        Path file = Files.writeString(
                folder.resolve("site.groovy"),
                "site 'shop'\n" + HOSTS + "container('app') { on 'all'; image 'app:1' }\n");
        ScriptStore store = new ScriptStore(folder.resolve("cache"), "test");
        SiteFile read = new SiteReader(store, this::fetch, SiteReader.Rules.NONE)
                .read(file, Optional.of(other), SiteReader.Options.NONE);
        assertThat(read.site().containers()).extracting(ContainerSpec::host).containsExactly("db1");
        assertThat(read.inventory()).isEqualTo(other);
    }

    @Test
    void closuresGivenToTheUsersOwnMethodsMayHoldAnyWord() throws IOException {
        Site site = site("""
                enum Tier { FRONT }
                class Maker { static String tag() { '1.0' } }
                def ports = ['80:80', '81:81']
                def make = { String name, Closure extra = null ->
                    container(name) {
                        on 'db'; image "x:${Maker.tag()}"; publish(*ports); extra?.call()
                        env T: Tier.FRONT.name(), *: [A: 1]
                    }
                }
                make('one')
                make('two') { workdir '/srv' }
                """);
        assertThat(site.containers())
                .extracting(spec -> spec.settings().says(ContainerWords.WORKDIR))
                .containsExactly(false, true);
        assertThat(site.containers().getFirst().published()).hasSize(2);
    }

    @Test
    void aFileMayBeLong() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            text.append("container('app")
                    .append(i)
                    .append("') { on 'db'; image 'app:1'; restart always; env A: 'x', B: host.name;")
                    .append(" labels a: 'b', c: 'd'; memory '64m'; healthcheck { command 'true'; interval '5s' } }\n");
        }
        assertThat(site(text.toString()).containers()).hasSize(500);
    }

    @Test
    void linesMayEndAsOnWindows() throws IOException {
        assertThat(site("container('app') {\r\n  on 'db'\r\n  image 'app:1'\r\n}\r\n")
                        .containers())
                .hasSize(1);
    }
}
