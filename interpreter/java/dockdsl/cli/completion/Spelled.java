package dockdsl.cli.completion;

import dockdsl.cli.line.Command;
import dockdsl.cli.line.Option;
import java.util.List;
import java.util.stream.Stream;

/** How options are written. */
final class Spelled {
    private static final int LONGEST = 76;

    private Spelled() {}

    /** The options of a command, its own first. */
    static List<Option> of(Command command) {
        return Stream.concat(command.options().stream(), Command.COMMON.stream())
                .distinct()
                .toList();
    }

    static List<Option> ofAll() {
        return List.of(Option.values());
    }

    /** Its letter, if it has one, and its name, with dashes. */
    static List<String> of(Option option) {
        return Stream.of(option.letter(), option.spelled())
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** What it is for, in one line of plain words. */
    static String about(Option option) {
        return line(option.doc());
    }

    static String line(String doc) {
        String first = doc.split("(?<=.{12})[.;:] ")[0].replace("`", "").replaceAll("[.;:]$", "");
        return first.length() <= LONGEST ? first : first.substring(0, first.lastIndexOf(' ', LONGEST)) + " ...";
    }
}
