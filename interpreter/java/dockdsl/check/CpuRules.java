package dockdsl.check;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Declared;
import dockdsl.problem.Problems;
import dockdsl.value.Cpus;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.CpuTimeWords;
import dockdsl.vocabulary.Setting;
import java.time.Duration;
import java.util.List;

/** How the limits of one container's processors go together. */
final class CpuRules {
    private static final Duration USUAL_PERIOD = Duration.ofMillis(100);

    private CpuRules() {}

    /** The engine makes a quota and a period of {@code cpus}, and refuses to be told both. */
    static void check(ContainerSpec container, Problems problems) {
        Declared settings = container.settings();
        if (settings.get(ContainerWords.CPUS, Cpus.UNLIMITED).equals(Cpus.UNLIMITED)) {
            return;
        }
        for (Setting<Duration> other : List.of(CpuTimeWords.QUOTA, CpuTimeWords.PERIOD)) {
            if (settings.says(other)) {
                problems.add(
                        SiteChecker.where(container, other),
                        "container '" + container.name() + "' has `cpus` and `" + other.name() + "`",
                        remedy(settings));
            }
        }
    }

    private static String remedy(Declared settings) {
        return settings.find(CpuTimeWords.QUOTA)
                .map(quota -> "They are two words for one limit: `cpus` is the quota for each period, so this is cpus "
                        + share(quota, settings.get(CpuTimeWords.PERIOD, USUAL_PERIOD)) + ". Keep one of them.")
                .orElse("`cpus` brings its own period; write `cpuQuota` instead of it where the period matters.");
    }

    private static Cpus share(Duration quota, Duration period) {
        return new Cpus(Math.round(1e9 * quota.toNanos() / period.toNanos()));
    }
}
