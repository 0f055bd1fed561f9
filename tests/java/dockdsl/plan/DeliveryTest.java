package dockdsl.plan;

import static dockdsl.model.Specs.container;
import static dockdsl.model.Specs.with;
import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.docker.JsonReader;
import dockdsl.model.ContainerSpec;
import dockdsl.model.DockerSpec;
import dockdsl.model.Site;
import dockdsl.model.SiteSecret;
import dockdsl.observed.ObservedVolume;
import dockdsl.observed.Stock;
import dockdsl.observed.StoredImage;
import dockdsl.plan.RollbackPlanner.Return;
import dockdsl.problem.SourceRef;
import dockdsl.value.FileMode;
import dockdsl.value.FileTree;
import dockdsl.value.FileUse;
import dockdsl.value.ImageRef;
import dockdsl.value.Json;
import dockdsl.value.Owner;
import dockdsl.value.Parcel;
import dockdsl.value.RolloutPolicy;
import dockdsl.value.Secret;
import dockdsl.value.SecretUse;
import dockdsl.value.Tree;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.ContentWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What containers get before they start, from the plan to an engine on paper and back. */
class DeliveryTest {
    private static final SourceRef HERE = new SourceRef("site.groovy", 3, 1);

    private final PaperEngine engine = new PaperEngine("web1");
    private final SortedMap<String, SiteSecret> secrets = new TreeMap<>();

    @BeforeEach
    void declareASecret() {
        secret("password", "hunter2");
    }

    @Test
    void aSecondPlanIsEmpty() {
        ContainerSpec app = using(giving(container("app"), file("/etc/app.conf", "one")), asFile("password"));

        engine.carryOut(plan(app));

        assertThat(lines(plan(app))).isEmpty();
        assertThat(volumes()).singleElement().asString().startsWith("dockdsl-files-shop-app-");
    }

    @Test
    void aVolumeIsFilledBeforeTheContainerIsMade() {
        Plan plan = plan(giving(container("app"), file("/etc/app.conf", "one")));

        assertThat(actions(plan))
                .extracting(action -> action.getClass().getSimpleName())
                .containsSubsequence(
                        "CreateVolume",
                        "CreateContainer",
                        "PutFiles",
                        "RemoveContainer",
                        "CreateContainer",
                        "StartContainer");
    }

    @Test
    void anotherContentReplacesItsUsersAndNobodyElse() {
        ContainerSpec other = giving(container("other"), file("/etc/app.conf", "one"));
        engine.carryOut(plan(giving(container("app"), file("/etc/app.conf", "one")), other));
        String before = volumeOf("app");

        Plan plan = plan(giving(container("app"), file("/etc/app.conf", "two")), other);

        assertThat(lines(plan)).containsExactly("container app REPLACE: file /etc/app.conf has another content");
        engine.carryOut(plan);
        assertThat(volumeOf("app")).isNotEqualTo(before);
        assertThat(volumes()).hasSize(2).doesNotContain(before);
    }

    @Test
    void anotherValueIsToldByTheNameOfTheSecretOnly() {
        ContainerSpec app = using(container("app"), asFile("password"));
        engine.carryOut(plan(app));
        secret("password", "correct horse");

        Plan plan = plan(app);

        assertThat(lines(plan)).containsExactly("container app REPLACE: secret password has another value");
        assertThat(plan.changes().getFirst().differences())
                .containsExactly(
                        new Difference("secret.password", Optional.of("a value"), Optional.of("another value")));
        assertThat(plan.toString()).doesNotContain("horse").doesNotContain("hunter2");
    }

    @Test
    void whatAContainerRemembersOfASecretIsAnotherThingInEachContainer() {
        engine.carryOut(plan(using(container("one"), asFile("password")), using(container("two"), asFile("password"))));

        assertThat(label("one")).isNotEqualTo(label("two")).doesNotContain("hunter2");
    }

    @Test
    void anotherModeOrOwnerIsADifference() {
        engine.carryOut(plan(giving(container("app"), file("/etc/app.conf", "one"))));

        Plan plan = plan(giving(
                container("app"),
                new FileUse(
                        "/etc/app.conf", FileTree.of("one"), Optional.of(new FileMode(0600)), new Owner(101, 101))));

        assertThat(plan.changes().getFirst().differences())
                .containsExactly(
                        new Difference("file./etc/app.conf.mode", Optional.of("0644"), Optional.of("0600")),
                        new Difference("file./etc/app.conf.owner", Optional.of("0:0"), Optional.of("101:101")));
    }

    @Test
    void whatLeavesTheFileIsDriftAndItsVolumeGoes() {
        engine.carryOut(plan(using(giving(container("app"), file("/etc/app.conf", "one")), asFile("password"))));

        Plan plan = plan(container("app"));

        assertThat(plan.changes().getFirst().differences())
                .containsExactly(
                        new Difference("file", Optional.of("/etc/app.conf"), Optional.empty()),
                        new Difference("secret", Optional.of("password at /run/secrets/password"), Optional.empty()));
        engine.carryOut(plan);
        assertThat(volumes()).isEmpty();
        assertThat(lines(plan(container("app")))).isEmpty();
    }

