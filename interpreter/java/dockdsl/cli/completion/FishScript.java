package dockdsl.cli.completion;

import dockdsl.cli.line.Command;
import dockdsl.cli.line.Option;
import java.util.List;
import java.util.stream.Collectors;

/** Completion for fish: one line for every word that may come. */
final class FishScript {
    private FishScript() {}

    static String text() {
        StringBuilder table = new StringBuilder();
        for (Command command : Command.values()) {
            line(table, "__dockdsl_starts", "-a " + command.word(), command.summary());
        }
        for (Command command : Command.values()) {
            Spelled.of(command)
                    .forEach(option -> line(
                            table, "__dockdsl_is " + command.word(), spelled(option) + value(option), option.doc()));
            places(command, table);
        }
        return Template.of("fish.fish")
                .replace("@TABLE@\n", table)
                .replace(
                        "@VALUED@",
                        Spelled.ofAll().stream()
                                .filter(Option::takesValue)
                                .flatMap(option -> Spelled.of(option).stream())
                                .collect(Collectors.joining(" ")));
    }

    private static void places(Command command, StringBuilder table) {
        List<Place> places = Place.of(command);
        for (int i = 0; i < places.size(); i++) {
            String where = "__dockdsl_at " + command.word() + " " + (i + 1)
                    + (places.get(i).goesOn() ? " on" : "");
            places.get(i)
                    .choices()
                    .forEach(choice -> line(table, where, choice == Choice.Files.FILES ? "-F" : words(choice), ""));
        }
    }

    private static String spelled(Option option) {
        String letter = option.letter().isEmpty() ? "" : "-s " + option.letter().substring(1) + " ";
        return letter + "-l " + option.spelled().substring(2);
    }

    private static String value(Option option) {
        if (!option.takesValue()) {
            return "";
        }
        return Choice.of(option.takes())
                .map(choice -> choice == Choice.Files.FILES ? " -r -F" : " -x " + words(choice))
                .orElse(" -x");
    }

    private static String words(Choice choice) {
        return switch (choice) {
            case Choice.Files files ->
                files == Choice.Files.SITES ? "-a '(__dockdsl_sites)'" : "-a '(__fish_complete_directories)'";
            case Choice.Names names ->
                names == Choice.Names.HOSTS
                        ? "-a '(__dockdsl_hosts)'"
                        : "-a '(__dockdsl_known " + names.name("") + ")'";
            case Choice.Words(List<String> words) -> "-a " + quoted(String.join(" ", words));
        };
    }

    private static void line(StringBuilder table, String when, String what, String about) {
        table.append("complete -c dockdsl -n ").append(quoted(when)).append(' ').append(what);
        if (!about.isEmpty()) {
            table.append(" -d ").append(quoted(Spelled.line(about)));
        }
        table.append('\n');
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
