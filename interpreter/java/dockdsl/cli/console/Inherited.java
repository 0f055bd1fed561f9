package dockdsl.cli.console;

import dockdsl.cli.line.ArgumentParser;
import dockdsl.cli.line.Command;
import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What commands get of the console in which they are typed: its site, its inventory and what else it was started with, and the hosts
 * that are selected. What is typed with the command counts more.
 *
 * @param console how the console was started
 * @param site what it was started for; empty for that of the folder
 */
public record Inherited(Invocation console, String site) {
    /** They are for lines that are no commands. */
    private static final Set<Option> OF_PLAIN_LINES =
            EnumSet.of(Option.GATHER, Option.BY_HOST, Option.DIFF, Option.TIMEOUT, Option.SUDO);

    /** The console has done what they ask for, or does it by itself. */
    private static final Set<Option> OF_THE_CONSOLE =
            EnumSet.of(Option.LIMIT, Option.ASK_PASS, Option.ASK_BECOME_PASS, Option.SITE);

    /**
     * The words of a command with what it gets.
     *
     * @param selection a pattern of hosts; empty for all
     * @throws dockdsl.problem.UsageMistake when the words make no sense
     */
    public List<String> words(List<String> typed, String selection) {
        Invocation invocation = ArgumentParser.parse(typed);
        Command command = invocation.command();
        if (Command.named(typed.getFirst()).filter(named -> named == command).isEmpty()) {
            return typed;
        }
        List<String> words = new ArrayList<>(List.of(command.word()));
        words.addAll(options(invocation, option -> !OF_PLAIN_LINES.contains(option)));
        if (command.takes(Option.LIMIT)
                && !invocation.has(Option.LIMIT)
                && !selection.isEmpty()
                && !command.namesHosts()) {
            words.add(spelled(Option.LIMIT, selection));
        }
        if (!site.isEmpty() && command.takes(Option.SITE) && !invocation.has(Option.SITE)) {
            words.add(spelled(Option.SITE, site));
        }
        words.addAll(typed.subList(1, typed.size()));
        if (!site.isEmpty() && command.takesSite() && lacksSite(invocation)) {
            words.add(site);
        }
        return words;
    }

    /** The words for a script on hosts. @param pattern of hosts, whatever containers are called; empty for all */
    public List<String> words(String pattern, String script) {
        List<String> words = new ArrayList<>(List.of(Command.EXEC.word()));
        words.addAll(options(ArgumentParser.parse(List.of(Command.EXEC.word())), option -> true));
        if (!site.isEmpty()) {
            words.add(spelled(Option.SITE, site));
        }
        if (!pattern.isEmpty()) {
            words.add(spelled(Option.LIMIT, pattern));
        }
        words.addAll(List.of("--", "all", script));
        return words;
    }

    private List<String> options(Invocation invocation, Predicate<Option> wanted) {
        List<String> words = new ArrayList<>();
        console.given().forEach((option, values) -> {
            if (wanted.test(option)
                    && !OF_THE_CONSOLE.contains(option)
                    && !invocation.has(option)
                    && invocation.command().takes(option)) {
                values.forEach(value -> words.add(spelled(option, value)));
            }
        });
        return words;
    }

    private static String spelled(Option option, String value) {
        return value.isEmpty() ? option.spelled() : option.spelled() + "=" + value;
    }

    private static boolean lacksSite(Invocation invocation) {
        List<String> arguments = invocation.arguments();
        return invocation.command().takesNames()
                ? arguments.isEmpty() || !looksLikeSite(arguments.getLast())
                : arguments.size() == invocation.command().mostArguments() - 1;
    }

    private static boolean looksLikeSite(String word) {
        return word.endsWith(".groovy") || word.contains("/");
    }
}
