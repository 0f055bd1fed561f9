package dockdsl.cli;

import dockdsl.cli.json.InventoryDocument;
import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.cli.screen.Questions;
import dockdsl.cli.text.InventoryText;
import dockdsl.model.Host;
import dockdsl.model.Inventory;
import dockdsl.problem.Nearest;
import dockdsl.problem.NothingToWorkOn;
import java.util.List;

/** {@code dockdsl inventory}: shows which hosts there are, with their groups and variables. */
record InventoryCommand(Surroundings surroundings) {
    int run(Invocation invocation) {
        Questions questions = new Questions(surroundings.screen(), surroundings.input());
        Inventory inventory = new JobReader(surroundings, questions).inventory(invocation);
        if (invocation.has(Option.HOST)) {
            String name = invocation.all(Option.HOST).getLast();
            surroundings.screen().document(InventoryDocument.of(host(inventory, name)));
        } else if (invocation.has(Option.LIST)) {
            surroundings.screen().document(InventoryDocument.of(inventory));
        } else {
            surroundings.screen().say(InventoryText.of(inventory));
        }
        return ExitCode.OK;
    }

    private static Host host(Inventory inventory, String name) {
        List<String> names = inventory.hosts().stream().map(Host::name).toList();
        return inventory
                .host(name)
                .orElseThrow(() -> new NothingToWorkOn(
                        "There is no host '" + name + "' in the inventory.", Nearest.hint(name, names)));
    }
}
