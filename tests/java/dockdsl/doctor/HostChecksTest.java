package dockdsl.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.observed.EngineInfo;
import dockdsl.problem.HostFailed;
import dockdsl.value.PublishedPort;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found in facts that nobody had to gather. */
class HostChecksTest {
    private static final Map<String, String> GOOD = Map.ofEntries(
            Map.entry("engine.there", "yes"),
            Map.entry("engine.storage", "overlay2"),
            Map.entry("engine.logging", "local"),
            Map.entry("engine.memorylimit", "true"),
            Map.entry("engine.swaplimit", "true"),
            Map.entry("engine.liverestore", "true"),
            Map.entry("disk.free", "50000000"),
            Map.entry("disk.place", "/"),
            Map.entry("inodes.total", "1000"),
            Map.entry("inodes.free", "900"),
            Map.entry("memory.free", "4000000"),
            Map.entry("sshd.maxsessions", "10"),
            Map.entry("sshd.allowtcpforwarding", "yes"),
            Map.entry("sshd.allowstreamlocalforwarding", "yes"));
    private static final Optional<EngineInfo> ENGINE = Optional.of(new EngineInfo("28.0.0", "1.48"));
    private static final Duration QUICK = Duration.ofMillis(300);
    private static final HostFailed WHY = new HostFailed("web1", "`set -e` needs root: it says no", "Ask again.");

    private static HostFacts facts(Map<String, String> told) {
        Map<String, String> all = new HashMap<>(GOOD);
        all.putAll(told);
        return new HostFacts(all, Duration.ZERO, Optional.empty(), ENGINE, Optional.empty(), QUICK, wanting(Map.of()));
    }

    private static Wanted wanting(Map<String, Wanted.Log> containers) {
        return new Wanted(PublishedPort.parse("8080:80"), containers, false, Optional.of("20.10.24"));
    }

    private static List<String> found(HostFacts facts) {
        return Diagnosis.of("web1", "", HostChecks.ALL, facts).findings().stream()
                .map(finding -> finding.severity() + " " + finding.what())
                .toList();
    }

    @Test
    void ofAHealthyHostNothingIsSaid() {
        assertThat(found(facts(Map.of()))).isEmpty();
    }

    /** An old kernel, an unknown system, a user who sees little: what is not known is not wrong. */
    @Test
    void whatIsNotKnownIsNoFinding() {
        HostFacts nothing = new HostFacts(
                Map.of(), Duration.ofSeconds(-2), Optional.empty(), ENGINE, Optional.empty(), QUICK, Wanted.NOTHING);
        assertThat(found(nothing)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "disk.free=1500000 | WARNING 1500 MB are free at /.",
                "disk.free=100000 | FAILURE 100 MB are free at /.",
                "inodes.free=49 | WARNING 49 of 1000 inodes are free at /.",
                "memory.free=90000 | WARNING 90 MB of memory are free.",
                "engine.storage=vfs | WARNING The storage driver is vfs.",
                "engine.logging=json-file | WARNING What containers write is kept for ever: the log driver is json-file without a largest size.",
                "engine.memorylimit=false | NOTE The kernel limits no memory of containers.",
                "engine.swaplimit=false | NOTE The kernel does not count swap of containers.",
                "engine.liverestore=false | NOTE Containers stop when the engine is restarted.",
                "engine.cgroups=1 | NOTE The host has cgroups of version 1.",
                "engine.start=disabled | WARNING Docker does not start with the host.",
                "restart=yes | NOTE It waits for a restart since it was updated.",
                "sshd.maxsessions=1 | FAILURE sshd lets 1 commands run at once on a connection (MaxSessions).",
                "sshd.maxsessions=2 | WARNING sshd lets 2 commands run at once on a connection (MaxSessions).",
                "sshd.allowtcpforwarding=no | NOTE sshd forwards no ports.",
                "sshd.allowstreamlocalforwarding=no | NOTE sshd forwards no sockets.",
                "sshd.disableforwarding=yes | NOTE sshd forwards no ports and no sockets.",
                "taken.tcp/8080=nginx | FAILURE Ports of the site are taken: tcp/8080 by nginx."
            })
    void eachFactHasItsFinding(String fact, String finding) {
        String[] pair = fact.split("=");
        assertThat(found(facts(Map.of(pair[0], pair[1])))).containsExactly(finding);
    }

    @Test
    void portsOfOthersAndRotatedLogsAreFine() {
        assertThat(found(facts(Map.of("taken.udp/8080", "dnsmasq", "taken.tcp/22", "sshd"))))
                .isEmpty();
        assertThat(found(facts(Map.of("engine.logging", "json-file", "engine.rotates", "yes"))))
                .isEmpty();
    }