    @Test
    void anotherSettingKeepsTheVolume() {
        ContainerSpec app = using(container("app"), asFile("password"));
        engine.carryOut(plan(app));
        String before = volumeOf("app");

        Plan plan = plan(with(app, ContainerWords.ENV, new TreeMap<>(Map.of("A", "1"))));
        engine.carryOut(plan);

        assertThat(actions(plan)).noneMatch(Action.PutFiles.class::isInstance);
        assertThat(volumes()).containsExactly(before);
    }

    @Test
    void aSecretOfTheNumericUserBelongsToIt() {
        Plan plan = plan(using(with(container("app"), ContainerWords.USER, "999:998"), asFile("password")));

        assertThat(parcel(plan).entries().getLast().owner()).isEqualTo(new Owner(999, 998));
    }

    @Test
    void aVariableIsRevealedToTheEngineAlone() {
        engine.hasImage("app:1", Map.of("Env", List.of("PASSWORD=none", "LANG=C")));
        ContainerSpec app = using(
                container("app"),
                new SecretUse(
                        "password", Optional.empty(), FileMode.PRIVATE, Optional.empty(), Optional.of("PASSWORD")));

        Plan plan = plan(app);

        assertThat(plan.toString()).doesNotContain("hunter2");
        Action.CreateContainer create = actions(plan).stream()
                .filter(Action.CreateContainer.class::isInstance)
                .map(Action.CreateContainer.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(create.revealed().texts("Env")).containsExactly("PASSWORD=hunter2");
        engine.carryOut(plan);
        assertThat(lines(plan(app))).isEmpty();
        assertThat(volumes()).isEmpty();
    }

    @Test
    void whoOnlyLooksAroundAsksForNoSecret() {
        ContainerSpec app = using(container("app"), asFile("password"));
        engine.carryOut(plan(app));
        secrets.put("password", SiteSecret.of("shop", "password", Secret.later(() -> {
            throw new IllegalStateException("asked");
        })));

        assertThat(lines(plan(site(app).withSecretsUnseen()))).isEmpty();
    }

    @Test
    void aHalfFilledVolumeIsFilledAnew() {
        ContainerSpec app = giving(container("app"), file("/etc/app.conf", "one"));
        for (int cut = 1; cut <= 4; cut++) {
            engine.carryOut(DestroyPlanner.plan("shop", List.of(engine.snapshot()), true));
            actions(plan(app)).stream().limit(cut).forEach(engine::take);

            engine.carryOut(plan(app));

            assertThat(lines(plan(app))).as("cut after " + cut).isEmpty();
            assertThat(engine.snapshot().containers()).hasSize(1);
            assertThat(volumes()).hasSize(1);
        }
    }

    @Test
    void aVolumeThatNobodyUsesIsRemoved() {
        ContainerSpec app = giving(container("app"), file("/etc/app.conf", "one"));
        actions(plan(giving(container("app"), file("/etc/app.conf", "zero")))).stream()
                .limit(4)
                .forEach(engine::take);

        Plan plan = plan(app);
        engine.carryOut(plan);

        assertThat(lines(plan)).anyMatch(line -> line.endsWith("REMOVE: left over from an interrupted run"));
        assertThat(volumes()).containsExactly(volumeOf("app"));
        assertThat(lines(plan(app))).isEmpty();
    }

    @Test
    void aSiteThatGoesTakesItsVolumesAlong() {
        engine.carryOut(plan(giving(container("app"), file("/etc/app.conf", "one"))));

        engine.carryOut(DestroyPlanner.plan("shop", List.of(engine.snapshot()), false));

        assertThat(volumes()).isEmpty();
    }

    @Test
    void theLedgerHasTheListOfWhatAContainerGotAndNoValue() {
        ContainerSpec app = using(
                giving(container("app"), file("/etc/app.conf", "one")),
                new SecretUse(
                        "password", Optional.empty(), FileMode.PRIVATE, Optional.empty(), Optional.of("PASSWORD")));

        String remembered = Json.canonical(blueprint(app).fields());

        assertThat(remembered)
                .contains("file - 0644 0:0")
                .contains("variable password - - "
                        + SiteSecret.of("shop", "password", Secret.of("hunter2"))
                                .fingerprint("app") + " PASSWORD")
                .doesNotContain("hunter2");
    }

    @Test
    void whatGoesBackGetsWhatItHadAsItIsDeclaredNow() {
        engine.hasImage("app:1", Map.of());
        ContainerSpec then = using(giving(container("app"), file("/etc/app.conf", "one")), asFile("password"));
        Blueprint remembered = remembered(then);
        secret("password", "correct horse");
        ContainerSpec now = giving(then, file("/etc/app.conf", "one"), file("/etc/new.conf", "new"));

        Plan plan = goingBack(remembered, now);

        assertThat(lines(plan))
                .contains(
                        "container app CREATE: back to r1 with what is declared now as secret password, it is not there");
        assertThat(parcel(plan).entries()).hasSize(3);
        engine.carryOut(plan);
        assertThat(label("app"))
                .contains("/etc/app.conf")
                .contains("/run/secrets/password")
                .doesNotContain("new.conf");
        assertThat(lines(goingBack(remembered, now))).isEmpty();
        assertThat(Json.canonical(remembered.supplied(site(now)).fields()))
                .contains(SiteSecret.of("shop", "password", Secret.of("correct horse"))
                        .fingerprint("app"));
    }

    @Test
    void whatIsNotDeclaredAnyMoreIsNotMadeWithoutIt() {
        engine.hasImage("app:1", Map.of());
        Blueprint remembered =
                remembered(using(giving(container("app"), file("/etc/app.conf", "one")), asFile("password")));

        Plan plan = goingBack(remembered, giving(container("app"), file("/etc/app.conf", "one")));

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.refusals())
                .singleElement()
                .extracting(Plan.Refusal::what)
                .isEqualTo("release r1 gave it secret password, which the site does not declare for it any more");
        assertThat(goingBack(remembered).refusals())
                .singleElement()
                .extracting(Plan.Refusal::what)
                .isEqualTo("release r1 gave it file /etc/app.conf, secret password, "
                        + "which the site does not declare for it any more");
    }

