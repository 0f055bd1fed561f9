package dockdsl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.check.SiteChecker;
import dockdsl.cli.Golden;
import dockdsl.cli.text.PlanText;
import dockdsl.inventory.InventoryReader;
import dockdsl.lang.ScriptStore;
import dockdsl.lang.SiteFile;
import dockdsl.lang.SiteReader;
import dockdsl.model.Host;
import dockdsl.model.Inventory;
import dockdsl.model.Pins;
import dockdsl.plan.PaperEngine;
import dockdsl.plan.Plan;
import dockdsl.plan.Planner;
import dockdsl.value.Secret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plan of every playbook on empty hosts, and that there is nothing left to plan once it was carried out. */
class PlaybookPlansTest {
    @TempDir
    private Path cache;

    @ParameterizedTest
    @CsvSource({"quickstart,", "identidock, inventory/identidock.groovy"})
    void aPlanIsAsItWasAndLeavesNothingToDo(String playbook, String inventory) {
        ScriptStore store = new ScriptStore(cache, "test");
        Optional<Inventory> hosts =
                Optional.ofNullable(inventory).map(new InventoryReader(store, origin -> null)::read);
        SiteReader reader = new SiteReader(
                store, origin -> Secret.of("secret"), new SiteReader.Rules(SiteChecker::alone, SiteChecker::together));
        SiteFile site = reader.read(Path.of("playbooks/" + playbook + "/site.groovy"), hosts, SiteReader.Options.NONE);
        List<PaperEngine> engines = site.inventory().hosts().stream()
                .map(host -> new PaperEngine(host.name()))
                .toList();

        Plan plan = plan(site, engines);
        engines.forEach(engine -> engine.carryOut(plan));
        Plan again = plan(site, engines);

        Golden.check(
                "plan-" + playbook + ".txt", new PlanText(plan, Map.of(), List.of(), PlanText.Detail.USUAL).lines());
        assertThat(again.changes()).isEmpty();
        assertThat(again.unchanged()).isNotEmpty();
    }

    private static Plan plan(SiteFile site, List<PaperEngine> engines) {
        Map<String, String> addresses = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(
                site.inventory().hosts().stream().map(Host::name).toList());
        names.forEach(name -> addresses.put(name, "10.0.0." + (names.indexOf(name) + 1)));
        return Planner.plan(
                site.site(), engines.stream().map(PaperEngine::snapshot).toList(), addresses, Pins.NONE, false);
    }
}
