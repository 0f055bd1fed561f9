package dockdsl.vocabulary;

import java.time.Duration;

/** The words of a {@code container} block about its time on processors, for who counts it as the kernel does and not by {@code cpus}. */
public final class CpuTimeWords {
    public static final Setting<Duration> QUOTA = Setting.of(
                    "cpuQuota",
                    CpuTimeKinds.QUOTA,
                    "cpuQuota '50ms'",
                    "The most time on processors that it gets in each `cpuPeriod`: a length of time, or microseconds as a bare number. "
                            + "`cpus 0.5` says the same in one word, and excludes this one. Changed without a new container, removed with one.")
            .alsoKnownAs("cpu_quota", "cfs_quota")
            .keptAs(CpuTimeFields.quota());

    public static final Setting<Duration> PERIOD = Setting.of(
                    "cpuPeriod",
                    CpuTimeKinds.PERIOD,
                    "cpuPeriod '100ms'",
                    "The span of `cpuQuota`, 1ms to 1s: a length of time, or microseconds as a bare number; 100ms when not said. "
                            + "Changed without a new container, removed with one.")
            .alsoKnownAs("cpu_period", "cfs_period")
            .keptAs(CpuTimeFields.period());

    public static final Setting<Duration> REALTIME_RUNTIME = Setting.of(
                    "cpuRealtimeRuntime",
                    CpuTimeKinds.REALTIME,
                    "cpuRealtimeRuntime '95ms'",
                    "The most time in each `cpuRealtimePeriod` that its processes get which are scheduled in real time: a length of time, or "
                            + "microseconds as a bare number. The host needs cgroup v1, a kernel that groups real-time tasks, and an engine "
                            + "with `daemon cpuRtRuntime: 950000`; others refuse, and the container that runs stays.")
            .alsoKnownAs("cpu_realtime_runtime", "cpu_rt_runtime", "cpuRtRuntime")
            .keptAs(CpuTimeFields.realtimeRuntime());

    public static final Setting<Duration> REALTIME_PERIOD = Setting.of(
                    "cpuRealtimePeriod",
                    CpuTimeKinds.REALTIME,
                    "cpuRealtimePeriod '1s'",
                    "The span of `cpuRealtimeRuntime`: a length of time, or microseconds as a bare number; the kernel's when not said, "
                            + "usually 1s.")
            .alsoKnownAs("cpu_realtime_period", "cpu_rt_period", "cpuRtPeriod")
            .keptAs(CpuTimeFields.realtimePeriod());

    private CpuTimeWords() {}
}
