package dockdsl.vocabulary;

import dockdsl.observed.Facility;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** How the engine keeps the settings of {@link CpuTimeWords}: in microseconds. */
final class CpuTimeFields {
    private CpuTimeFields() {}

    static EngineForm<Duration> quota() {
        return updatable("HostConfig.CpuQuota").needing(Facility.CPU_QUOTA);
    }

    static EngineForm<Duration> period() {
        return updatable("HostConfig.CpuPeriod").needing(Facility.CPU_PERIOD);
    }

    private static EngineForm<Duration> updatable(String path) {
        return micros(path).inPlace((before, after) -> !after.isZero());
    }

    /** Engines take another one for a container that runs, write it down, and do nothing until its next start. */
    static EngineForm<Duration> realtimeRuntime() {
        return micros("HostConfig.CpuRealtimeRuntime");
    }

    /** As the runtime. */
    static EngineForm<Duration> realtimePeriod() {
        return micros("HostConfig.CpuRealtimePeriod");
    }

    /** 0 means nothing was said; somebody who lifts a quota in place leaves -1. */
    private static EngineForm<Duration> micros(String path) {
        return EngineForm.of(
                path,
                Duration.ZERO,
                inspect -> Duration.of(Math.max(0, inspect.number(path)), ChronoUnit.MICROS),
                (body, time) -> body.with(path, time.toNanos() / 1000));
    }
}
