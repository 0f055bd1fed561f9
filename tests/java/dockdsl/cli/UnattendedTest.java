package dockdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dockdsl.cli.json.Schema;
import dockdsl.cli.json.Schemas;
import dockdsl.diary.RunEntry;
import dockdsl.diary.RunResult;
import dockdsl.diary.StateFolder;
import dockdsl.diary.Turn;
import dockdsl.docker.JsonReader;
import dockdsl.value.Tree;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that nobody watches, one after the other, on hosts that are not there. */
class UnattendedTest {
    private static final String SITE = """
            site 'shop'
            container('web') {
                on 'web'
                image 'shop/web:1.0'
                publish '8080:80'
            }
            """;
    private static final String NOTHING = SITE.replace("image", "state absent; image");

    @TempDir
    private Path folder;

    private Workplace place;
    private PretendFleet fleet;

    @BeforeEach
    void writeFiles() throws IOException {
        place = Workplace.in(folder, NOTHING, "web[1:3]");
        fleet = place.fleet;
    }

    private int run(String... more) {
        List<String> arguments = more.length > 0 && !more[0].startsWith("-")
                ? List.of(more)
                : new ArrayList<>(List.of("apply", "-i", place.hosts().toString(), "--unattended"));
        if (more.length > 0 && more[0].startsWith("-")) {
            arguments.addAll(List.of(more));
        }
        return place.run(arguments);
    }

    @Test
    void nothingIsPrintedWhenNothingChanges() throws IOException {
        assertThat(run()).isZero();

        assertThat(place.printed()).isEmpty();
        assertThat(place.history()).singleElement().satisfies(run -> {
            assertThat(run.result()).isEqualTo(RunResult.OK);
            assertThat(run.site()).isEqualTo("shop");
            assertThat(run.unattended()).isTrue();
            assertThat(run.changes()).isEmpty();
        });
        assertThat(place.kept().resolve("log")).content().contains("end of apply with 0: nothing was changed (");
    }

    @Test
    void aChangeIsPrintedLoggedAndRemembered() throws IOException {
        place.site(SITE);

        assertThat(run()).isZero();

        assertThat(place.printed()).contains("web1: created container web").contains("changed=");
        assertThat(place.history().getLast().changes()).contains("web1: created container web");
        assertThat(place.kept().resolve("log")).content().contains("Z web1: created container web");
    }

    @Test
    void aHostThatDoesNotAnswerIsToldOnceTriedLessOftenAndToldWhenItIsBack() throws IOException {
        fleet.dead.add("web2");

        assertThat(run()).isEqualTo(4);
        assertThat(place.printed()).contains("host web2 (hosts.groovy:1): nobody answers");
        for (int times = 2; times <= 5; times++) {
            assertThat(run()).isEqualTo(4);
            assertThat(place.printed()).as("time " + times).isEmpty();
        }
        assertThat(place.history())
                .extracting(RunEntry::unreachable)
                .containsExactly(List.of("web2"), List.of("web2"), List.of("web2"), List.of(), List.of());
        assertThat(place.history().getLast().resting()).containsExactly("web2");

        Path hosts = place.kept().resolve("hosts.json");
        Files.writeString(hosts, Files.readString(hosts).replaceAll("(last|since)\": \"2", "$1\": \"1"));
        fleet.dead.clear();
        assertThat(run()).isZero();
        assertThat(place.printed()).isEqualTo("Over: host web2: unreachable\n");
        assertThat(run()).isZero();
        assertThat(place.printed()).isEmpty();
    }

    @Test
    void anotherHostThatFailsIsNews() {
        fleet.dead.add("web2");
        run();
        fleet.dead.add("web3");

        assertThat(run()).isEqualTo(4);
        assertThat(place.printed()).contains("host web3 (hosts.groovy:1): nobody answers");
    }

    @Test
    void aSiteThatCannotBeReadIsToldOnce() throws IOException {
        fleet.dead.add("web2");
        run();
        place.site(SITE.replace("image", "imgae"));

        assertThat(run()).isEqualTo(65);
        assertThat(place.printed()).contains("Did you mean `image`?");
        assertThat(run()).isEqualTo(65);
        assertThat(place.printed()).isEmpty();
        place.site(NOTHING);
        assertThat(run()).isEqualTo(4);
        assertThat(place.printed()).as("web2 was told before").isEqualTo("Over: site: rejected\n");
        assertThat(place.history())
                .extracting(RunEntry::result)
                .containsExactly(RunResult.UNREACHABLE, RunResult.REFUSED, RunResult.REFUSED, RunResult.UNREACHABLE);
    }

