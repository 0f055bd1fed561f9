package dockdsl.cli.line;

import dockdsl.problem.UsageMistake;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the arguments of the process: {@code -i x}, {@code -ix}, {@code --inventory=x}, {@code -vvv}, {@code --}. */
public final class ArgumentParser {
    private final Deque<String> rest;
    private final List<String> words = new ArrayList<>();
    private final Map<Option, List<String>> given = new EnumMap<>(Option.class);

    private ArgumentParser(List<String> arguments) {
        rest = new ArrayDeque<>(arguments);
    }

    /** @throws UsageMistake when the arguments make no sense */
    public static Invocation parse(List<String> arguments) {
        ArgumentParser parser = new ArgumentParser(arguments);
        while (!parser.rest.isEmpty()) {
            parser.readOne(parser.rest.pop());
        }
        return parser.understood();
    }

    private void readOne(String argument) {
        if (argument.equals("--")) {
            words.addAll(rest);
            rest.clear();
        } else if (argument.startsWith("--")) {
            readLong(argument);
        } else if (isTerminal(argument)) {
            put(Option.TTY, "");
        } else if (argument.startsWith("-") && argument.length() > 1) {
            readLetters(argument);
        } else {
            words.add(argument);
        }
    }

    /** As hands that know Docker type it; {@code -i} has another meaning here, and input is passed on anyway. */
    private boolean isTerminal(String argument) {
        return (argument.equals("-it") || argument.equals("-ti"))
                && command().filter(command -> command.takes(Option.TTY)).isPresent();
    }

    private void readLong(String argument) {
        int equals = argument.indexOf('=');
        String spelled = equals < 0 ? argument : argument.substring(0, equals);
        Option option = named(spelled, command());
        if (equals < 0) {
            put(option, option.takesValue() ? nextValue(option) : "");
        } else if (option.takesValue() || option.mayTakeValue()) {
            put(option, given(option, argument.substring(equals + 1)));
        } else {
            throw new UsageMistake("`" + spelled + "` takes no value.", "Write `" + spelled + "` alone.");
        }
    }

    /** {@code -vvv} is three switches; the rest behind a letter that takes a value is the value. */
    private void readLetters(String argument) {
        for (int i = 1; i < argument.length(); i++) {
            Option option = lettered("-" + argument.charAt(i), argument, command());
            if (option.takesValue()) {
                String attached = argument.substring(i + 1);
                put(option, attached.isEmpty() ? nextValue(option) : attached);
                return;
            }
            put(option, "");
        }
    }

    private String nextValue(Option option) {
        String next = rest.isEmpty() ? "" : rest.peek();
        if (next.startsWith("-") && next.length() > 1) {
            throw missing(option, "To give it a value with a dash: `" + option.spelled() + "=" + next + "`.");
        }
        return given(option, rest.isEmpty() ? "" : rest.pop());
    }

    private static String given(Option option, String value) {
        if (value.isEmpty()) {
            throw missing(option, option.doc());
        }
        return value;
    }

    private static UsageMistake missing(Option option, String remedy) {
        return new UsageMistake("`" + option.spelled() + "` needs its " + option.takes() + ".", remedy);
    }

    private void put(Option option, String value) {
        given.computeIfAbsent(option, unused -> new ArrayList<>()).add(value);
    }

    private static Option named(String spelled, Optional<Command> command) {
        for (Option option : Option.values()) {
            if (option.spelled().equals(spelled) || option.alsoSpelled().equals(spelled)) {
                return option;
            }
        }
        throw Unknown.option(spelled, command);
    }

    /** A letter that means one thing to the command may mean another elsewhere. */
    private static Option lettered(String letter, String argument, Optional<Command> command) {
        return Stream.concat(command.stream().flatMap(one -> one.options().stream()), Stream.of(Option.values()))
                .filter(option -> option.letter().equals(letter))
                .findFirst()
                .orElseThrow(() -> Unknown.letter(letter, argument, command));
    }

    /** The command, when it was read already. */
    private Optional<Command> command() {
        return words.isEmpty() ? Optional.empty() : Command.named(words.getFirst());
    }

    private Invocation understood() {
        if (words.isEmpty()) {
            return new Invocation(given.containsKey(Option.VERSION) ? Command.VERSION : Command.HELP, List.of(), given);
        }
        String word = words.removeFirst();
        Optional<Command> command = Command.named(word);
        if (command.isEmpty()) {
            throw Unknown.command(word);
        }
        if (given.containsKey(Option.HELP)) {
            return new Invocation(Command.HELP, List.of(word), given);
        }
        return fitting(new Invocation(command.get(), words, given));
    }

    private static Invocation fitting(Invocation invocation) {
        Command command = invocation.command();
        for (Option option : invocation.given().keySet()) {
            if (!command.takes(option)) {
                throw Unknown.notFor(command, option);
            }
        }
        if (invocation.arguments().size() > command.mostArguments()) {
            throw Unknown.surplus(command, invocation.arguments().get(command.mostArguments()));
        }
        return invocation;
    }
}
