package dockdsl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.cli.html.ReportPage;
import dockdsl.cli.html.Reports;
import dockdsl.cli.json.Schema;
import dockdsl.cli.json.Schemas;
import dockdsl.docker.JsonReader;
import dockdsl.lab.Lab;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people and programs see of a fleet: status, reports, documents and events of real hosts. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SeeingIT {
    private static final String SITE = """
            site 'seen'
            registry '%1$s', insecure: true
            container('front') { on 'web1'; image '%1$s/hello:1'; publish '80:80'; link 'back'; env MODE: '%2$s' }
            container('back') { on 'web2'; image '%1$s/hello:2'; publish '81:80' }
            """;

    private static Lab lab;

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeAll
    static void bringUp() {
        lab = Lab.upWithRegistry("seeing", "web1", "web2");
        for (String host : List.of("web1", "web2")) {
            lab.ssh(host, "docker ps -aq | xargs -r docker rm -f -v >/dev/null; rm -rf /var/lib/dockdsl");
        }
    }

    @BeforeEach
    void declare() {
        desk = Desk.at(folder, lab);
        desk.write("hosts.groovy", Desk.inventory(lab, "web", "web1", "web2"));
        site("one");
    }

    private void site(String mode) {
        desk.write("site.groovy", SITE.formatted(lab.fact("LAB_REGISTRY"), mode));
    }

    private String document(String... arguments) {
        Desk.Outcome outcome = desk.dockdsl(arguments);
        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        return outcome.out();
    }

    @Test
    void whatProgramsReadIsWhatTheSchemasSay() {
        String events = document("apply", "-i", "hosts.groovy", "--yes", "--events", "ndjson");
        site("two");
        List<String> documents = List.of(
                document("check", "-i", "hosts.groovy", "--json"),
                document("plan", "-i", "hosts.groovy", "--json"),
                document("status", "-i", "hosts.groovy", "--usage", "--json"),
                document("apply", "-i", "hosts.groovy", "--yes", "--json"),
                document("history", "-i", "hosts.groovy", "--json"),
                document("rollback", "-i", "hosts.groovy", "--yes", "--json"),
                document("exec", "web", "-i", "hosts.groovy", "--json", "--", "hostname"));

        documents.forEach(document -> Schemas.check(Schema.DOCUMENTS, document));
        events.lines().forEach(line -> Schemas.check(Schema.EVENTS, line));
        assertThat(events.lines().map(line -> JsonReader.parse(line).text("event")))
                .startsWith("begin")
                .contains("connected", "observed", "plan", "recap")
                .endsWith("end");
        assertThat(documents.get(2)).contains("\"cpuPercent\"", "\"system\": \"Debian", "\"drift\": \"1 setting");
        Schemas.check(Schema.INVENTORY, document("inventory", "-i", "hosts.groovy", "--list"));
    }

    @Test
    void aWatchKeepsOneConnectionForEachHostAndComesBackAfterItIsCut() throws Exception {
        document("apply", "-i", "hosts.groovy", "--yes");
        Desk.Running watch = desk.start("status", "-i", "hosts.groovy", "--watch=300ms");
        try {
            await(watch, "2 containers on 2 hosts, as declared.");
            String before = connections("web2");

            lab.ssh("web2", "kill " + before);
            await(watch, "web2   unreachable|web2 +the connection");
            int cut = Desk.contents(watch.out()).length();
            await(watch, "(?s).{" + cut + "}.*web\\[1-2\\] +\\d[^\n]*\n.*as declared\\.");

            assertThat(connections("web2").split(" ")).hasSize(1).doesNotContain(before);
        } finally {
            watch.interrupt();
        }
        Desk.Outcome end = watch.end();
        assertThat(end.exitCode()).as(end.toString()).isZero();
        assertThat(end.err()).isEmpty();
    }

    /** The processes of sshd that serve somebody, but for the one that tells. */
    private static String connections(String host) {
        return lab.ssh(host, "for p in $(pgrep -f '^sshd: root'); do [ $p = $PPID ] || echo $p; done | xargs")
                .strip();
    }

    private static void await(Desk.Running run, String pattern) throws InterruptedException {
        Instant patience = Instant.now().plus(Duration.ofSeconds(60));
        while (!Pattern.compile(pattern).matcher(Desk.contents(run.out())).find()) {
            assertThat(Instant.now())
                    .as(pattern + " in\n" + Desk.contents(run.out()) + Desk.contents(run.err()))
                    .isBefore(patience);
            Thread.sleep(100);
        }
    }

    @Test
    void aReportIsReadableInABrowserWhateverItsSizeAndAsksForNothing() throws Exception {
        document("apply", "-i", "hosts.groovy", "--yes");
        site("two");
        document("report", "-i", "hosts.groovy");
        Path hostile = Files.writeString(folder.resolve("hostile.html"), ReportPage.of(Reports.hostile()));

        try (Browser browser = Browser.start(Files.createDirectory(folder.resolve("profile")))) {
            for (Path page : List.of(folder.resolve("report.html"), hostile)) {
                browser.show(360, "light");
                browser.open(page.toUri());
                assertThat(browser.value("document.documentElement.scrollWidth <= 360"))
                        .isEqualTo(true);
                assertThat(browser.requests()).containsExactly(page.toUri().toString());
                String light = ground(browser);
                browser.show(1200, "dark");
                assertThat(ground(browser)).isNotEqualTo(light);
                assertThat(browser.console()).isEmpty();
                assertThat(browser.value("document.scripts.length")).isEqualTo(0);
            }
            assertThat(browser.value("document.querySelector('h1').textContent").toString())
                    .contains("<script>alert(1)</script>");
            browser.open(folder.resolve("report.html").toUri());
            assertThat(browser.value("document.body.innerText").toString())
                    .contains("front", "hello:1", "env.MODE", "1 of 2", "apply");
        }
    }

    private static String ground(Browser browser) throws Exception {
        return browser.value("getComputedStyle(document.body).backgroundColor").toString();
    }
}
