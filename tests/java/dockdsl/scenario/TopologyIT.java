package dockdsl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.lab.Lab;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks, volumes, ports and neighbours of containers on a real engine. */
class TopologyIT {
    private static final String HOST = "web1";
    private static Lab lab;

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeAll
    static void bringUp() {
        lab = Lab.upWithRegistry("topology", HOST);
    }

    @BeforeEach
    void startWithNothing() {
        desk = Desk.at(folder, lab);
        desk.write("hosts.groovy", Desk.inventory(lab, "web", HOST));
        lab.removeContainers(HOST);
        lab.docker(HOST, "network", "prune", "-f");
        lab.docker(HOST, "volume", "ls", "-q").lines().forEach(each -> lab.docker(HOST, "volume", "rm", each));
    }

    @Test
    void aNetworkChangesWhileItsMembersRunOn() {
        String site = """
                site 'shop'
                network 'backend', subnet: '172.28.0.0/16', options: ['com.docker.network.driver.mtu': 1400], labels: [team: 'web']
                network('six') { ipv6 true; subnet 'fd00:28::/64' }
                %s
                %s
                """.formatted(
                        container("one", "networks 'backend', ip: '172.28.0.9', aliases: ['x']"),
                        container("two", "networks 'backend', 'six'; macAddress '02-42-AC-1C-00-77'"));
        apply(site);
        String[] thatStay = keepsHardwareAddresses() ? new String[] {"one", "two"} : new String[] {"one"};
        String before = lives(thatStay);
        assertThat(apply(site).out()).contains("changed=0");

        Desk.Outcome changed = apply(site.replace("172.28.", "172.30.").replace("1400", "1300"));

        assertThat(changed.out())
                .contains("replace network backend")
                .contains("one, two leave it and join it again")
                .containsPattern("1400 +-> 1300")
                .contains("172.28.0.9")
                .doesNotContain("update container one");
        assertThat(lives(thatStay)).isEqualTo(before);
        before = lives("one", "two");
        assertThat(inspect("one", "{{.NetworkSettings.Networks.backend.IPAddress}}"))
                .isEqualTo("172.30.0.9");
        assertThat(inspect("two", "{{.NetworkSettings.Networks.backend.MacAddress}}"))
                .isEqualTo("02:42:ac:1c:00:77");
        assertThat(apply(site.replace("172.28.", "172.30.").replace("1400", "1300"))
                        .out())
                .contains("changed=0");
        assertThat(lives("one", "two")).isEqualTo(before);

        before = lives(thatStay);
        assertThat(apply(site.replaceFirst(", subnet: .*", "").replace("ip: '172.28.0.9', ", ""))
                        .out())
                .contains("replace network backend");
        assertThat(lives(thatStay)).isEqualTo(before);
        assertThat(inspect("two", "{{.NetworkSettings.Networks.backend.MacAddress}}"))
                .isEqualTo("02:42:ac:1c:00:77");
    }

    /** Whether a container that joins a network gets the hardware address there that it was made with. */
    private static boolean keepsHardwareAddresses() {
        String api = lab.docker(HOST, "version", "--format", "{{.Server.APIVersion}}")
                .strip();
        return Integer.parseInt(api.substring(api.indexOf('.') + 1)) < 44;
    }

    @Test
    void whoSharesWithAContainerThatIsReplacedIsReplacedAfterIt() {
        String site = """
                site 'shop'
                volume 'data'
                %s
                %s
                %s
                """.formatted(
                        container("guest", "networkMode container('one'); command '/bin/sleep 3600'; stopTimeout 0"),
                        container("reader", "volumesFrom 'one:ro'"),
                        container("one", "volume 'data', at: '/data'; env A: 1"));
        apply(site);
        assertThat(inspect("guest", "{{.HostConfig.NetworkMode}}")).isEqualTo("container:" + inspect("one", "{{.Id}}"));
        assertThat(inspect("reader", "{{range .Mounts}}{{.Name}} {{.Destination}} {{.RW}}{{end}}"))
                .isEqualTo("data /data false");
        String before = lives("one", "guest", "reader");
        assertThat(apply(site).out()).contains("changed=0");
        assertThat(lives("one", "guest", "reader")).isEqualTo(before);

        String changed = site.replace("A: 1", "A: 2");
        assertThat(apply(changed).out())
                .contains("replace container guest: it uses what one has, which is made anew")
                .contains("replace container reader: it uses what one has, which is made anew");

        assertThat(inspect("guest", "{{.HostConfig.NetworkMode}} {{.State.Running}}"))
                .isEqualTo("container:" + inspect("one", "{{.Id}}") + " true");
        assertThat(names()).containsExactlyInAnyOrder("one", "guest", "reader");
        assertThat(apply(changed).out()).contains("changed=0");
    }

