package dockdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.cli.json.Schema;
import dockdsl.cli.json.Schemas;
import dockdsl.docker.JsonReader;
import dockdsl.observed.ObservedContainer;
import dockdsl.value.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs, from arguments to exit code, on hosts that are not there. */
class DockdslTest {
    private static final String SITE = """
            site 'shop'
            container('web') {
                on 'web'
                image 'shop/web:1.0'
                publish '8080:80'
            }
            """;

    @TempDir
    private Path folder;

    private Workplace place;
    private PretendFleet fleet;

    @BeforeEach
    void beginWork() throws IOException {
        place = Workplace.in(folder, SITE, "web[1:2]");
        fleet = place.fleet;
    }

    private int run(String line) {
        List<String> arguments =
                List.of(line.replace("HOSTS", "-i " + place.hosts()).split(" "));
        int code = place.run(arguments);
        if (arguments.contains("--json")) {
            Schemas.check(Schema.DOCUMENTS, place.out());
        }
        return code;
    }

    @Test
    void wrongUsageIs64() {
        assertThat(run("aplly")).isEqualTo(64);
        assertThat(place.err()).isEqualTo("There is no command `aplly`.\n    Did you mean `apply`?\n");
        assertThat(place.out()).isEmpty();
    }

    @Test
    void whatReadmeShowsOfAGraphIsWhatIsDrawn() throws IOException {
        MatchResult shown = Pattern.compile("(?s)```\n\\$ dockdsl (graph [^\n]*)\n(.*?)```")
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .findFirst()
                .orElseThrow();

        assertThat(run(shown.group(1)
                        .replace(
                                "playbooks",
                                Path.of("playbooks").toAbsolutePath().toString())
                        .replace("inventory/", Path.of("inventory").toAbsolutePath() + "/")))
                .as(place.err())
                .isZero();
        assertThat(place.out()).isEqualTo(shown.group(2));
    }

    @Test
    void aMissingFileIs1AndSaysWhatToDo() throws IOException {
        Files.delete(folder.resolve("site.groovy"));

        assertThat(run("apply")).isEqualTo(1);
        assertThat(place.err()).startsWith("There is no site.groovy in this folder.\n    Name the site file:");
    }

    @Test
    void aSecretIsFetchedOnceInARunHoweverManyHostsAndContainersUseIt() throws IOException {
        Path count = folder.resolve("count");
        place.site("""
                site 'shop'
                secret 'one', from: command('sh', '-c', 'echo fetched >> %s; echo value-of-it')
                registry 'r.example.com', username: 'ci', password: secret('one')
                container('web') { on 'web'; image 'r.example.com/web:1.0'; secret 'one' }
                container('worker') { on 'web'; image 'r.example.com/worker:1.0'; secret 'one'; secret 'one', at: 'again' }
                """.formatted(count));

        assertThat(run("check HOSTS")).as(place.err()).isZero();
        assertThat(count).doesNotExist();
        assertThat(run("apply HOSTS --yes")).as(place.err()).isZero();
        assertThat(count).hasContent("fetched");
    }

    @Test
    void checkWarnsOfEverySecretThatIsNotHereAndPlanEndsWithoutThem() throws IOException {
        place.site("""
                site 'shop'
                secret 'redis', from: env('NO_SUCH_VARIABLE')
                secret 'mail',
                    from: vault('secrets/production.vault')
                secret 'key', from: file('key.pem')
                container('web') { on 'web'; image 'web:1.0'; secret 'redis'; secret 'mail'; secret 'key' }
                """);

        assertThat(run("check HOSTS")).isZero();
        assertThat(place.err()).isEqualTo("""
                site.groovy:2:1: warning: secret 'redis' has no value here: the environment variable NO_SUCH_VARIABLE is not set
                    `check` goes on without it, a command that needs it does not. Set it for this command: NO_SUCH_VARIABLE=... dockdsl apply site.groovy.
                site.groovy:3:1: warning: secret 'mail' has no value here: the file secrets/production.vault does not exist
                    `check` goes on without it, a command that needs it does not. Check its name. A relative path starts at the file that names it.
                site.groovy:5:1: warning: secret 'key' has no value here: the file key.pem does not exist
                    `check` goes on without it, a command that needs it does not. Check its name. A relative path starts at the file that names it.
                """);
        assertThat(run("plan HOSTS")).isEqualTo(1);
        assertThat(place.err()).startsWith("3 secrets have no value.");
    }