    private Blueprint blueprint(ContainerSpec spec) {
        return Blueprint.of(site(spec), Map.of(), any -> true).getFirst();
    }

    /** As it comes from a host again. */
    private Blueprint remembered(ContainerSpec spec) {
        Tree fields = JsonReader.parse(Json.canonical(blueprint(spec).fields()));
        return Blueprint.read(fields, "shop", "web1", HERE).orElseThrow();
    }

    private Plan goingBack(Blueprint blueprint, ContainerSpec... declared) {
        Site now = site(declared);
        String image = engine.snapshot().images().get(ImageRef.parse("app:1")).id();
        Stock stock = new Stock(List.of(new StoredImage(image, List.of("app:1"), List.of(), 1)), List.of());
        Return back = new Return(blueprint, "r1", image, "").supplied(now);
        return RollbackPlanner.plan(now, List.of(back), List.of(engine.snapshot()), Map.of("web1", stock));
    }

    private void secret(String name, String value) {
        secrets.put(name, SiteSecret.of("shop", name, Secret.of(value)));
    }

    private static FileUse file(String at, String text) {
        return new FileUse(at, FileTree.of(text), Optional.empty(), Owner.ROOT);
    }

    private static SecretUse asFile(String name) {
        return new SecretUse(
                name, Optional.of("/run/secrets/" + name), FileMode.PRIVATE, Optional.empty(), Optional.empty());
    }

    private static ContainerSpec giving(ContainerSpec spec, FileUse... files) {
        return with(spec, ContentWords.FILE, List.of(files));
    }

    private static ContainerSpec using(ContainerSpec spec, SecretUse secret) {
        return with(spec, ContentWords.SECRET, List.of(secret));
    }

    private Site site(ContainerSpec... containers) {
        return new Site(
                "shop",
                DockerSpec.ANY,
                List.of(),
                List.of(),
                List.of(),
                List.of(containers),
                Optional.empty(),
                RolloutPolicy.NONE,
                secrets,
                HERE);
    }

    private Plan plan(ContainerSpec... containers) {
        return plan(site(containers));
    }

    private Plan plan(Site site) {
        return engine.planOf(site);
    }

    private List<String> volumes() {
        return engine.snapshot().volumes().stream().map(ObservedVolume::name).toList();
    }

    private String volumeOf(String container) {
        return DeliverySteps.volumes(engine.snapshot().container(container).orElseThrow())
                .getFirst();
    }

    private String label(String container) {
        return engine.snapshot().container(container).orElseThrow().labels().get("dockdsl.delivered");
    }

    private static Parcel parcel(Plan plan) {
        return actions(plan).stream()
                .filter(Action.PutFiles.class::isInstance)
                .map(action -> ((Action.PutFiles) action).parcel())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> lines(Plan plan) {
        return plan.changes().stream()
                .map(change -> change.resource() + " " + change.verb() + ": " + change.reason())
                .toList();
    }

    private static List<Action> actions(Plan plan) {
        return Stream.concat(
                        plan.changes().stream().flatMap(change -> change.prepare().stream()),
                        plan.changes().stream().flatMap(change -> change.switching().stream()))
                .map(Step::action)
                .toList();
    }
}