    @Test
    void whoSharesTheNetworkOfAContainerThatIsRestartedIsRestartedAfterIt() {
        String site = "site 'shop'\n" + container("one", "")
                + container("guest", "networkMode container('one'); command '/bin/sleep 3600'; stopTimeout 0");
        apply(site);
        String guest = inspect("guest", "{{.Id}}");

        lab.docker(HOST, "restart", "-t", "0", "one");
        assertThat(network("guest")).isNotEqualTo(network("one"));
        assertThat(apply(site).out())
                .contains("restart container guest: it uses what one had before it was started anew");
        assertThat(network("guest")).isEqualTo(network("one"));

        lab.docker(HOST, "stop", "-t", "0", "one");
        assertThat(apply(site).out()).contains("restart container guest: it uses what one has, which is started anew");
        assertThat(network("guest")).isEqualTo(network("one"));
        assertThat(inspect("guest", "{{.Id}}")).isEqualTo(guest);
        assertThat(apply(site).out()).contains("changed=0");
    }

    @Test
    void whoSharesANetworkComesBackWithItsOwnerWhicheverOfThemFails() {
        String site = "site 'shop'\n" + container("one", "env A: 1; stopTimeout 0")
                + container("guest", "networkMode container('one'); command '/bin/sleep 3600'; stopTimeout 0");
        apply(site);
        String ids = inspect("one", "{{.Id}}") + inspect("guest", "{{.Id}}");
        List<String> broken = List.of(
                site.replace("A: 1", "A: 2; command '/nowhere'"),
                site.replace("A: 1", "A: 2").replace("/bin/sleep 3600", "/nowhere"));

        for (String worse : broken) {
            Desk.Outcome outcome = run(worse);

            assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(2);
            assertThat(outcome.out() + outcome.err()).doesNotContain("Not everything could be taken back");
            assertThat(inspect("one", "{{.Id}}") + inspect("guest", "{{.Id}}"))
                    .as(outcome.toString())
                    .isEqualTo(ids);
            assertThat(network("guest")).as(outcome.toString()).isEqualTo(network("one"));
            assertThat(names()).containsExactlyInAnyOrder("one", "guest");
            assertThat(apply(site).out()).contains("changed=0");
        }
    }

    private static String network(String container) {
        return lab.ssh(HOST, "readlink /proc/" + inspect(container, "{{.State.Pid}}") + "/ns/net");
    }

    @Test
    void whatSomebodyRenamedOrPausedRunsOn() {
        String site = "site 'shop'\n" + container("one", "publish '8081:80'") + container("two", "");
        apply(site);
        String before = lives("one", "two");
        lab.docker(HOST, "rename", "one", "uno");
        lab.docker(HOST, "pause", "two");

        assertThat(apply(site).out()).contains("somebody renamed it to uno").contains("it is paused");

        assertThat(lives("one", "two")).isEqualTo(before);
        assertThat(names()).containsExactlyInAnyOrder("one", "two");
        assertThat(inspect("two", "{{.State.Status}}")).isEqualTo("running");
        assertThat(apply(site).out()).contains("changed=0");
    }

    @Test
    void twoContainersSwapTheirPorts() {
        String site = "site 'shop'\n" + container("one", "publish '8081:80'; env WHO: 'one'")
                + container("two", "publish '8082:80'; env WHO: 'two'");
        apply(site);
        String swapped = site.replace("8081", "new").replace("8082", "8081").replace("new", "8082");

        apply(swapped);

        assertThat(inspect("one", "{{.State.Running}} {{.NetworkSettings.Ports}}"))
                .contains("true", "8082");
        assertThat(inspect("two", "{{.State.Running}} {{.NetworkSettings.Ports}}"))
                .contains("true", "8081");
        assertThat(apply(swapped).out()).contains("changed=0");

        Desk.Outcome broken = run(site.replace("env WHO: 'one'", "entrypoint '/nowhere'"));
        assertThat(broken.exitCode()).as(broken.toString()).isEqualTo(2);
        assertThat(inspect("one", "{{.State.Running}}") + inspect("two", "{{.State.Running}}"))
                .isEqualTo("truetrue");
    }