    @Test
    void aProgramThatIsTheInventoryRunsOnceInAConsoleAndAgainByReload() throws IOException {
        Path runs = folder.resolve("runs");
        Path program = Files.writeString(folder.resolve("hosts.sh"), """
                #!/bin/sh
                echo run >>%s
                echo '{"web": ["web1", "web2"], "_meta": {"hostvars": {}}}'
                """.formatted(runs));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        place.answers = "= hosts*.name\n@web2\ncheck\n= 1 + 1\n";

        assertThat(run("console -i " + program)).as(place.err()).isZero();
        assertThat(place.out()).contains("['web1', 'web2']");
        assertThat(runs).hasContent("run");

        place.answers = "check\nreload\ncheck\n";
        assertThat(run("console -i " + program)).as(place.err()).isZero();
        assertThat(place.out()).contains("Read again: 2 containers on 2 hosts.");
        assertThat(runs).hasContent("run\nrun\nrun");
    }

    @Test
    void aLimitThatMeansNoHostIs1() {
        assertThat(run("plan HOSTS -l nope")).isEqualTo(1);
        assertThat(place.err()).startsWith("`--limit nope`: ");
    }

    @Test
    void limitsMayStandInAFile() throws IOException {
        Files.writeString(folder.resolve("some.txt"), "# since yesterday\r\n\r\nweb2 \r\n");
        assertThat(run("inventory HOSTS --list -l @some.txt")).as(place.err()).isZero();
        assertThat(place.out()).contains("\"web2\"").doesNotContain("\"web1\"");
        Files.writeString(folder.resolve("none.txt"), "# nobody\n");
        assertThat(run("plan HOSTS -l @none.txt")).isEqualTo(1);
        assertThat(place.err()).startsWith("`--limit @none.txt`: no host stands in the file.\n");
        assertThat(run("plan HOSTS -l @nowhere.txt")).isEqualTo(1);
        assertThat(place.err())
                .contains("`--limit @nowhere.txt`: the file can't be read.\n    It is looked for at nowhere.txt.\n");
    }

    @Test
    void aTagThatNobodyHasIs1AndNamesTheNearest() throws IOException {
        place.site(SITE.replace("on 'web'", "on 'web'; tags 'front', 'nightly'"));

        assertThat(run("apply HOSTS --tags fornt")).isEqualTo(1);
        assertThat(place.err())
                .isEqualTo("No container has the tag 'fornt'.\n"
                        + "    Did you mean `front`? The site has front, nightly.\n");
        assertThat(run("apply HOSTS -t front --prune")).isEqualTo(64);
        assertThat(fleet.diary).isEmpty();
    }

    @Test
    void hostsWithoutATaggedContainerAreNotConnectedTo() throws IOException {
        place.site(SITE + "container('extra') { on 'web2'; image 'shop/web:1.0'; tags 'night' }\n");

        assertThat(run("check HOSTS -t night")).isZero();
        assertThat(place.out()).isEqualTo("site.groovy: 1 container on 1 host, no problems.\n");
        assertThat(run("apply HOSTS -t night")).isZero();
        assertThat(fleet.diary).allMatch(line -> line.startsWith("web2: ")).anyMatch(line -> line.contains("extra"));
        assertThat(fleet.diary).noneMatch(line -> line.endsWith(" web"));
    }

