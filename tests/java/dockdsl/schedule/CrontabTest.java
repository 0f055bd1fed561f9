package dockdsl.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdsl.problem.NothingToWorkOn;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrontabTest {
    /** With bytes that are no UTF-8, tabs, and no two alike line breaks. */
    private static final byte[] FOREIGN =
            "MAILTO=\"me\"\n\t# caf\u00e9 \u00ff\r\n*/5 * * * *  date +\\%F  \n\n\n@reboot x\n"
                    .getBytes(StandardCharsets.ISO_8859_1);

    private static Scheduled scheduled(String key, String file) {
        return new Scheduled(
                key,
                CronTimes.parse("*/15 * * * *"),
                Path.of("/srv/my shop"),
                new LinkedHashMap<>(Map.of("JAVA_HOME", "/opt/jdk 25")),
                List.of("/opt/dockdsl", "apply", file, "--unattended", "--limit", "web:!web3"));
    }

    @Test
    void whatIsNotOursStaysByteByByte() {
        Crontab before = Crontab.of(FOREIGN);
        Crontab both = before.with(scheduled("a-1", "/srv/a.groovy")).with(scheduled("b-2", "/srv/b.groovy"));

        assertThat(both.entries()).extracting(Scheduled::key).containsExactly("a-1", "b-2");
        assertThat(both.bytes()).startsWith(FOREIGN);
        assertThat(both.without("a-1").without("b-2").bytes()).isEqualTo(FOREIGN);
        assertThat(both.without("b-2").without("a-1").bytes()).isEqualTo(FOREIGN);
    }

    @Test
    void theSameOneAgainIsReplacedWhereItStands() {
        Crontab once =
                Crontab.of(FOREIGN).with(scheduled("a-1", "/srv/a.groovy")).with(scheduled("b-2", "/srv/b.groovy"));

        assertThat(once.with(scheduled("a-1", "/srv/a.groovy"))).isEqualTo(once);
        assertThat(once.with(scheduled("a-1", "/srv/other.groovy")).entries())
                .extracting(Scheduled::file)
                .containsExactly("/srv/other.groovy", "/srv/b.groovy");
    }

    @Test
    void linesAddedBelowStayBelow() {
        Crontab edited = new Crontab(
                new Crontab("").with(scheduled("a-1", "/srv/a.groovy")).text() + "0 0 * * * mine\n");

        assertThat(edited.without("a-1").text()).isEqualTo("0 0 * * * mine\n");
    }

    @Test
    void blanksQuotesPercentSignsAndUmlautsAreKept() {
        Scheduled odd = scheduled("a-1", "/srv/100% \u00fc's \"b\" $HOME `x`/site.groovy");
        Crontab crontab = new Crontab("").with(odd);

        assertThat(crontab.text()).contains("100\\% ").doesNotContain("100% ");
        assertThat(Crontab.of(crontab.bytes()).entries()).containsExactly(odd);
        assertThat(new String(crontab.bytes(), StandardCharsets.UTF_8)).contains("\u00fc");
    }

    /** What cron makes of them, and a shell then, a lab host showed. */
    @Test
    void backslashesBeforePercentSignsAndBackslashesAreDoubled() {
        Scheduled odd = scheduled("a-1", "/srv/a\\b\\%c\\\\d\\/site.groovy");
        Crontab crontab = new Crontab("").with(odd);

        assertThat(crontab.text()).contains("'/srv/a\\b\\\\\\%c\\\\\\d\\/site.groovy'");
        assertThat(crontab.entries()).containsExactly(odd);
    }

    @Test
    void whatCronCannotTakeIsRefused() {
        assertThatThrownBy(() -> new Crontab("").with(scheduled("a-1", "/srv/a\nb.groovy")))
                .isInstanceOf(NothingToWorkOn.class)
                .hasMessageContaining("line break");
        assertThatThrownBy(() -> new Crontab("").with(scheduled("a-1", "/" + "x".repeat(1000))))
                .isInstanceOf(NothingToWorkOn.class)
                .hasMessageContaining("too long for cron");
    }

    @Test
    void timesThatSomebodyChangedByHandAreSeen() {
        Crontab edited = new Crontab(
                new Crontab("").with(scheduled("a-1", "/srv/a.groovy")).text().replace("*/15 * * * *", "7 3 * * *"));

        assertThat(edited.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.times()).hasToString("7 3 * * *"));
    }

    @Test
    void unitsOfSystemdKeepEverythingToo() {
        Scheduled odd = scheduled("a-1", "/srv/100% \u00fc's \"b\" $HOME \\x/site.groovy");
        SystemdUnits units = new SystemdUnits(odd);

        assertThat(SystemdUnits.of("a-1", units.timer())).contains(odd);
        assertThat(units.service(true))
                .contains("ExecStart=/usr/bin/env \"/opt/dockdsl\" \"apply\""
                        + " \"/srv/100%% \u00fc's \\\"b\\\" $$HOME \\\\x/site.groovy\"")
                .contains("WorkingDirectory=/srv/my shop\n")
                .contains("Environment=\"JAVA_HOME=/opt/jdk 25\"\n")
                .contains("network-online.target");
        assertThat(units.timer()).contains("Persistent=true").contains("OnCalendar=*-");
        assertThat(SystemdUnits.key("dockdsl-a-1.timer")).contains("a-1");
    }
}