    @Test
    void aRunThatMeetsAnotherDoesNothingAndIsNoFailure() throws IOException {
        fleet.locked.put("web1", "alice@laptop\\n2026-11-21T12:00:00Z\\napply of site shop");

        assertThat(run()).isZero();

        assertThat(place.printed()).isEmpty();
        assertThat(place.history().getLast().result()).isEqualTo(RunResult.SKIPPED);
        assertThat(place.history().getLast().why()).startsWith("Locked by another run on web1");
    }

    @Test
    void oneOfTheSameScheduleThatStillGoesOnIsEnough() throws IOException {
        run();
        try (Turn _ = Turn.take(new StateFolder(place.kept()), "turn").orElseThrow()) {
            assertThat(run()).isZero();
        }
        assertThat(place.printed()).isEmpty();
        assertThat(place.history().getLast().why()).isEqualTo("An earlier run has not ended yet.");
    }

    @Test
    void aDiskWithoutSpaceForTheLogStopsNoRunAndIsTold() throws IOException {
        place.site(SITE);
        run();
        fleet.diary.clear();
        Path log = place.kept().resolve("log");
        Files.delete(log);
        Files.createDirectory(log);
        Files.writeString(Files.createDirectory(log.resolve("in")).resolve("way"), "");

        assertThat(run()).isZero();
        assertThat(fleet.diary).contains("web1: create web");
        assertThat(place.printed()).contains("The log can't be written: ");
        place.site(NOTHING);
        run();
        assertThat(place.printed()).as("told once").isEmpty();
    }

    @Test
    void thatNothingCanBeRememberedIsOneTrouble() throws IOException {
        run();
        for (Path file :
                List.of(place.kept().resolve("told.json"), place.state().path().resolve("runs.ndjson"))) {
            Files.deleteIfExists(file);
            Files.writeString(Files.createDirectory(file).resolve("in-the-way"), "");
        }
        fleet.dead.add("web2");

        assertThat(run()).isEqualTo(4);
        assertThat(place.printed()).containsOnlyOnce("This run can't be remembered in ");
    }

    @Test
    void eventsForProgramsComeWhetherThereIsNewsOrNot() throws IOException {
        fleet.dead.add("web2");
        assertThat(run("--events", "ndjson")).isEqualTo(4);
        assertThat(place.printed()).contains("host web2 (hosts.groovy:1): nobody answers");

        assertThat(run("--events", "ndjson")).isEqualTo(4);
        assertThat(events(place.printed())).startsWith("begin").endsWith("end").contains("unreachable");
        assertThat(JsonReader.parse(place.printed().lines().toList().getLast()).number("exitCode"))
                .isEqualTo(4);

        run("--events", "told.ndjson");
        assertThat(place.printed()).isEmpty();
        assertThat(events(Files.readString(folder.resolve("told.ndjson"))))
                .startsWith("begin")
                .endsWith("end");

        fleet.dead.clear();
        fleet.locked.put("web1", "alice@laptop\\n2026-11-21T12:00:00Z\\napply of site shop");
        assertThat(run("--events", "ndjson")).isZero();
        assertThat(events(place.printed())).startsWith("begin").endsWith("end");
        Tree end = JsonReader.parse(place.printed().lines().toList().getLast());
        assertThat(end.number("exitCode")).isZero();
        assertThat(place.printed()).contains("Locked by another run on web1");
    }

    private static List<String> events(String lines) {
        lines.lines().forEach(line -> Schemas.check(Schema.EVENTS, line));
        return lines.lines().map(line -> JsonReader.parse(line).text("event")).toList();
    }

