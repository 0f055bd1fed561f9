package dockdsl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.lab.Lab;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All recipes of the standard library in one site on a real host, with programs that take what the recipes give. */
class RecipesIT {
    private static final Lab LAB = Lab.upWithRegistry("recipes", "web1");
    private static final Path IMAGES = Path.of("tests/resources/recipes");
    private static final String SITE = """
            site 'shop'
            registry '@REGISTRY@', insecure: true
            secret 'db_password', from: env('DB_PASSWORD')

            use postgres(on: 'web', password: 'db_password', image: 'lab/postgres:15', database: 'shop', user: 'shop')
            use redis(on: 'web', image: 'lab/redis:7', memory: '32m')
            use nginxProxy(on: 'web', to: 'app', image: 'lab/nginx:1', port: 8080)

            container('app') {
                on 'web'
                image '@REGISTRY@/hello:1'
                use hardened(capabilities: ['NET_BIND_SERVICE'])
                use rotatedLogs(size: '5m')
                use healthyHttp(interval: '1s')
                check http('/')
            }

            container('client') {
                on 'web'
                image 'lab/postgres:15'
                command 'sleep', 'infinity'
                entrypoint()
                link 'postgres'
                link 'redis'
            }
            """;

    @TempDir
    private Path folder;

    @BeforeAll
    static void haveImages() throws Exception {
        for (String image : new String[] {"postgres:15", "redis:7", "nginx:1"}) {
            String name = image.substring(0, image.indexOf(':'));
            StringBuilder script =
                    new StringBuilder("docker image inspect lab/" + image + " >/dev/null 2>&1 && exit\n");
            script.append("mkdir -p /tmp/image && cd /tmp/image || exit\n");
            try (var files = Files.list(IMAGES.resolve(name))) {
                for (Path file : files.toList()) {
                    script.append("cat >").append(file.getFileName()).append(" <<'END OF FILE'\n");
                    script.append(Files.readString(file)).append("END OF FILE\n");
                }
            }
            LAB.ssh(
                    "web1",
                    script + "docker build -q --build-arg REGISTRY=" + LAB.fact("LAB_REGISTRY") + " -t lab/" + image
                            + " .");
        }
    }

    @Test
    void eachRecipeBringsUpWhatItPromises() {
        Desk desk = Desk.at(folder, LAB);
        desk.write("hosts.groovy", Desk.inventory(LAB, "web", "web1"));
        desk.write("site.groovy", SITE.replace("@REGISTRY@", LAB.fact("LAB_REGISTRY")));
        Map<String, String> password = Map.of("DB_PASSWORD", "pa$1 wor\"D");
        try {
            Desk.Outcome first = desk.dockdsl(password, "apply", "-i", "hosts.groovy", "--yes");
            assertThat(first.exitCode()).as(first.toString()).isZero();
            assertThat(desk.dockdsl(password, "apply", "-i", "hosts.groovy", "--yes")
                            .out())
                    .contains("changed=0");

            assertThat(LAB.ssh(
                            "web1",
                            "exec 3<>/dev/tcp/localhost/8080; printf 'GET / HTTP/1.0\\r\\n\\r\\n' >&3; cat <&3"))
                    .contains("hello 1");
            assertThat(LAB.docker("web1", "exec", "redis", "redis-cli", "config", "get", "maxmemory"))
                    .contains("33554432");
            assertThat(LAB.docker("web1", "inspect", "-f", "{{.State.Health.Status}}", "app"))
                    .contains("healthy")
                    .doesNotContain("unhealthy");
            assertThat(psql("pa$1 wor\"D")).isEqualTo("1");
            assertThat(LAB.tryDocker("web1", question("wrong")).exitCode()).isNotZero();
            assertThat(LAB.docker("web1", "inspect", "postgres")).doesNotContain("wor\"D", "wor\\\"D");
            assertThat(LAB.docker(
                            "web1", "inspect", "-f", "{{.HostConfig.LogConfig.Config}} {{.HostConfig.CapAdd}}", "app"))
                    .contains("max-size:5m", "NET_BIND_SERVICE");
        } finally {
            Desk.Outcome gone = desk.dockdsl(password, "destroy", "-i", "hosts.groovy", "--yes", "--volumes");
            assertThat(gone.exitCode()).as(gone.toString()).isZero();
        }
    }

    private static String psql(String password) {
        return LAB.docker("web1", question(password)).strip();
    }

    private static String[] question(String password) {
        return new String[] {
            "exec",
            "-e",
            "PGPASSWORD=" + password,
            "client",
            "psql",
            "-h",
            "postgres",
            "-U",
            "shop",
            "-d",
            "shop",
            "-tAc",
            "select 1"
        };
    }
}
