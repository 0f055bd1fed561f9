package dockdsl.cli.completion;

import dockdsl.cli.line.Command;
import dockdsl.cli.line.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Completion for zsh, in the words of its function {@code _arguments}. */
final class ZshScript {
    private ZshScript() {}

    static String text() {
        StringBuilder table = new StringBuilder();
        StringBuilder commands = new StringBuilder();
        for (Command command : Command.values()) {
            table.append(" ".repeat(16)).append(command.word()).append(")\n");
            table.append(" ".repeat(20)).append("_arguments -s -S");
            specs(command)
                    .forEach(
                            spec -> table.append(" \\\n").append(" ".repeat(24)).append(spec));
            table.append("\n").append(" ".repeat(20)).append(";;\n");
            commands.append(" ".repeat(8))
                    .append(quoted(command.word() + ":" + plain(Spelled.line(command.summary()))))
                    .append('\n');
        }
        return Template.of("zsh.sh").replace("@TABLE@\n", table).replace("@COMMANDS@\n", commands);
    }

    private static List<String> specs(Command command) {
        List<String> specs = new ArrayList<>();
        Spelled.of(command).forEach(option -> specs.addAll(specs(option)));
        List<Place> places = Place.of(command);
        for (int i = 0; i < places.size(); i++) {
            boolean rest = places.get(i).goesOn();
            specs.add(quoted((rest ? "*" : String.valueOf(i + 1)) + ": :"
                    + action(places.get(i).choices())));
        }
        return specs;
    }

    /** One for each way to write it; those with values may come again. */
    private static List<String> specs(Option option) {
        String about = "[" + plain(Spelled.about(option)) + "]";
        String value = ":" + plain(option.takes()) + ":"
                + action(Choice.of(option.takes()).stream().toList());
        List<String> specs = new ArrayList<>();
        for (String spelled : Spelled.of(option)) {
            boolean letter = !spelled.startsWith("--");
            String how = option.takesValue() ? letter ? "+" : "=" : option.mayTakeValue() ? "=-" : "";
            specs.add(quoted("*" + spelled + how + about
                    + (option.takesValue() ? value : option.mayTakeValue() ? ":" + value : "")));
        }
        return specs;
    }

    /** Behind a blank, {@code _arguments} hands over no options of its own, which {@code _alternative} does not know. */
    private static String action(List<Choice> choices) {
        return switch (choices.size()) {
            case 0 -> " ";
            case 1 -> action(choices.getFirst());
            default ->
                " _alternative "
                        + choices.stream()
                                .map(choice -> "\"" + choice.name(" ").split(":")[0] + ": :" + action(choice) + "\"")
                                .collect(Collectors.joining(" "));
        };
    }

    private static String action(Choice choice) {
        return switch (choice) {
            case Choice.Files files ->
                switch (files) {
                    case FILES -> "_files";
                    case FOLDERS -> "_dockdsl_folders";
                    case SITES -> "_dockdsl_sites";
                };
            case Choice.Names names -> "_dockdsl_" + names.name("");
            case Choice.Words(List<String> words) -> "(" + String.join(" ", words) + ")";
        };
    }

    /** Brackets and colons mean something between its quotes. */
    private static String plain(String text) {
        return text.replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("]", "\\]")
                .replace(":", "\\:");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