    @Test
    void aWrongSiteIs65AndConnectsToNobody() throws IOException {
        place.site(SITE.replace("image", "imgae"));

        assertThat(run("apply HOSTS")).isEqualTo(65);
        assertThat(place.err()).startsWith("site.groovy:4:5: ").contains("Did you mean `image`?");
        assertThat(fleet.diary).isEmpty();
    }

    @Test
    void checkCountsAndConnectsToNobody() {
        assertThat(run("check HOSTS")).isZero();
        assertThat(place.out()).isEqualTo("site.groovy: 2 containers on 2 hosts, no problems.\n");
    }

    @Test
    void planShowsAndTouchesNothing() {
        assertThat(run("plan HOSTS")).isZero();
        assertThat(run("plan HOSTS --detailed-exitcode")).isEqualTo(3);
        assertThat(run("apply HOSTS --dry-run")).isZero();
        Golden.check("run-plan.txt", place.out());
        assertThat(fleet.diary).isEmpty();
    }

    @Test
    void applyDoesItWithoutATerminalAndTellsWhereToLook() {
        assertThat(run("apply HOSTS -l web1")).isZero();

        assertThat(fleet.diary)
                .containsSubsequence(
                        "web1: pull shop/web:1.0@sha256:" + "d".repeat(64),
                        "web1: tag shop/web:1.0",
                        "web1: create web",
                        "web1: start web");
        assertThat(place.out())
                .contains("web1: created container web (")
                .contains("web1 : ok=3    changed=3    unreachable=0    failed=0    skipped=0\n")
                .contains("web on web1 is at 10.0.0.1:8080\n");
        assertThat(fleet.closed).isTrue();
    }

    @Test
    void onATerminalNothingHappensWithoutAYes() {
        place.interactive = true;
        place.answers = "n\n";
        assertThat(run("apply HOSTS")).isEqualTo(99);
        assertThat(place.out()).endsWith("Apply these changes? [y/N] Nothing was changed.\n");
        place.answers = "";
        assertThat(run("apply HOSTS")).isEqualTo(99);
        assertThat(fleet.diary).isEmpty();

        place.answers = "y\n";
        assertThat(run("apply HOSTS")).isZero();
        assertThat(fleet.diary).isNotEmpty();
    }

    @Test
    void destroyInsistsOnAYes() {
        assertThat(run("destroy HOSTS")).isEqualTo(64);
        assertThat(place.err()).contains("dockdsl destroy --yes");

        assertThat(run("destroy HOSTS --yes")).isZero();
        assertThat(place.out()).startsWith("Nothing to change.\n");
    }

    @Test
    void aDeadHostIs4AndDoesNotStopTheOthers() {
        fleet.dead.add("web2");

        assertThat(run("apply HOSTS")).isEqualTo(4);
        assertThat(fleet.diary).contains("web1: start web");
        assertThat(place.out()).contains("web2: unreachable\n", "web2 : ok=0    changed=0    unreachable=1 ");
        assertThat(place.err()).isEqualTo("\nhost web2 (hosts.groovy:1): nobody answers\n    Is it switched on?\n");
    }

    @Test
    void aDeadHostOnWhichTheSiteHasNothingIsToldAndForgiven() throws IOException {
        fleet.dead.add("web2");
        place.site("site 'shop'\ncontainer('web') { on 'web1'; image 'app:1.0' }\n");

        assertThat(run("apply HOSTS")).isZero();
        assertThat(place.out()).contains("web2 : ok=0    changed=0    unreachable=1 ");
        assertThat(place.err())
                .contains(
                        "host web2 (hosts.groovy:1): nobody answers\n",
                        "    The site has nothing on it, so that the run is");
        assertThat(run("plan HOSTS")).isZero();
        assertThat(run("status HOSTS")).isZero();
        assertThat(run("apply HOSTS --prune")).isEqualTo(4);
        assertThat(run("destroy HOSTS --yes")).isEqualTo(4);
    }

