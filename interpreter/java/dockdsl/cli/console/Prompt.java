package dockdsl.cli.console;

import dockdsl.model.Host;
import dockdsl.model.Site;
import dockdsl.value.Malformed;
import java.util.List;
import java.util.Optional;

/** What stands before the cursor: {@code identidock deploy@web(3)> }. */
public record Prompt(Desk desk) {
    private static final int LONGEST_SELECTION = 24;

    /** Site, who logs in, selection, how many hosts that are; what is not known is left out. */
    public String text() {
        World world = desk.world();
        if (world == World.EMPTY) {
            return "dockdsl" + typed() + "> ";
        }
        List<Host> hosts = hosts(world);
        String site = world.site().map(Site::name).orElse("dockdsl");
        return site + " " + user(hosts) + selection() + "(" + hosts.size() + ")" + typed() + "> ";
    }

    private List<Host> hosts(World world) {
        try {
            return world.hosts(desk.selection());
        } catch (Malformed none) {
            return List.of();
        }
    }

    /** Only where all hosts have the same: what the SSH configuration says of them is not known here. */
    private static String user(List<Host> hosts) {
        List<Optional<String>> users = hosts.stream()
                .map(host -> host.access() instanceof Host.Ssh ssh ? ssh.user() : Optional.<String>empty())
                .distinct()
                .toList();
        return users.size() == 1 ? users.getFirst().map(user -> user + "@").orElse("") : "";
    }

    private String selection() {
        String selection = desk.selection().isEmpty() ? "all" : desk.selection();
        return selection.length() <= LONGEST_SELECTION
                ? selection
                : selection.substring(0, LONGEST_SELECTION - 3) + "...";
    }

    private String typed() {
        int count = desk.typed().size();
        return count == 0 ? "" : " +" + count;
    }
}
