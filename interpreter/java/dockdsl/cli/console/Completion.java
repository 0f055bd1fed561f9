package dockdsl.cli.console;

import dockdsl.cli.line.Command;
import dockdsl.cli.line.Option;
import dockdsl.model.ContainerSpec;
import dockdsl.model.Host;
import dockdsl.value.ImageRef;
import dockdsl.vocabulary.Language;
import dockdsl.vocabulary.SiteWords;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What may stand where the cursor is. Everything that it knows comes from the vocabulary, the commands and the world. */
final class Completion {
    private static final Pattern PATTERN = Pattern.compile("(.*[:,!&@])?([^:,!&@]*)");

    private final World world;

    Completion(World world) {
        this.world = world;
    }

    /**
     * The whole last word of the line, completed in all ways that make sense.
     *
     * @param line up to the cursor
     */
    List<String> of(String line) {
        String text = line.stripLeading();
        String last = last(text);
        return all(text, last)
                .filter(each -> each.startsWith(last))
                .distinct()
                .sorted()
                .toList();
    }

    /** The last word, without the quote before it. */
    static String last(String text) {
        int from = text.length();
        while (from > 0 && " \t\n'\"(".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        return text.substring(from);
    }

    private Stream<String> all(String text, String last) {
        if (text.equals(last)) {
            return text.startsWith("@") ? patterns(last) : text.startsWith("!") ? Stream.empty() : firstWords();
        }
        Meaning meaning =
                LineReading.of(text + (LineReading.of(text) instanceof Meaning.Unfinished ? closing(text) : ""));
        if (text.startsWith("+") || isLanguage(text, meaning)) {
            return Sentence.of(text.startsWith("+") ? text.substring(1) : text, world)
                    .endings();
        }
        return switch (meaning) {
            case Meaning.Perform command -> ofCommand(command.words(), last);
            case Meaning.Here _ -> Stream.empty();
            case Meaning.Unfinished _ when OpenScript.isInHereDocument(text) -> Stream.empty();
            case Meaning.Evaluate _ -> Stream.concat(LineReading.SUBJECTS.stream(), Stream.of("groups"));
            default -> Stream.of(containers(), images(), hosts()).flatMap(names -> names);
        };
    }

    private static boolean isLanguage(String text, Meaning meaning) {
        return meaning instanceof Meaning.Declare
                || meaning instanceof Meaning.Unfinished
                        && Language.word(SiteWords.ENVIRONMENT, text.split("\\W", 2)[0])
                                .isPresent();
    }

    /** Just enough to have it understood. */
    private static String closing(String text) {
        return Stream.of("'", "\"", "}", "')", ")", "'}", "\"}")
                .filter(end -> !(LineReading.of(text + end) instanceof Meaning.Unfinished))
                .findFirst()
                .orElse("");
    }

    private static Stream<String> firstWords() {
        return Stream.of(
                        Arrays.stream(Command.values()).map(Command::word),
                        LineReading.LEAVING.stream(),
                        Stream.of(
                                LineReading.SHOW,
                                LineReading.FORGET,
                                LineReading.DIFF,
                                LineReading.RELOAD,
                                LineReading.CLEAR,
                                "docker"),
                        LineReading.SUBJECTS.stream(),
                        Language.names(SiteWords.ENVIRONMENT).stream())
                .flatMap(words -> words);
    }

    private Stream<String> ofCommand(List<String> words, String last) {
        Optional<Command> known = Command.named(words.getFirst());
        if (known.isEmpty()) {
            return Stream.empty();
        }
        Command command = known.get();
        if (command == Command.HELP) {
            return Stream.concat(
                    Arrays.stream(Command.values()).map(Command::word),
                    Language.BLOCKS.stream().flatMap(block -> Language.names(block).stream()));
        }
        if (last.startsWith("-")) {
            return options(command, last);
        }
        int before = words.size() - (last.isEmpty() ? 1 : 2);
        if (command == Command.SSH && before == 0) {
            return hosts();
        }
        String previous = before >= 0 ? words.get(before) : "";
        if (previous.equals("-l") || previous.equals(Option.LIMIT.spelled()) || command.namesHosts() && before == 0) {
            return Stream.concat(patterns(last), command.namesHosts() ? containers() : Stream.empty());
        }
        return Stream.concat(containers(), command.takesSite() ? Stream.empty() : hosts());
    }

    private Stream<String> options(Command command, String last) {
        int equals = last.indexOf('=');
        if (equals > 0 && last.startsWith(Option.LIMIT.spelled())) {
            return patterns(last.substring(equals + 1)).map(each -> last.substring(0, equals + 1) + each);
        }
        return Stream.concat(command.options().stream(), Command.COMMON.stream())
                .map(option -> option.spelled() + (option.takesValue() ? "=" : ""));
    }

    /** The parts before the last one stay. */
    private Stream<String> patterns(String typed) {
        Matcher parts = PATTERN.matcher(typed);
        String before = parts.matches() && parts.group(1) != null ? parts.group(1) : "";
        return Stream.of(Stream.of("all"), groups(), hosts())
                .flatMap(names -> names)
                .map(name -> before + name);
    }

    private Stream<String> hosts() {
        return world.inventory().hosts().stream().map(Host::name);
    }

    private Stream<String> groups() {
        return world.inventory().groups().stream();
    }

    private Stream<String> containers() {
        return world.site().stream().flatMap(site -> site.containers().stream()).map(ContainerSpec::name);
    }

    private Stream<String> images() {
        return world.site().stream()
                .flatMap(site -> site.containers().stream())
                .flatMap(container -> container.image().stream())
                .map(ImageRef::toString);
    }
}