    @Test
    void aFailureIs2AndIsToldWithThePlaceAndTheContainersLastWords() {
        fleet.failing.add("start web");

        assertThat(run("apply HOSTS -l web1")).isEqualTo(2);
        assertThat(place.err())
                .contains("container web (site.groovy:2) on web1: the engine will not start web\n")
                .contains("    Ask it nicely.\n")
                .contains("    | I give up\n");
    }

    @Test
    void quietSaysNothingWhenNothingIsToDo() throws IOException {
        place.site("site 'shop'\n");

        assertThat(run("apply HOSTS -q")).isZero();
        assertThat(place.out() + place.err()).isEmpty();
        assertThat(run("apply HOSTS")).isZero();
        assertThat(place.out()).startsWith("Nothing to change.\n").contains("changed=0");

        fleet.dead.add("web1");
        assertThat(run("apply HOSTS -q")).isZero();
        assertThat(place.out() + place.err()).isEmpty();
    }

    @Test
    void jsonIsOneDocumentWhateverHappens() {
        fleet.dead.add("web2");
        assertThat(run("apply HOSTS --json")).isEqualTo(4);
        Golden.check("run-apply.json", place.out());

        assertThat(run("plan HOSTS --json -l nope")).isEqualTo(1);
        assertThat(place.out())
                .startsWith("{\n  \"command\": \"plan\",\n  \"error\": {")
                .endsWith("\"exitCode\": 1\n}\n");
        assertThat(run("plan --jsn --json")).isEqualTo(64);
        assertThat(place.out()).contains("\"exitCode\": 64");
    }

    /** Every line is what the schema says; what is left are the names of the events. */
    private static List<String> events(String lines) {
        return lines.lines()
                .peek(line -> Schemas.check(Schema.EVENTS, line))
                .map(line -> JsonReader.parse(line).text("event"))
                .toList();
    }

    @Test
    void eventsAreLinesForProgramsAndTextGoesAside() {
        fleet.dead.add("web2");
        assertThat(run("apply HOSTS --events ndjson")).isEqualTo(4);
        assertThat(events(place.out()))
                .startsWith("begin")
                .containsSubsequence("connected", "observed", "plan", "started", "progress", "done", "recap", "end")
                .contains("unreachable")
                .endsWith("end");
        assertThat(place.err()).contains("web1: created container web (", "host web2 (hosts.groovy:1): nobody answers");

        fleet.failing.add("start web");
        assertThat(run("apply HOSTS --events ndjson -l web1")).isEqualTo(2);
        assertThat(events(place.out())).contains("broke").endsWith("recap", "end");
        assertThat(place.out()).contains("\"lastLines\":[\"\\u001b[31mI give up\\u001b[0m\"]");
    }

    @Test
    void theLastEventTellsWhatEndedTheRunBeforeItsTime() throws IOException {
        assertThat(run("plan HOSTS --events ndjson -l nope")).isEqualTo(1);
        assertThat(events(place.out())).containsExactly("begin", "end");
        assertThat(place.out()).contains("\"exitCode\":1", "`--limit nope`");
        place.site(SITE.replace("image", "imgae"));
        assertThat(run("plan HOSTS --events ndjson")).isEqualTo(65);
        assertThat(events(place.out())).containsExactly("begin", "end");
        assertThat(place.out()).contains("\"problems\":[", "\"line\":4");
        assertThat(run("plan HOSTS --events ndjson --json")).isEqualTo(64);
    }

    @Test
    void eventsInAFileLeaveTheOutputAlone() throws IOException {
        assertThat(run("apply HOSTS --json --events " + folder.resolve("events.ndjson")))
                .isZero();
        assertThat(events(Files.readString(folder.resolve("events.ndjson"))))
                .startsWith("begin")
                .contains("plan", "done")
                .endsWith("end");
        assertThat(run("plan HOSTS --events " + folder.resolve("missing/events.ndjson")))
                .isEqualTo(1);
        assertThat(place.err()).contains("cannot be written");
        assertThat(run("plan HOSTS --events /dev/full")).isEqualTo(1);
        assertThat(place.err()).startsWith("/dev/full cannot be written: No space left on device\n");
    }

