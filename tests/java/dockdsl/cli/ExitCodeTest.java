package dockdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.host.EngineUnavailable;
import dockdsl.problem.HostFailed;
import dockdsl.problem.HostUnreachable;
import dockdsl.problem.LockedByAnotherRun;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.RunInterrupted;
import dockdsl.problem.SiteRejected;
import dockdsl.problem.UsageMistake;
import dockdsl.run.Recap;
import dockdsl.run.Recap.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExitCodeTest {
    @Test
    void theEndingOfARunNamesItsCode() {
        assertThat(ExitCode.of(new NothingToWorkOn("", ""))).isEqualTo(1);
        assertThat(ExitCode.of(new HostFailed("web1", "", ""))).isEqualTo(2);
        assertThat(ExitCode.of(new EngineUnavailable("web1", "", ""))).isEqualTo(2);
        assertThat(ExitCode.of(new HostUnreachable("web1", "", ""))).isEqualTo(4);
        assertThat(ExitCode.of(new UsageMistake("", ""))).isEqualTo(64);
        assertThat(ExitCode.of(new SiteRejected(List.of()))).isEqualTo(65);
        assertThat(ExitCode.of(new LockedByAnotherRun("", ""))).isEqualTo(75);
        assertThat(ExitCode.of(new RunInterrupted("", ""))).isEqualTo(99);
    }

    @Test
    void anUnreachableHostCountsMoreThanAFailedOne() {
        Outcome well = new Outcome(3, 1, false, 0, 0);
        Outcome failed = new Outcome(3, 0, false, 1, 1);
        Outcome unreachable = new Outcome(0, 0, true, 0, 0);

        assertThat(ExitCode.of(recap(well))).isZero();
        assertThat(ExitCode.of(recap(well, failed))).isEqualTo(2);
        assertThat(ExitCode.of(recap(failed, unreachable))).isEqualTo(4);
    }

    private static Recap recap(Outcome... outcomes) {
        Map<String, Outcome> hosts = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            hosts.put("web" + hosts.size(), outcome);
        }
        return new Recap(new LinkedHashMap<>(hosts));
    }
}