    @Test
    void whenTheSecondOfTwoThatSwapPortsFailsBothRunAsBefore() {
        String site = "site 'shop'\n" + container("one", "publish '8081:80'; env WHO: 'one'")
                + container("two", "publish '8082:80'; env WHO: 'two'");
        apply(site);
        String ids = inspect("one", "{{.Id}}") + inspect("two", "{{.Id}}");
        String swapped = site.replace("8081", "new").replace("8082", "8081").replace("new", "8082");

        Desk.Outcome broken = run(swapped.replace("env WHO: 'two'", "entrypoint '/nowhere'"));

        assertThat(broken.exitCode()).as(broken.toString()).isEqualTo(2);
        assertThat(broken.out())
                .contains("stops two for its port; goes back when two fails")
                .contains("took back container one: two is not as declared, and the two change together or not at all");
        assertThat(inspect("one", "{{.Id}}") + inspect("two", "{{.Id}}")).isEqualTo(ids);
        assertThat(inspect("one", "{{.State.Running}} {{.NetworkSettings.Ports}}"))
                .contains("true", "8081");
        assertThat(inspect("two", "{{.State.Running}} {{.NetworkSettings.Ports}}"))
                .contains("true", "8082");
        assertThat(names()).containsExactlyInAnyOrder("one", "two");

        apply(swapped);
        assertThat(inspect("one", "{{.NetworkSettings.Ports}}")).contains("8082");
        assertThat(names()).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void aContainerWithItsHostsNetworkListensThereAndLeavesItAgain() {
        String site = "site 'shop'\n" + container("one", "networkMode 'host'; check http('/', port: 80)");
        apply(site);
        String before = lives("one");
        assertThat(inspect("one", "{{json .NetworkSettings.Networks}}")).startsWith("{\"host\":");
        assertThat(lab.ssh(HOST, "curl -sf http://127.0.0.1:80/ >/dev/null && echo there"))
                .contains("there");
        assertThat(apply(site).out()).contains("changed=0");
        assertThat(lives("one")).isEqualTo(before);

        assertThat(apply(site.replace("networkMode 'host'; ", "")).out()).contains("- networkMode  host");
        assertThat(inspect("one", "{{json .NetworkSettings.Networks}}")).startsWith("{\"dockdsl-shop\":");
        assertThat(apply(site.replace("networkMode 'host'; ", "")).out()).contains("changed=0");
    }

    @Test
    void aVolumeThatDiffersIsRefusedAndNothingIsTouched() {
        String site = "site 'shop'\nvolume 'data', options: [type: 'tmpfs', device: 'tmpfs', o: 'size=1m']\n"
                + container("one", "volume 'data', at: '/data'");
        apply(site);
        String before = lives("one");
        assertThat(apply(site).out()).contains("changed=0");

        Desk.Outcome changed = run(site.replace("size=1m", "size=2m"));

        assertThat(changed.exitCode()).as(changed.toString()).isEqualTo(2);
        assertThat(changed.out()).contains("it holds data").contains("options.o is size=1m and shall be size=2m");
        assertThat(lives("one")).isEqualTo(before);
    }

    @Test
    void whatIsExternalIsUsedNeverMadeAndNeverRemoved() {
        String site = "site 'shop'\nnetwork 'theirs', external: true\n" + container("one", "networks 'theirs'");
        Desk.Outcome missing = run(site);
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.out()).contains("the external network theirs is not there");
        lab.docker(HOST, "network", "create", "theirs");
        apply(site);

        destroy();

        assertThat(lab.docker(HOST, "network", "ls", "--format", "{{.Name}}")).contains("theirs");
        assertThat(names()).isEmpty();
    }

    @Test
    void anAdoptedContainerIsNotRestartedAndOneThatDiffersIsReplaced() {
        lab.docker(
                HOST, "run", "-d", "--name", "one", "-e", "A=1", "--label", "com.docker.compose.project=blog", image());
        String before = lives("one");
        Desk.Outcome refused = run("site 'shop'\n" + container("one", "env A: 1"));
        assertThat(refused.out())
                .contains("belongs to the Compose project 'blog'")
                .contains("adopt true");

        String site = "site 'shop'\n" + container("one", "env A: 1; adopt true");
        assertThat(apply(site).out()).contains("adopted");
        assertThat(lives("one")).isEqualTo(before);
        assertThat(apply(site).out()).contains("changed=0");
        assertThat(desk.dockdsl("status", "-i", "hosts.groovy", "site.groovy").out())
                .contains("1 container on 1 host, as declared");

        assertThat(destroy().out()).contains("adopted as somebody else made it");
        assertThat(lives("one")).isEqualTo(before);

        assertThat(apply(site.replace("A: 1", "A: 2")).out()).contains("replace container one: adopted");
        assertThat(lives("one")).isNotEqualTo(before);
        assertThat(inspect("one", "{{index .Config.Labels \"dockdsl.site\"}}")).isEqualTo("shop");
        assertThat(names()).containsExactly("one");
    }

