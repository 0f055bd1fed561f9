package dockdsl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.lab.Lab;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site of the playbook on three hosts, from no Docker at all to a served page, and what happens when a host dies. */
class IdentidockIT {
    private Lab lab;

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() throws IOException {
        lab = Lab.upWithRegistry("identidock", "web1:bare", "web2", "db1");
        desk = Desk.at(folder, lab);
        desk.write("site.groovy", Files.readString(Path.of("playbooks/identidock/site.groovy")));
        desk.write(
                "hosts.groovy",
                "vars registry: '%s', domain: 'localhost'%n".formatted(lab.fact("LAB_REGISTRY"))
                        + Desk.inventory(lab, "web", "web1", "web2")
                        + Desk.inventory(lab, "db", "db1"));
    }

    @AfterEach
    void leaveNothing() {
        lab.down();
    }

    @Test
    void bareHostsServeThePageAndADeadOneStopsNobody() throws Exception {
        Desk.Outcome first = apply();
        assertThat(first.exitCode()).as(first.toString()).isZero();
        for (String web : new String[] {"web1", "web2"}) {
            assertThat(page(web).headers().firstValue("Content-Type")).hasValue("image/png");
            assertThat(page(web).headers().firstValue("X-Cache")).hasValue("hit");
        }
        assertThat(lab.ssh("web1", "systemctl is-enabled docker").strip()).isEqualTo("enabled");

        assertThat(apply().out()).contains("changed=0").doesNotContain("changed=1");

        lab.docker("web1", "rm", "-f", "dnmonster");
        lab.docker("db1", "stop", "redis");
        lab.ssh("web2", "true");
        lab.docker("web2", "rm", "-f", "dnmonster");
        lab.fault("web2", "drop");
        long start = System.nanoTime();
        Desk.Outcome crippled = apply();
        assertThat(crippled.exitCode()).as(crippled.toString()).isEqualTo(4);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
        assertThat(crippled.out() + crippled.err()).contains("web2").contains("unreachable=1");
        assertThat(page("web1").statusCode()).isEqualTo(200);

        lab.fault("web2", "undrop");
        lab.fault("web2", "sshd-stop");
        assertThat(apply().exitCode()).isEqualTo(4);

        lab.fault("web2", "sshd-start");
        Desk.Outcome caughtUp = apply();
        assertThat(caughtUp.exitCode()).as(caughtUp.toString()).isZero();
        assertThat(page("web2").statusCode()).isEqualTo(200);
    }

    private Desk.Outcome apply() {
        return desk.dockdsl(
                Map.of("REDIS_PASSWORD", "pa$1 word"), "apply", "--yes", "-i", "hosts.groovy", "site.groovy");
    }

    private HttpResponse<String> page(String host) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI page = URI.create("http://" + lab.address(host) + "/monster/gordon");
            HttpRequest request =
                    HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(20)).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