    @Test
    void aReportIsWrittenAndSaysWhere() throws IOException {
        assertThat(run("report HOSTS -o " + folder.resolve("fleet.html"))).isZero();
        assertThat(place.out()).contains("fleet.html: 2 containers on 2 hosts");
        assertThat(Files.readString(folder.resolve("fleet.html"))).contains("<h1>shop</h1>", "missing");
        fleet.dead.add("web2");
        assertThat(run("report HOSTS -o -")).isEqualTo(4);
        assertThat(place.out()).contains("host web2 (hosts.groovy:1): nobody answers");
    }

    @Test
    void wrongFilesAreJsonToo() throws IOException {
        place.site(SITE.replace("image", "imgae"));

        assertThat(run("check HOSTS --json")).isEqualTo(65);
        assertThat(place.out()).contains("\"line\": 4,\n      \"column\": 5,").contains("\"exitCode\": 65");
    }

    @Test
    void statusShowsWhatRunsAndWhatIsMissing() {
        fleet.containers.add(new ObservedContainer(
                "2".repeat(64),
                "old",
                "running",
                Map.of("dockdsl.site", "shop"),
                Optional.of(new Tree(Map.of(
                        "Image",
                        "sha256:" + "ab".repeat(32),
                        "Config",
                        Map.of("Image", "shop/old:1.0"),
                        "State",
                        Map.of(
                                "Status",
                                "running",
                                "StartedAt",
                                "2020-01-01T00:00:00.5Z",
                                "Health",
                                Map.of("Status", "healthy")))))));

        assertThat(run("status HOSTS -l web1")).isZero();
        assertThat(place.out())
                .matches(
                        "(?s)HOSTS +ENGINE +SYSTEM +CPUS +MEMORY\nweb1 +28.0.0 +Debian .*\n\nHOST +CONTAINER +IMAGE +DIGEST +STATE +HEALTH +SINCE +AS DECLARED\n"
                                + "web1 +old +shop/old:1.0 +abababababab +running +healthy +\\d+ d +no: no longer declared\n"
                                + "web1 +web +missing +no: it is not there\n\n"
                                + "2 containers on 1 host, 2 not as declared.\n");
        assertThat(run("status HOSTS -l web1 --json")).isZero();
        assertThat(place.out())
                .contains("\"since\": \"2020-01-01T00:00:00.500Z\"", "\"drift\": \"no longer declared\"");
    }

    private static ObservedContainer container(String name, String site) {
        return new ObservedContainer(
                "3".repeat(64), name, "running", Map.of("dockdsl.site", site), Optional.of(Tree.EMPTY));
    }

    @Test
    void statusShowsWhatIsDeclaredThoughTheNameBelongsToSomebodyElse() {
        fleet.containers.add(container("web", "blog"));

        assertThat(run("status HOSTS -l web1")).as(place::err).isZero();
        assertThat(place.out())
                .containsPattern("web1 +web +not ours +no: a container named web is there already and belongs to")
                .contains("1 container on 1 host, 1 not as declared.");
        assertThat(run("status HOSTS -l web1 --json")).isZero();
        assertThat(place.out()).contains("\"name\": \"web\"", "\"state\": \"not ours\"", "\"asDeclared\": false");
    }

    private static final List<String> SHUFFLED = List.of("web9", "db2", "cache5", "web10", "api", "db1");

