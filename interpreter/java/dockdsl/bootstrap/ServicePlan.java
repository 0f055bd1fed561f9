package dockdsl.bootstrap;

import dockdsl.bootstrap.DaemonFile.Reading;
import dockdsl.host.Command;
import dockdsl.model.DockerSpec;
import dockdsl.value.EngineVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The steps that give an installed engine its settings and keep it running. */
final class ServicePlan {
    private static final String ENABLE_ONLY = "enable the engine at boot";

    private final HostFacts facts;
    private final DockerSpec wish;
    private final EngineService service;
    private final Optional<DaemonChange> change;

    ServicePlan(HostFacts facts, DockerSpec wish) {
        this.facts = facts;
        this.wish = wish;
        this.service = new EngineService(facts.init());
        this.change = DaemonChange.between(facts.daemonFile(), wish.daemon());
    }

    /** @param packages the steps that install or upgrade; first */
    List<Step> afterPackages(List<Step> packages, boolean upgrade) {
        var steps = new ArrayList<>(packages);
        addSettings(steps, Reading.RESTART);
        if (upgrade && isUp()) {
            steps.add(step(
                    "run the new engine" + disturbance(),
                    hasUnread() ? service.restart() : service.restartUnlessNew()));
        } else {
            steps.add(step(starting(), change.isPresent() ? service.restart() : service.start()));
        }
        addEnabling(steps);
        return steps;
    }

    List<Step> forInstalledEngine() {
        var steps = new ArrayList<Step>();
        if (isUp() && !answers()) {
            steps.add(step("wait for the engine, which is starting or stuck", service.awaitAnswer()));
        }
        addSettings(steps, reading().orElse(Reading.RESTART));
        if (isUp()) {
            reading().map(this::reading).ifPresent(steps::add);
        } else {
            steps.add(step(starting(), service.start()));
        }
        addEnabling(steps);
        return steps;
    }

    /** Whether a host works for now without these steps. */
    static boolean worksWithout(List<Step> steps) {
        return steps.stream().allMatch(step -> step.what().equals(ENABLE_ONLY));
    }

    private String starting() {
        return service.canEnable() ? "start the engine" : "start the engine as a detached process";
    }

    private void addSettings(List<Step> steps, Reading reading) {
        change.map(it -> DaemonFileStep.of(it, reading, isUp() ? commands(reading) : List.of()))
                .ifPresent(steps::add);
    }

    private void addEnabling(List<Step> steps) {
        boolean unknown = answers() && !facts.service().exists();
        if (service.canEnable()
                && !unknown
                && !facts.service().isEnabled()
                && !facts.service().isMasked()) {
            steps.add(step(steps.isEmpty() ? ENABLE_ONLY : "enable it at boot", service.enable()));
        }
    }

    private Step reading(Reading reading) {
        return switch (reading) {
            case RELOAD -> step("reload the engine's settings", commands(reading));
            case RESTART -> step("restart the engine" + disturbance(), commands(reading));
        };
    }

    private List<Command> commands(Reading reading) {
        return reading == Reading.RELOAD ? service.reload() : service.restart();
    }

    /** The gentlest way in which the engine takes in all that it has not yet. */
    private Optional<Reading> reading() {
        return Stream.of(change.map(DaemonChange::reading), unread(), outdated())
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    private Optional<Reading> unread() {
        return facts.daemonFile() instanceof DaemonFile.Present present ? present.unread() : Optional.empty();
    }

    /** An engine that is too old while a newer one is on disk waits for its restart. */
    private Optional<Reading> outdated() {
        return wish.minimumVersion()
                .flatMap(EngineVersion::in)
                .filter(minimum -> facts.docker()
                        .answering()
                        .filter(it -> it.isOlderThan(minimum))
                        .isPresent())
                .map(tooOld -> Reading.RESTART);
    }

    private String disturbance() {
        boolean liveRestore = Boolean.TRUE.equals(
                DaemonChange.settings(facts.daemonFile()).fields().get("live-restore"));
        return liveRestore ? ", whose containers keep running (live-restore)" : ", which restarts its containers";
    }

    private boolean hasUnread() {
        return change.isPresent() || unread().isPresent();
    }

    private boolean answers() {
        return facts.docker().answering().isPresent();
    }

    private boolean isUp() {
        return answers() || facts.service().active();
    }

    private Step step(String what, List<Command> commands) {
        return new Step(what, commands, List.of(), "see " + service.log() + " on the host");
    }
}