    @Test
    void aRenamedContainerGetsItsPortWithPruneAndAStrangersPortIsToldByThePlan() {
        apply("site 'shop'\n" + container("one", "publish '8081:80'"));
        String renamed = "site 'shop'\n" + container("uno", "publish '8081:80'");

        desk.write("site.groovy", renamed);
        Desk.Outcome plan = desk.dockdsl("plan", "-i", "hosts.groovy", "site.groovy");
        assertThat(plan.out()).contains("taken by the container one").contains("--prune");
        Desk.Outcome pruned = desk.dockdsl("apply", "--yes", "--prune", "-i", "hosts.groovy", "site.groovy");
        assertThat(pruned.exitCode()).as(pruned.toString()).isZero();
        assertThat(names()).containsExactly("uno");

        lab.docker(HOST, "run", "-d", "--name", "stranger", "-p", "127.0.0.1:8082:80", image());
        Desk.Outcome clash = run("site 'shop'\n" + container("uno", "publish '8082:80'"));
        assertThat(clash.exitCode()).isEqualTo(2);
        assertThat(clash.out()).contains("port 8082/tcp is taken by the container stranger");
        assertThat(inspect("uno", "{{.State.Running}} {{.HostConfig.PortBindings}}"))
                .contains("true")
                .contains("8081");
    }

    @Test
    void twoEnvironmentsLiveOnOneHostWithAPrefixOnly() {
        String site = "site 'shop'\nenvironment('live') {}\nenvironment('test') { PREFIX }\nvolume 'data'\n"
                + container("redis", "volume 'data', at: '/data'")
                + container("one", "link 'redis'");
        apply(site.replace("PREFIX", ""), "--env", "live");
        String live = lives("one", "redis");

        Desk.Outcome clash = run(site.replace("PREFIX", ""), "--env", "test");
        assertThat(clash.exitCode()).as(clash.toString()).isEqualTo(2);
        assertThat(clash.out()).contains("belongs to the site 'shop-live'").contains("prefix 'staging-'");

        apply(site.replace("PREFIX", "prefix 'test-'"), "--env", "test", "--prune");
        assertThat(names()).containsExactlyInAnyOrder("one", "redis", "test-one", "test-redis");
        assertThat(inspect("test-one", "{{json .NetworkSettings.Networks}}")).contains("test-redis:redis");

        Desk.Outcome gone =
                desk.dockdsl("destroy", "--yes", "--volumes", "--env", "test", "-i", "hosts.groovy", "site.groovy");
        assertThat(gone.exitCode()).as(gone.toString()).isZero();
        assertThat(lives("one", "redis")).isEqualTo(live);
        assertThat(names()).containsExactlyInAnyOrder("one", "redis");
        assertThat(lab.docker(HOST, "volume", "ls", "-q").lines()).containsExactly("data");
    }

    private static String image() {
        return lab.fact("LAB_REGISTRY") + "/hello:1";
    }

    private static String container(String name, String settings) {
        return "container('%s') { on 'web'; image '%s'; %s }%n".formatted(name, image(), settings);
    }

    private Desk.Outcome apply(String site, String... options) {
        Desk.Outcome outcome = run(site, options);
        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        return outcome;
    }

    private Desk.Outcome run(String site, String... options) {
        desk.write("site.groovy", site);
        List<String> words = new ArrayList<>(List.of("apply", "--yes", "-i", "hosts.groovy"));
        words.addAll(List.of(options));
        words.add("site.groovy");
        return desk.dockdsl(words.toArray(String[]::new));
    }

    private Desk.Outcome destroy() {
        Desk.Outcome outcome = desk.dockdsl("destroy", "--yes", "-i", "hosts.groovy", "site.groovy");
        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        return outcome;
    }

    /** Ids and start times. */
    private static String lives(String... containers) {
        StringBuilder lives = new StringBuilder();
        for (String container : containers) {
            lives.append(inspect(container, "{{.Id}} {{.State.StartedAt}}\n"));
        }
        return lives.toString();
    }

    private static String inspect(String container, String format) {
        return lab.docker(HOST, "inspect", "-f", format, container).strip();
    }

    private static List<String> names() {
        return lab.docker(HOST, "ps", "-a", "--format", "{{.Names}}").lines().toList();
    }
}
