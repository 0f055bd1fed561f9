package dockdsl.cli.line;

import java.util.ArrayList;
import java.util.List;

/** Options that come together, around those that a command has of its own. */
final class OptionGroups {
    private static final List<Option> KEYS =
            List.of(Option.VAULT_ID, Option.VAULT_PASSWORD_FILE, Option.ASK_VAULT_PASS, Option.AGE_IDENTITY);

    private OptionGroups() {}

    /** For a command that reads a site file or an inventory, in which something may be encrypted. */
    static List<Option> reading(Option... own) {
        return joined(
                List.of(List.of(Option.INVENTORY, Option.LIMIT, Option.ENVIRONMENT, Option.VAR), List.of(own), KEYS));
    }

    /** For a command that connects: whoever may meet a host for the first time may need passwords for it, too. */
    static List<Option> connecting(Option... own) {
        return joined(List.of(
                List.of(Option.INVENTORY, Option.LIMIT, Option.FORKS, Option.ENVIRONMENT, Option.VAR),
                List.of(own),
                List.of(Option.ACCEPT_NEW, Option.ASK_PASS, Option.ASK_BECOME_PASS),
                KEYS));
    }

    /** For a command that connects to as many hosts as it takes. */
    static List<Option> byHand(Option... own) {
        List<Option> options = new ArrayList<>(connecting(own));
        options.remove(Option.FORKS);
        return options;
    }

    private static List<Option> joined(List<List<Option>> groups) {
        return groups.stream().flatMap(List::stream).toList();
    }
}
