package dockdsl.doctor;

import dockdsl.host.Command;
import dockdsl.host.CommandResult;
import dockdsl.host.Engine;
import dockdsl.host.EngineConnector;
import dockdsl.host.HostConnector;
import dockdsl.host.HostSession;
import dockdsl.host.Interest;
import dockdsl.host.Shell;
import dockdsl.model.Host;
import dockdsl.observed.EngineInfo;
import dockdsl.problem.DockdslException;
import dockdsl.problem.HostFailed;
import dockdsl.problem.HostUnreachable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at hosts over SSH; changes nothing there, and waits for nothing without end. */
public record HostExamination(HostConnector hosts, EngineConnector engines, Clock clock) {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Interest NOTHING = new Interest("", Set.of(), Set.of());

    /** @param wanted what the site wants of it */
    public Diagnosis of(Host host, Wanted wanted) {
        Instant before = clock.instant();
        try (HostSession session = hosts.connect(host)) {
            HostFacts facts = facts(session, Duration.between(before, clock.instant()), wanted);
            return Diagnosis.of(host.name(), summary(session, facts), HostChecks.ALL, facts);
        } catch (HostUnreachable | HostFailed why) {
            return lost(host, why);
        }
    }

    private static Diagnosis lost(Host host, DockdslException why) {
        Finding finding = new Finding(
                Severity.FAILURE,
                "connection",
                why.getMessage() + ".",
                "Nobody can look at this host; runs leave it out and go on with the others.",
                why.remedy());
        String place = host.where().isInFile() ? "declared in " + host.where().fileAndLine() : "";
        return new Diagnosis(host.name(), place, List.of(finding), List.of(), true);
    }

    private HostFacts facts(HostSession session, Duration login, Wanted wanted) {
        Probing probing = probe(session.shell());
        Map<String, String> told = told(probing.said());
        Optional<EngineInfo> engine = Optional.empty();
        Optional<HostFailed> noEngine = Optional.empty();
        try (Engine asked = engines.engine(session)) {
            engine = Optional.of(asked.observe(NOTHING).engine());
        } catch (HostFailed why) {
            noEngine = Optional.of(why);
        }
        return new HostFacts(told, probing.ahead(told), probing.noRoot(), engine, noEngine, login, wanted);
    }

    /** As root where that is possible: others see less. */
    private Probing probe(Shell shell) {
        Instant before = clock.instant();
        Command script = Command.script(text()).within(LONGEST);
        try {
            CommandResult result = shell.run(script.asRootUser());
            return new Probing(result.out(), before, clock.instant(), Optional.empty());
        } catch (HostFailed noRoot) {
            Instant again = clock.instant();
            return new Probing(shell.run(script).out(), again, clock.instant(), Optional.of(noRoot));
        }
    }

    /** What the probe said, and between which moments. */
    private record Probing(String said, Instant before, Instant after, Optional<HostFailed> noRoot) {
        Duration ahead(Map<String, String> told) {
            if (!told.getOrDefault("clock", "").matches("\\d{1,12}")) {
                return Duration.ZERO;
            }
            Instant theirs = Instant.ofEpochSecond(Long.parseLong(told.get("clock")));
            return theirs.isBefore(before)
                    ? Duration.between(before, theirs)
                    : theirs.isAfter(after) ? Duration.between(after, theirs) : Duration.ZERO;
        }
    }

    private static Map<String, String> told(String said) {
        Map<String, String> told = new HashMap<>();
        said.lines().filter(line -> line.contains("=")).forEach(line -> {
            int equals = line.indexOf('=');
            told.putIfAbsent(
                    line.substring(0, equals), line.substring(equals + 1).strip());
        });
        return told;
    }

    private static String summary(HostSession session, HostFacts facts) {
        String engine = facts.engine()
                .map(info -> ", Docker " + info.version() + " (API " + info.apiVersion() + ")")
                .orElse("");
        String storage = facts.text("engine.storage").isEmpty() ? "" : ", " + facts.text("engine.storage");
        String disk = facts.number("disk.free").isEmpty()
                ? ""
                : ", " + facts.number("disk.free").getAsLong() / 1_000_000 + " GB free";
        return session.address() + ", " + facts.text("system") + engine + storage + disk;
    }

    private static String text() {
        try (InputStream text = HostExamination.class.getResourceAsStream("/dockdsl/doctor/probe.sh")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
