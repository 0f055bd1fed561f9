package dockdsl.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.cli.Golden;
import dockdsl.cli.text.PlanText.Detail;
import dockdsl.plan.Plan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanTextTest {
    @Test
    void aPlanTellsWhatHappensWhyAndFromWhatToWhat() {
        Golden.check("plan.txt", new PlanText(Samples.plan(), Map.of(), List.of(), Detail.USUAL).lines());
    }

    @Test
    void longValuesAndWhatIsUnchangedAreToldWhenAskedFor() {
        Golden.check(
                "plan-verbose.txt", new PlanText(Samples.plan(), Map.of(), List.of(), new Detail(true, true)).lines());
    }

    @Test
    void anEmptyPlanIsOneLine() {
        assertThat(Line.plain(new PlanText(Samples.nothing(), Map.of(), List.of(), Detail.USUAL).lines()))
                .isEqualTo("Nothing to change: 12 containers on 3 hosts are as declared.\n");
    }

    @Test
    void onlyRefusalsAreNotNothing() {
        Plan refused = new Plan(
                "identidock", List.of(), List.of(), List.of(), Samples.plan().refusals());

        assertThat(new PlanText(refused, Map.of(), List.of(), Detail.USUAL)
                        .lines()
                        .getLast()
                        .plain())
                .isEqualTo("Nothing can be done: 1 resource on 1 host can't be made as declared.");
    }

    @Test
    void aNarrowTerminalBreaksItsLinesBetweenWords() {
        Golden.check(
                "plan-narrow.txt",
                new PlanText(Samples.plan(), Map.of(), List.of(), new Detail(true, true))
                        .lines().stream()
                                .flatMap(line -> Wrapped.at(40, line).stream())
                                .toList());
    }
}
