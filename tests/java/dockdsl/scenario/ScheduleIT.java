package dockdsl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.docker.JsonReader;
import dockdsl.host.Command;
import dockdsl.lab.Lab;
import dockdsl.lab.LabOutput;
import dockdsl.value.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs that come by themselves, on a Debian machine with its own cron and systemd that looks after two others. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ScheduleIT {
    private static final String DESK = "desk1";
    private static final Path JDK = Path.of(System.getProperty("java.home"));
    private static final Path LAYOUT = Path.of("target", "dockdsl").toAbsolutePath();
    /** What cron gives at most, and less: no HOME, no TERM, no standard input. */
    private static final String LIKE_CRON = "env -i PATH=/usr/bin:/bin JAVA_HOME=/opt/jdk ";

    private static final String DOCKDSL = "/opt/dockdsl/bin/dockdsl ";
    private static final String STATE = "/root/.local/state/dockdsl/";

    private static Lab lab;
    private static String image;

    @BeforeAll
    static void moveIn() throws IOException, InterruptedException {
        lab = Lab.upWithRegistry("schedule", "web1", "web2", DESK + ":bare");
        image = lab.fact("LAB_REGISTRY") + "/hello:1";
        copy(JDK, "/opt/jdk", "--exclude=jmods --exclude=lib/src.zip --exclude=lib/ct.sym .");
        copy(LAYOUT, "/opt/dockdsl", "lib");
        copy(Path.of("").toAbsolutePath(), "/opt/dockdsl/bin", "dockdsl");
        copy(
                lab.key().getParent(),
                "/root/.ssh",
                lab.key().getFileName() + " " + lab.knownHosts().getFileName());
        desk("mv -f /root/.ssh/" + lab.key().getFileName() + " /root/.ssh/lab_key; chmod 600 /root/.ssh/lab_key;"
                + " command -v crontab >/dev/null || { apt-get -q update; apt-get -q -y install cron; } >/dev/null 2>&1;"
                + " systemctl -q start cron; crontab -r 2>/dev/null; true");
    }

    private static void copy(Path from, String to, String what) throws IOException, InterruptedException {
        String script = "tar -c -C '%s' %s | ssh -F '%s' root@%s 'mkdir -p %s && tar -x --no-same-owner -C %s'"
                .formatted(from, what, lab.sshConfig(), DESK, to, to);
        Process copying = new ProcessBuilder("sh", "-c", script).inheritIO().start();
        assertThat(copying.waitFor()).isZero();
    }

    @AfterAll
    static void moveOut() {
        lab.fault("web2", "sshd-start");
        desk("crontab -r 2>/dev/null; true");
    }

    @BeforeEach
    void startWithoutAnything() {
        lab.fault("web2", "sshd-start");
        for (String host : List.of("web1", "web2")) {
            lab.removeContainers(host);
        }
        desk("crontab -r 2>/dev/null; systemctl -q disable --now 'dockdsl-*.timer' 2>/dev/null;" + " rm -rf " + STATE
                + " /srv/* /tmp/mails /tmp/told /tmp/long /etc/systemd/system/dockdsl-*");
    }

    private static String desk(String command) {
        return lab.ssh(DESK, command);
    }

    private static void write(String file, String text) {
        desk("mkdir -p \"$(dirname '" + file + "')\" && cat >'" + file + "' <<'END_OF_FILE'\n" + text
                + "\nEND_OF_FILE");
    }

    private static String container(String name, String more) {
        return "container('%s') { on 'web'; image '%s'; %s }\n".formatted(name, image, more);
    }

    private static String hosts(String... names) {
        StringBuilder text = new StringBuilder("group('web') {\n");
        for (String name : names) {
            text.append("host '%s', address: '%s', user: 'root', key: '/root/.ssh/lab_key'%n"
                    .formatted(name, lab.address(name)));
        }
        return text.append("}").toString();
    }

    /** Exit code, then what was printed. */
    private record Said(int exitCode, String text) {}

    private static Said run(String command) {
        LabOutput output = lab.trySsh(DESK, LIKE_CRON + DOCKDSL + command + " <&- 2>&1; echo \"exit $?\"");
        String all = output.orFail();
        int end = all.lastIndexOf("exit ");
        return new Said(Integer.parseInt(all.substring(end + 5).strip()), all.substring(0, end));
    }

    private static Said unattended(String... more) {
        return run("apply /srv/shop/site.groovy -i /srv/shop/hosts.groovy --unattended " + String.join(" ", more));
    }

    private static Tree lastRun() {
        return JsonReader.parse(run("runs -n 1 --json").text()).trees("runs").getFirst();
    }

    @Test
    void aWeekOfRuns() {
        write("/srv/shop/hosts.groovy", hosts("web1", "web2"));
        String told =
                "notify { command 'echo \"$DOCKDSL_OCCASION $DOCKDSL_SUMMARY\" >>/tmp/told', on: [failure, recovery] }\n";
        write("/srv/shop/site.groovy", "site 'shop'\n" + told + container("web", "env MODE: 1"));

        assertThat(unattended()).satisfies(first -> {
            assertThat(first.text()).contains("web1: created container web").contains("web2: created container web");
            assertThat(first.exitCode()).isZero();
        });
        silent(unattended(), 0);

        lab.docker("web1", "rm", "-f", "web");
        assertThat(unattended().text()).contains("web1: created container web").doesNotContain("web2: created");
        silent(unattended(), 0);

        lab.fault("web2", "sshd-stop");
        Said lost = unattended();
        assertThat(lost.exitCode()).as(lost.text()).isEqualTo(4);
        assertThat(lost.text()).containsPattern("host web2 \\(\\S+:\\d+\\): ");
        silent(unattended(), 4);
        silent(unattended(), 4);
        lab.docker("web1", "rm", "-f", "web");
        assertThat(unattended().text()).as("the others are healed").contains("web1: created container web");
        assertThat(lastRun().texts("resting")).containsExactly("web2");

        lab.fault("web2", "sshd-start");
        lab.docker("web2", "rm", "-f", "web");
        desk("sed -i -E 's/\"last\": \"2/\"last\": \"1/' " + STATE + "shop-*/hosts.json");
        Said back = unattended();
        assertThat(back.exitCode()).as(back.text()).isZero();
        assertThat(back.text()).contains("web2: created container web").contains("Over: host web2: unreachable");
        silent(unattended(), 0);

        desk("cd " + STATE + "shop-*/ && head -c 1048576 /dev/zero | tr '\\0' 'x' >log");
        silent(unattended(), 0);
        assertThat(desk("cd " + STATE + "shop-*/ && stat -c '%n %a' log log.1 . && wc -c <log"))
                .startsWith("log 600\nlog.1 600\n. 700\n")
                .matches("(?s).*\\n\\d{1,4}");

        assertThat(desk("cat /tmp/told").lines())
                .satisfiesExactly(
                        failure -> assertThat(failure)
                                .startsWith("failure shop: failed: host web2 (/srv/shop/hosts.groovy:3): "),
                        recovery -> assertThat(recovery).isEqualTo("recovery shop: recovered: host web2: unreachable"));
    }

    private static void silent(Said said, int exitCode) {
        assertThat(said.text()).isEmpty();
        assertThat(said.exitCode()).isEqualTo(exitCode);
    }

    @Test
    void aRunThatMeetsAnotherIsSkipped() {
        write("/srv/shop/hosts.groovy", hosts("web1"));
        write("/srv/shop/site.groovy", "site 'shop'\n" + container("web", ""));
        lab.ssh(
                "web1",
                "touch /run/lock/dockdsl-shop.lock; systemctl stop another-run 2>/dev/null;"
                        + " systemd-run -q --unit=another-run flock /run/lock/dockdsl-shop.lock sleep 120;"
                        + " until ! flock -n /run/lock/dockdsl-shop.lock true; do sleep 0.1; done");
        silent(unattended(), 0);
        lab.ssh("web1", "systemctl stop another-run");

        assertThat(lastRun().text("result")).isEqualTo("skipped");
        assertThat(lastRun().text("why")).startsWith("Locked by another run on web1");
        assertThat(unattended().text()).contains("web1: created container web");
    }

    @Test
    void aRunThatTakesTooLongEndsWellAndIsHealedByTheNext() {
        String slow = "healthcheck { command 'sh', '-c', 'exit 0'; interval '12s' }";
        write("/srv/shop/hosts.groovy", hosts("web1"));
        write(
                "/srv/shop/site.groovy",
                "site 'shop'\n" + container("first", slow) + container("second", "link 'first'"));

        Said late = unattended("--max-runtime 8s");
        assertThat(late.exitCode()).as(late.text()).isEqualTo(99);
        assertThat(late.text())
                .contains("web1: created container first")
                .contains("container second left out: the time that `--max-runtime` gives is over")
                .contains("Ended after 8s, as `--max-runtime` says.");

        Said next = unattended();
        assertThat(next.exitCode()).as(next.text()).isZero();
        assertThat(next.text())
                .contains("created container second")
                .doesNotContain("container first")
                .contains("Over: run: out of time");
        assertThat(run("runs").text()).contains("overtime");
    }

    /** The engine goes on listening and answers nothing, as it does on a host without memory. */
    @Test
    void aRunInWhichTheEngineFreezesIsEndedAndHealedByTheNext() throws InterruptedException {
        String slow = "healthcheck { command 'sh', '-c', 'exit 0'; interval '12s' }";
        write("/srv/shop/hosts.groovy", hosts("web1"));
        write(
                "/srv/shop/site.groovy",
                "site 'shop'\n" + container("first", slow) + container("second", "link 'first'"));
        desk("cd /srv/shop; (" + LIKE_CRON + DOCKDSL + "apply -i hosts.groovy --unattended --max-runtime 8s"
                + " --events events.ndjson >long 2>&1; echo \"exit $?\" >>long) >/dev/null 2>&1 </dev/null &");
        try {
            await("grep -q '\"event\":\"progress\"' /srv/shop/events.ndjson");
            lab.ssh("web1", "systemctl kill --signal=STOP docker");
            await("grep -q '^exit' /srv/shop/long");
            assertThat(desk("cat /srv/shop/long"))
                    .contains("Ended after 8s, as `--max-runtime` says.")
                    .endsWith("exit 99");
            assertThat(desk("tail -n 1 /srv/shop/events.ndjson")).contains("\"event\":\"end\"", "\"exitCode\":99");
            assertThat(lab.ssh("web1", "flock -n /run/lock/dockdsl-shop.lock echo free"))
                    .isEqualTo("free");
        } finally {
            lab.ssh("web1", "systemctl kill --signal=CONT docker");
        }

        Said next = unattended();
        assertThat(next.exitCode()).as(next.text()).isZero();
        assertThat(lab.docker("web1", "ps", "--format", "{{.Names}}").lines())
                .containsExactlyInAnyOrder("first", "second");
        silent(unattended(), 0);
    }

    private static void await(String condition) throws InterruptedException {
        for (int seconds = 0; seconds < 150; seconds++) {
            if (lab.trySsh(DESK, condition).exitCode() == 0) {
                return;
            }
            Thread.sleep(1000);
        }
        throw new AssertionError(condition + " did not come true");
    }

    private static String ops(String command) {
        return lab.trySsh("ops@" + DESK, command).orFail();
    }

    /** In a folder whose name means something to cron, to shells and to systemd. */
    @Test
    void anOrdinaryUserHasACrontabAndTimersToo() throws InterruptedException {
        String odd = "/home/ops/100\\% of \"bob's\" $HOME";
        write("/srv/hosts.groovy", hosts("web1").replace("/root/", "/home/ops/"));
        write("/srv/site.groovy", "site 'own'\n" + container("own", ""));
        desk(
                "systemctl -q unmask systemd-logind; systemctl start systemd-logind; rm -rf /home/ops/.local /home/ops/.config;"
                        + " cp /root/.ssh/lab_key /root/.ssh/known_hosts /home/ops/.ssh/;"
                        + " mkdir -p " + Command.quoted(odd) + "; mv /srv/*.groovy " + Command.quoted(odd)
                        + "; chown -R ops: /home/ops");
        String dockdsl = "cd " + Command.quoted(odd) + "; export JAVA_HOME=/opt/jdk; " + DOCKDSL;
        ops(dockdsl + "apply --yes -i hosts.groovy");

        ops(dockdsl + "schedule install --every 1m -i hosts.groovy");
        await("grep -q '\"unattended\":true' /home/ops/.local/state/dockdsl/runs.ndjson");
        assertThat(ops(dockdsl + "schedule list")).contains(odd, "* * * * *", "ok", "the crontab of ops");
        assertThat(run("schedule list").text()).doesNotContain("ops");

        assertThat(ops(dockdsl + "schedule install --systemd --every 25m -i hosts.groovy 2>&1"))
                .contains("It comes only while ops is logged in; `loginctl enable-linger ops` lets it come always.");
        assertThat(ops("crontab -l 2>&1 || true")).isEqualTo("no crontab for ops");
        ops("systemctl --user start $(cd ~/.config/systemd/user && ls dockdsl-*.service)");
        assertThat(ops(dockdsl + "runs -n 1 --json")).contains("\"result\": \"ok\"", "\"unattended\": true");
        desk("loginctl enable-linger ops");
        assertThat(ops(dockdsl + "schedule install --systemd --every 30m -i hosts.groovy 2>&1"))
                .doesNotContain("linger");
        assertThat(ops(dockdsl + "schedule remove")).contains("*/30 * * * *");
        assertThat(ops("find ~/.config/systemd/user -name 'dockdsl-*'")).isEmpty();
        desk("loginctl disable-linger ops");
    }

    @Test
    void cronRunsItSaysNothingOfNothingAndTheRestOfTheCrontabStays() throws InterruptedException {
        write("/usr/sbin/sendmail", "#!/bin/sh\ncat >>/tmp/mails");
        desk("chmod 755 /usr/sbin/sendmail");
        String odd = "/srv/100% of bob\u2019s shop";
        write(odd + "/hosts.groovy", hosts("web1"));
        write(odd + "/site.groovy", "site 'dull'\n" + container("dull", ""));
        write("/srv/shop/hosts.groovy", hosts("web1"));
        write("/srv/shop/site.groovy", "site 'drifting'\n" + container("drifting", ""));
        desk("printf '# mine \\377\\nMAILTO=root\\n0 0 1 1 * true\\n' | crontab -; crontab -l >/tmp/before");
        for (String folder : List.of(odd, "/srv/shop")) {
            desk("cd '" + folder + "' && JAVA_HOME=/opt/jdk " + DOCKDSL + "apply --yes -i hosts.groovy >/dev/null"
                    + " && JAVA_HOME=/opt/jdk " + DOCKDSL + "schedule install --every 1m -i hosts.groovy 2>&1");
        }
        lab.docker("web1", "rm", "-f", "drifting");

        awaitTwoRunsOfCron();

        assertThat(desk("cat /tmp/mails"))
                .contains("web1: created container drifting")
                .doesNotContain("dull");
        Tree list = JsonReader.parse(run("schedule list --json").text());
        assertThat(list.trees("schedules")).hasSize(2).allSatisfy(schedule -> {
            assertThat(schedule.text("times")).isEqualTo("* * * * *");
            assertThat(schedule.text("last.result")).isEqualTo("ok");
            assertThat(Instant.parse(schedule.text("next")))
                    .isAfter(Instant.now().minus(Duration.ofMinutes(2)));
        });
        desk("cd '" + odd + "' && JAVA_HOME=/opt/jdk " + DOCKDSL + "schedule remove && JAVA_HOME=/opt/jdk " + DOCKDSL
                + "schedule remove /srv/shop/site.groovy");
        assertThat(desk("crontab -l | cmp - /tmp/before && echo same")).isEqualTo("same");
    }

    private static void awaitTwoRunsOfCron() throws InterruptedException {
        for (int seconds = 0; seconds < 100; seconds++) {
            String runs = desk("grep -c '\"unattended\":true' " + STATE + "runs.ndjson || true");
            if (Integer.parseInt(runs.strip()) >= 2) {
                return;
            }
            Thread.sleep(1000);
        }
        throw new AssertionError(desk("journalctl -u cron -n 20 --no-pager; cat " + STATE + "*/log"));
    }

    @Test
    void aTimerOfSystemdDoesTheSame() {
        write("/srv/my 100% shop/hosts.groovy", hosts("web1"));
        write("/srv/my 100% shop/site.groovy", "site 'timed'\n" + container("timed", ""));
        desk("cd '/srv/my 100% shop' && JAVA_HOME=/opt/jdk " + DOCKDSL
                + "schedule install --systemd --every 25m -i hosts.groovy 2>&1");
        String timer = desk("cd /etc/systemd/system && ls dockdsl-*.timer").strip();
        String service = timer.replace(".timer", ".service");

        assertThat(desk("systemd-analyze verify /etc/systemd/system/" + timer + " 2>&1 | grep dockdsl; true"))
                .isEmpty();
        assertThat(desk("systemctl is-active " + timer + "; systemctl is-enabled " + timer))
                .isEqualTo("active\nenabled");
        desk("systemctl start " + service);
        assertThat(lab.docker("web1", "inspect", "-f", "{{.State.Status}}", "timed"))
                .isEqualTo("running");
        assertThat(run("schedule list").text())
                .contains("/srv/my 100% shop/site.groovy")
                .contains("every 25m")
                .contains("ok");

        desk("JAVA_HOME=/opt/jdk " + DOCKDSL + "schedule remove '/srv/my 100% shop'");
        assertThat(desk("ls /etc/systemd/system | grep -c dockdsl; true")).isEqualTo("0");
    }
}