    @Test
    void runsAreListedTheNewestFirstAndDullOnesTogether() {
        run();
        run();
        run();
        fleet.dead.add("web2");
        run();

        assertThat(run("runs")).isZero();

        assertThat(place.printed()
                        .lines()
                        .map(line -> line.replaceAll("\\d+\\.\\d s", "N s").replaceAll("^\\d.{18}", "TIME")))
                .satisfiesExactly(
                        title -> assertThat(title).startsWith("WHEN"),
                        last -> assertThat(last)
                                .startsWith("TIME  apply (unattended)  shop  unreachable  ")
                                .contains("web2"),
                        dull -> assertThat(dull).startsWith("TIME  apply (unattended)  shop  ok (3 times)  none"),
                        log -> assertThat(log).startsWith("log: "));
        assertThat(run("runs", "--json", "-n", "2")).isZero();
        Schemas.check(Schema.DOCUMENTS, place.printed());
        Tree document = JsonReader.parse(place.printed());
        assertThat(document.trees("runs")).hasSize(2);
        assertThat(document.trees("runs").getFirst().text("result")).isEqualTo("unreachable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"apply", "bootstrap", "prune --yes", "destroy --yes"})
    void runsByHandAreRememberedToo(String typed) {
        run((typed + " -i " + place.hosts()).split(" "));

        assertThat(place.history()).singleElement().satisfies(run -> {
            assertThat(typed).startsWith(run.command());
            assertThat(run.unattended()).isFalse();
        });
    }

    @Test
    void whatContradictsIsRefused() {
        assertThat(run("--json")).isEqualTo(64);
        assertThat(place.printed()).contains("`--unattended` and `--json` do not go together.");
    }

    @Test
    void theSplayIsAPartThatStaysTheSame() {
        Duration most = Duration.ofMinutes(5);
        Duration here = Splay.of(most, "me@laptop", "shop-1");

        assertThat(here).isEqualTo(Splay.of(most, "me@laptop", "shop-1")).isBetween(Duration.ZERO, most);
        assertThat(here).isNotEqualTo(Splay.of(most, "me@desktop", "shop-1"));
        assertThat(Splay.of(Duration.ZERO, "me@laptop", "shop-1")).isZero();
    }

    private String notifying(String words) {
        return NOTHING + "notify { " + words + " }\n";
    }

    private String told() throws IOException {
        Path file = folder.resolve("told");
        String told = Files.exists(file) ? Files.readString(file) : "";
        Files.deleteIfExists(file);
        return told;
    }

    @Test
    void whoWantsToKnowHearsOfATroubleOnceAndOnceThatItIsOver() throws IOException {
        place.site(notifying("command 'echo \"$DOCKDSL_OCCASION $DOCKDSL_SUMMARY\" >>%s/told'".formatted(folder)));
        fleet.dead.add("web2");

        run();
        assertThat(told()).isEqualTo("failure shop: failed: host web2 (" + place.hosts() + ":1): nobody answers\n");
        for (int times = 0; times < 5; times++) {
            run();
        }
        assertThat(told()).isEmpty();

        fleet.dead.clear();
        Path hosts = place.kept().resolve("hosts.json");
        Files.writeString(hosts, Files.readString(hosts).replaceAll("(last|since)\": \"2", "$1\": \"1"));
        run();
        assertThat(told()).isEqualTo("recovery shop: recovered: host web2: unreachable\n");
        run();
        assertThat(told()).isEmpty();
    }

    @Test
    void runsByHandTellOfChangesToo() throws IOException {
        place.site(SITE + "notify { command 'cat >>%s/told', on: change }".formatted(folder));

        assertThat(run("apply", "-i", place.hosts().toString())).isZero();

        assertThat(told())
                .startsWith("shop: ")
                .contains("    web1: created container web\n")
                .contains("apply by me@");
    }

    @Test
    void whoWantsToHearOfChangesOnlyHearsOfNoFailure() throws IOException {
        place.site(notifying("command 'cat >>%s/told', on: change".formatted(folder)));
        fleet.dead.add("web2");
        run();

        assertThat(told()).isEmpty();
    }

    @Test
    void whoCannotBeToldFailsNoRunIsNamedOnceAndTriedAgain() throws IOException {
        place.site(notifying("slack secret('hook')") + "secret 'hook', from: file('hook')\n");
        fleet.dead.add("web2");

        assertThat(run()).isEqualTo(4);
        assertThat(place.printed()).contains("Could not tell slack of secret 'hook': ");
        run();
        assertThat(place.printed()).isEmpty();

        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        List<String> bodies = Collections.synchronizedList(new ArrayList<>());
        server.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            Files.writeString(
                    folder.resolve("hook"),
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/T0/hidden\n");
            run();
            run();
        } finally {
            server.stop(0);
        }
        assertThat(bodies)
                .singleElement()
                .asString()
                .contains("failed: host web2 (" + place.hosts() + ":1): nobody answers");
        assertThat(Files.readString(place.kept().resolve("log"))).doesNotContain("T0/hidden");
    }
}
