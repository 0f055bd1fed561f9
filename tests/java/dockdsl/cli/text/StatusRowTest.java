package dockdsl.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.model.Selection;
import dockdsl.model.Site;
import dockdsl.model.Sites;
import dockdsl.model.Specs;
import dockdsl.plan.Action;
import dockdsl.plan.PaperEngine;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusRowTest {
    private final PaperEngine engine = new PaperEngine("web1");
    private final Site site = Sites.of("shop", Specs.container("app"), Specs.container("db"));

    @Test
    void aContainerThatSomebodyRenamedIsNotAsDeclared() {
        engine.carryOut(engine.planOf(site));
        engine.take(new Action.RenameContainer("app", "backup"));

        List<StatusRow> rows = StatusRow.of(site, Selection.ALL, List.of(engine.snapshot()), engine.planOf(site));

        assertThat(rows.stream().map(row -> row.name() + " " + row.state() + ": " + row.drift()))
                .containsExactly(
                        "app missing: somebody renamed it to backup",
                        "backup running: somebody renamed it, the next apply gives it its name back",
                        "db running: ");
    }
}
