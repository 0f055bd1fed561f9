package dockdsl.cli.completion;

import dockdsl.cli.line.Command;
import dockdsl.cli.line.Option;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Completion for bash: a table of words in front of functions that are always the same. */
final class BashScript {
    private BashScript() {}

    static String text() {
        StringBuilder table = new StringBuilder();
        for (Command command : Command.values()) {
            table.append(row(command.word(), Spelled.of(command), places(command)));
        }
        table.append(row("*", Spelled.ofAll(), ""));
        return Template.of("bash.sh")
                .replace("@TABLE@\n", table)
                .replace(
                        "@COMMANDS@",
                        Stream.of(Command.values()).map(Command::word).collect(Collectors.joining(" ")));
    }

    private static String row(String pattern, List<Option> options, String places) {
        List<String> spelled = new ArrayList<>();
        LinkedHashSet<String> values = new LinkedHashSet<>();
        for (Option option : options) {
            spelled.addAll(Spelled.of(option));
            if (option.takesValue()) {
                String kind = Choice.of(option.takes())
                        .map(choice -> choice.name(","))
                        .orElse("nothing");
                Spelled.of(option).forEach(each -> values.add(each + "=" + kind));
            }
        }
        return "        %s)\n            options='%s'\n            values=' %s '\n            places='%s'\n            ;;\n"
                .formatted(pattern, String.join(" ", spelled), String.join(" ", values), places);
    }

    private static String places(Command command) {
        return Place.of(command).stream()
                .map(place -> place.choices().isEmpty()
                        ? "nothing"
                        : place.choices().stream()
                                        .map(choice -> choice.name(","))
                                        .collect(Collectors.joining("+"))
                                + (place.goesOn() ? "*" : ""))
                .collect(Collectors.joining(" "));
    }
}