    @Test
    void hostsAreToldInTheOrderOfTheInventoryEverywhere() throws IOException {
        Files.writeString(place.hosts(), "host '" + String.join("'\nhost '", SHUFFLED) + "'\n");
        place.site("""
                site 'shop'
                container('late') { on 'web9'; image 'late:1'; link 'early' }
                container('early') { on 'db1'; image 'early:1'; publish '80:80' }
                container('own') { on 'all'; image 'own:1' }
                """);
        fleet.containers.add(container("b", "shop"));
        fleet.containers.add(container("a", "shop"));

        for (String line :
                List.of("plan HOSTS", "status HOSTS", "apply HOSTS", "plan HOSTS -l db1,api,cache5,web*,db2")) {
            assertThat(run(line)).as(place::err).isZero();
            assertThat(hostsIn(place.out())).as(line).isEqualTo(SHUFFLED);
        }
        assertThat(run("plan HOSTS")).isZero();
        assertThat(place.out().indexOf("container a:"))
                .isPositive()
                .isLessThan(place.out().indexOf("container b:"));
        assertThat(run("apply HOSTS --json")).isZero();
        assertThat(hostsIn(place.out().substring(place.out().indexOf("\"recap\""))))
                .isEqualTo(SHUFFLED);
    }

    /** In the order in which they are named first as the head of something. */
    private static List<String> hostsIn(String text) {
        return Pattern.compile("(?m)^(?:[\\w, ]+$|\\w+ +:? .*|    \"\\w+\": \\{)")
                .matcher(text)
                .results()
                .flatMap(head -> Pattern.compile("\\w+").matcher(head.group()).results())
                .map(MatchResult::group)
                .filter(SHUFFLED::contains)
                .distinct()
                .toList();
    }

    @Test
    void whatIsRefusedIsToldAgainAtTheEnd() {
        fleet.containers.add(container("web", "blog"));

        assertThat(run("apply HOSTS -l web1")).isEqualTo(2);
        assertThat(place.out()).contains("Until that is settled, nothing is done on this host.");
        assertThat(place.err())
                .contains(
                        "container web (site.groovy:2) on web1: a container named web is there already",
                        "give yours another name");
    }

    @Test
    void whatIsNoAnswerIsAskedAgainTwiceAndThenItIsANo() {
        place.interactive = true;
        place.answers = "ja\nok\nsure\ny\n";
        assertThat(run("apply HOSTS")).isEqualTo(99);
        assertThat(place.out()).endsWith("Type y or n: Nothing was changed.\n");

        place.answers = "ok\ny\n";
        assertThat(run("apply HOSTS")).isZero();
    }

    @Test
    void aBugIs250AndAsksToBeReported() {
        fleet.containers.add(null);

        assertThat(run("plan HOSTS")).isEqualTo(250);
        assertThat(place.err())
                .startsWith("This is a bug in dockdsl, please report it: ")
                .contains("--stacktrace");
        assertThat(run("plan HOSTS --stacktrace")).isEqualTo(250);
        assertThat(place.err()).contains("    at dockdsl.");
        assertThat(fleet.closed).isTrue();
    }

    @Test
    void anotherRunOnOneHostEndsThisOneWith75AndChangesNothingAnywhere() {
        fleet.locked.put("web2", "2026-11-21T03:25:46.123Z x alice@laptop apply of site shop");

        assertThat(run("apply HOSTS --yes")).isEqualTo(75);
        assertThat(place.err())
                .isEqualTo(
                        "Locked by another run on web2 (alice@laptop since 2026-11-21 03:25:46 UTC, apply of site shop).\n"
                                + "    Nothing was changed. Run again when that run has ended, or let this one wait for it with"
                                + " `--lock-wait 5m`.\n");
        assertThat(fleet.diary).isEmpty();
    }

    @Test
    void looksTakeNoLock() {
        fleet.locked.put("web2", "2026-11-21T03:25:46.123Z x alice@laptop apply of site shop");

        for (String look : List.of("plan HOSTS", "status HOSTS", "check HOSTS", "apply --dry-run HOSTS")) {
            assertThat(run(look)).as(look).isZero();
        }
    }