    private static HostFacts writing(String logging, Map<String, Wanted.Log> containers) {
        Map<String, String> told = new HashMap<>(GOOD);
        told.put("engine.logging", logging);
        return new HostFacts(
                told, Duration.ZERO, Optional.empty(), ENGINE, Optional.empty(), QUICK, wanting(containers));
    }

    @Test
    void containersMayBoundTheirLogsThemselves() {
        Wanted.Log plain = new Wanted.Log(Optional.empty(), false);
        Wanted.Log bounded = new Wanted.Log(Optional.empty(), true);
        Wanted.Log file = new Wanted.Log(Optional.of("json-file"), false);
        Wanted.Log journal = new Wanted.Log(Optional.of("journald"), false);

        assertThat(found(writing("json-file", Map.of("web", bounded, "db", journal))))
                .isEmpty();
        assertThat(found(writing("json-file", Map.of("web", plain, "app", file, "db", journal))))
                .containsExactly("WARNING What app, web write is kept for ever:"
                        + " the log driver is json-file without a largest size.");
        assertThat(found(writing("local", Map.of("web", plain, "app", file))))
                .containsExactly("WARNING What app writes is kept for ever:"
                        + " the log driver is json-file without a largest size.");
    }

    @Test
    void anEngineThatTheSiteDoesNotAcceptIsAFailure() {
        for (String fine : List.of("20.10.24", "20.10.24+dfsg1", "20.11", "28.0.0-rc.1", "29")) {
            assertThat(found(running(fine))).as(fine).isEmpty();
        }
        for (String old : List.of("20.10.5+dfsg1", "20.10", "19.03.15")) {
            assertThat(found(running(old)))
                    .containsExactly("FAILURE Docker is " + old + ", and the site wants 20.10.24 at least.");
        }
    }

    @Test
    void aNumberThatIsMissingInAVersionIsZeroAsItIsForApply() {
        Wanted wanted = new Wanted(List.of(), Map.of(), true, Optional.of("28.0"));

        assertThat(found(running("28", wanted))).isEmpty();
        assertThat(found(running("dev", wanted))).isEmpty();
        assertThat(found(running("27", wanted))).hasSize(1);
    }

    private static HostFacts running(String version) {
        return running(version, wanting(Map.of()));
    }

    private static HostFacts running(String version, Wanted wanted) {
        Optional<EngineInfo> engine = Optional.of(new EngineInfo(version, "1.41"));
        return new HostFacts(GOOD, Duration.ZERO, Optional.empty(), engine, Optional.empty(), QUICK, wanted);
    }

    @Test
    void aLoginThatTakesLongIsTold() {
        assertThat(found(new HostFacts(
                        GOOD,
                        Duration.ZERO,
                        Optional.empty(),
                        ENGINE,
                        Optional.empty(),
                        Duration.ofMillis(7_900),
                        Wanted.NOTHING)))
                .containsExactly("WARNING It took 7 s to log in.");
    }

    @Test
    void aClockMayBeAFewSecondsOff() {
        assertThat(found(aheadBy(20))).isEmpty();
        assertThat(found(aheadBy(90))).containsExactly("WARNING Its clock is 90 s ahead of ours.");
        assertThat(found(aheadBy(-3600))).containsExactly("WARNING Its clock is 3600 s behind ours.");
    }

    private static HostFacts aheadBy(int seconds) {
        return new HostFacts(
                GOOD, Duration.ofSeconds(seconds), Optional.empty(), ENGINE, Optional.empty(), QUICK, Wanted.NOTHING);
    }

    @Test
    void withoutRootItDependsOnTheEngine() {
        assertThat(found(new HostFacts(
                        GOOD, Duration.ZERO, Optional.of(WHY), ENGINE, Optional.empty(), QUICK, Wanted.NOTHING)))
                .containsExactly("NOTE it says no.");
        assertThat(found(new HostFacts(
                        Map.of(),
                        Duration.ZERO,
                        Optional.of(WHY),
                        Optional.empty(),
                        Optional.of(WHY),
                        QUICK,
                        Wanted.NOTHING)))
                .containsExactly("FAILURE it says no.", "NOTE There is no Docker yet.");
    }

    @Test
    void anEngineThatIsThereAndSilentIsAFailure() {
        HostFailed silent = new HostFailed("web1", "the engine is not running", "Start it.");
        assertThat(found(new HostFacts(
                        GOOD,
                        Duration.ZERO,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(silent),
                        QUICK,
                        Wanted.NOTHING)))
                .containsExactly("FAILURE the engine is not running.");
        assertThat(found(new HostFacts(
                        GOOD,
                        Duration.ZERO,
                        Optional.empty(),
                        Optional.of(new EngineInfo("19.03.1", "1.40")),
                        Optional.empty(),
                        QUICK,
                        Wanted.NOTHING)))
                .containsExactly("FAILURE Docker 19.03.1 speaks API 1.40.");
    }
}
