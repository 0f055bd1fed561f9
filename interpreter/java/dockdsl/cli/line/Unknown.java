package dockdsl.cli.line;

import dockdsl.problem.Nearest;
import dockdsl.problem.UsageMistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Words on the command line that mean nothing there, and what may have been meant. */
final class Unknown {
    private Unknown() {}

    static UsageMistake option(String spelled, Optional<Command> command) {
        List<String> known = new ArrayList<>();
        for (Option option : Option.values()) {
            if (option.synonyms().contains(spelled)) {
                return new UsageMistake(
                        "There is no option `" + spelled + "`.", "Here it is `" + option.spelled() + "`.");
            }
            if (command.map(one -> one.takes(option)).orElse(true)) {
                known.add(option.spelled());
            }
        }
        return new UsageMistake("There is no option `" + spelled + "`.", guess(spelled, known, help(command)));
    }

    static UsageMistake letter(String letter, String argument, Optional<Command> command) {
        String place = argument.equals(letter) ? "" : " (in `" + argument + "`)";
        return new UsageMistake(
                "There is no option `" + letter + "`" + place + ".",
                letter.equals("-V") ? "The version is `--version`; `-v` tells more." : help(command));
    }

    private static String help(Optional<Command> command) {
        return command.map(known -> "`dockdsl help " + known.word() + "` lists its options.")
                .orElse("`dockdsl help` lists the commands.");
    }

    static UsageMistake command(String word) {
        if (word.endsWith(".groovy")) {
            return new UsageMistake("`" + word + "` is no command.", "Did you mean `dockdsl apply " + word + "`?");
        }
        List<String> known = new ArrayList<>();
        for (Command command : Command.values()) {
            known.add(command.word());
        }
        return new UsageMistake(
                "There is no command `" + word + "`.", guess(word, known, "`dockdsl help` lists the commands."));
    }

    static UsageMistake notFor(Command command, Option option) {
        List<String> takers = new ArrayList<>();
        for (Command other : Command.values()) {
            if (other.takes(option)) {
                takers.add("`" + other.word() + "`");
            }
        }
        return new UsageMistake(
                "`" + command.word() + "` takes no `" + option.spelled() + "`.",
                takers.isEmpty()
                        ? "It stands alone: `dockdsl " + option.spelled() + "`."
                        : "It belongs to " + String.join(", ", takers) + ". `dockdsl help " + command.word()
                                + "` lists what this command takes.");
    }

    static UsageMistake surplus(Command command, String argument) {
        return new UsageMistake(
                "`" + argument + "` is one argument too many.", "It is used like this: `" + command.usage() + "`.");
    }

    private static String guess(String typed, List<String> known, String otherwise) {
        String question = Nearest.hint(typed, known);
        return question.isEmpty() ? otherwise : question;
    }
}