    @Test
    void waitingForALockSaysForWhomAndEndsWhenPatienceDoes() {
        fleet.locked.put("web1", "2026-11-21T03:25:46.123Z x alice@laptop apply of site shop");

        assertThat(run("destroy HOSTS --yes --lock-wait 2s")).isEqualTo(75);
        assertThat(place.out()).contains("web1: waits for another run: alice@laptop since");
        assertThat(run("apply HOSTS --lock-wait soon")).isEqualTo(64);
    }

    @Test
    void aSecretInTheFileIsAWarningThatDoesNotShowIt() throws IOException {
        place.site(SITE.replace("publish", "env DB_PASSWORD: 'hunter2'; publish"));

        assertThat(run("check site.groovy HOSTS")).isEqualTo(ExitCode.OK);
        assertThat(place.err())
                .startsWith(
                        "site.groovy:5:22: warning: the value of `DB_PASSWORD` stands in the file for everybody to read")
                .doesNotContain("hunter2");
        assertThat(run("check site.groovy HOSTS --json")).isEqualTo(ExitCode.OK);
        assertThat(place.out()).contains("\"warnings\"", "\"column\": 22").doesNotContain("hunter2");
        assertThat(run("plan site.groovy HOSTS")).isEqualTo(ExitCode.OK);
        assertThat(place.err()).contains("warning: ");
        assertThat(run("apply site.groovy HOSTS --yes --quiet")).isEqualTo(ExitCode.OK);
        assertThat(place.err()).doesNotContain("warning: ");
    }

    @Test
    void anEnvironmentIsChosenByOptionOrVariable() throws IOException {
        place.site("environment('production') { network 'extra' }\nenvironment('staging') { site 'shop-staging' }\n"
                + SITE);
        Files.writeString(folder.resolve("more.yml"), "domain: example.com\n");

        assertThat(run("check site.groovy HOSTS")).isEqualTo(ExitCode.USAGE);
        assertThat(place.err()).contains("--env production or --env staging");
        assertThat(run("check site.groovy HOSTS --env staging --var @more.yml --json"))
                .isEqualTo(ExitCode.OK);
        assertThat(place.out()).contains("\"site\": \"shop-staging\"");
        assertThat(run("check site.groovy HOSTS -E stagin")).isEqualTo(ExitCode.NOTHING_TO_WORK_ON);
        assertThat(place.err()).contains("Did you mean `staging`?");
    }

    @Test
    void whatIsDeclaredNeverReachesTheTerminalRaw() throws IOException {
        String evil = "a\\u001b[2J\\u001b]0;owned\\u0007\\r\\n\\u202eb\\u009b1m";
        List<String> containers = List.of(
                "container(\"EVIL\") { on 'web'; image 'shop/web:1.0' }",
                "container('web') { on \"EVIL\"; image 'shop/web:1.0' }",
                container("env A: \"EVIL\""),
                container("labels l: \"EVIL\""),
                container("labels((\"EVIL\"): 'l')"),
                container("command 'sh', \"EVIL\""),
                container("networks \"EVIL\""),
                container("volume \"/EVIL\", at: '/data'"),
                container("volume 'data', at: \"/EVIL\""),
                container("link \"EVIL\""),
                container("bogus \"EVIL\""));
        for (String container : containers) {
            place.site("site 'shop'\n" + container.replace("EVIL", evil) + "\n");
            for (String line : List.of("plan HOSTS", "plan HOSTS --json", "apply --yes HOSTS", "status HOSTS")) {
                run(line + " site.groovy");
                assertThat(place.out() + place.err())
                        .as("%s of %s", line, container)
                        .isNotBlank()
                        .doesNotContainPattern("[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\u202a-\\u202e]");
            }
        }
    }

    private static String container(String setting) {
        return "container('web') { on 'web'; image 'shop/web:1.0'; %s }".formatted(setting);
    }
}
