package dockdsl.vocabulary;

import dockdsl.problem.Nearest;
import dockdsl.value.Bytes;
import dockdsl.value.Durations;
import dockdsl.value.Malformed;
import dockdsl.value.ShellWords;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sorts of values that settings take. */
public final class Kinds {
    public static final Kind<String> TEXT = Kind.plain(
            "text in quotes", arguments -> Arguments.text(arguments.allowing().only("text in quotes")), text -> text);

    public static final Kind<Integer> COUNT = Kind.plain(
            "a whole number",
            arguments -> Arguments.integer(arguments.allowing().only("a whole number")),
            String::valueOf);

    /** A number of things of which there has to be one. */
    public static final Kind<Integer> ONE_OR_MORE = Kind.plain(
            "a whole number from 1 on",
            arguments -> {
                int count = Arguments.integer(arguments.allowing().only("a whole number from 1 on"));
                if (count < 1) {
                    throw new Malformed("'" + count + "' is less than 1", "Write 1 or more.");
                }
                return count;
            },
            String::valueOf);

    public static final Kind<Boolean> FLAG = Kind.<Boolean>plain(
                    "true or false",
                    arguments -> switch (arguments.allowing().positional().isEmpty()
                            ? true
                            : arguments.only("true or false")) {
                        case Boolean flag -> flag;
                        case Object other ->
                            throw new Malformed("'" + other + "' is neither true nor false", "Write true or false.");
                    },
                    flag -> flag ? "true" : "")
            .choosing("true", "false");

    public static final Kind<Bytes> SIZE = Kind.plain(
            "a size such as '256m' or '1g'",
            arguments -> Bytes.parse(Arguments.text(arguments.allowing().only("a size such as '256m' or '1g'"))),
            Bytes::toString);

    public static final Kind<Duration> DURATION = Kind.plain(
            "a length of time such as '30s'",
            arguments -> Durations.parse(Arguments.text(arguments.allowing().only("a length of time such as '30s'"))),
            Durations::show);

    /** A flag that may also be left to the engine. */
    public static final Kind<String> SWITCH = Kind.<String>plain(
                    FLAG.expects(), arguments -> String.valueOf(FLAG.read().apply(arguments)), text -> text)
            .choosing("true", "false");

    public static final Kind<Duration> SECONDS = Kind.plain(
            DURATION.expects(), arguments -> wholeSeconds(DURATION.read().apply(arguments)), Durations::show);

    /** Texts whose order means something. */
    public static final Kind<List<String>> TEXTS = Kind.plain(
            "one or more texts in quotes",
            arguments -> atLeastOne(
                    arguments.allowing().flat().stream().map(Arguments::text).toList(), "one or more texts in quotes"),
            texts -> String.join(", ", texts));

    /** Words of a command: one by one, as a list, or as one line that is split as a shell would. */
    public static final Kind<List<String>> COMMAND = Kind.plain(
            "a command: one line, or its words one by one",
            Kinds::command,
            words -> words.stream()
                    .map(word -> word.isEmpty() || word.matches(".*[\\s'\"].*") ? "'" + word + "'" : word)
                    .collect(Collectors.joining(" ")));

    /** Names, one or several, in any order. */
    public static final Kind<SortedSet<String>> NAMES = set(
            "one or more names in quotes",
            arguments ->
                    arguments.allowing().flat().stream().map(Arguments::text).toList());

    public static final Kind<List<String>> PATTERNS = Kind.plain(
            "hosts, groups or patterns in quotes",
            arguments -> atLeastOne(
                    arguments.allowing().flat().stream().map(Arguments::text).toList(),
                    "hosts, groups or patterns in quotes"),
            patterns -> String.join(", ", patterns));

    /** Environment variables. */
    public static final Kind<SortedMap<String, String>> ENV =
            new Kind<>("names with values, such as ENV: 'PROD'", List.of(), Kinds::environment, pairs -> pairs);

    /** Names with values: {@code env A: '1', B: 2}, or a map. */
    public static final Kind<SortedMap<String, String>> PAIRS =
            new Kind<>("names with values, such as ENV: 'PROD'", List.of(), Kinds::pairs, pairs -> pairs);

    static final Kind<SortedSet<String>> WORDS = set(
            "words of a container, such as 'labels'",
            arguments -> atLeastOne(arguments.allowing().flat(), "words of a container, such as 'labels'").stream()
                    .map(word -> containerWord(Arguments.text(word)))
                    .toList());

    private Kinds() {}

    static <E extends Comparable<? super E>> Kind<SortedSet<E>> set(
            String expects, Function<Arguments, ? extends Collection<E>> read) {
        return new Kind<>(
                expects,
                List.of(),
                arguments -> sorted(read.apply(arguments)),
                set -> set.stream()
                        .collect(Collectors.toMap(Object::toString, element -> "", (one, other) -> one, TreeMap::new)));
    }

    /** An unmodifiable sorted set of these. */
    public static <E extends Comparable<? super E>> SortedSet<E> sorted(Collection<? extends E> elements) {
        return elements.isEmpty()
                ? Collections.emptySortedSet()
                : Collections.unmodifiableSortedSet(new TreeSet<>(elements));
    }

    /** An unmodifiable sorted set of what these become. */
    public static <F, E extends Comparable<? super E>> SortedSet<E> sorted(
            Collection<F> elements, Function<? super F, ? extends E> become) {
        if (elements.isEmpty()) {
            return Collections.emptySortedSet();
        }
        SortedSet<E> sorted = new TreeSet<>();
        elements.forEach(element -> sorted.add(become.apply(element)));
        return Collections.unmodifiableSortedSet(sorted);
    }

    /** Both sets in one. */
    public static <E extends Comparable<? super E>> SortedSet<E> union(SortedSet<E> one, SortedSet<E> other) {
        if (one.isEmpty() && other.isEmpty()) {
            return Collections.emptySortedSet();
        }
        SortedSet<E> both = new TreeSet<>(one);
        both.addAll(other);
        return Collections.unmodifiableSortedSet(both);
    }

    /** Both maps in one; the second wins. */
    public static <V> SortedMap<String, V> merged(SortedMap<String, V> below, SortedMap<String, V> above) {
        SortedMap<String, V> both = new TreeMap<>(below);
        both.putAll(above);
        return Collections.unmodifiableSortedMap(both);
    }

    /** A list with the second's elements behind the first's. */
    public static <E> List<E> joined(List<E> first, List<E> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** A set over another: an element takes the place of those that have the same key. */
    static <E extends Comparable<? super E>> BinaryOperator<SortedSet<E>> byKey(Function<E, Object> key) {
        return (below, above) -> {
            Set<Object> taken = above.stream().map(key).collect(Collectors.toSet());
            SortedSet<E> both = new TreeSet<>(above);
            below.stream().filter(each -> !taken.contains(key.apply(each))).forEach(both::add);
            return Collections.unmodifiableSortedSet(both);
        };
    }

    private static String containerWord(String name) {
        if (ContainerWords.BLOCK.word(name).isEmpty()) {
            throw new Malformed(
                    "'" + name + "' is not a word of `container`",
                    Nearest.hint(name, Language.names(ContainerWords.BLOCK)));
        }
        return name;
    }

    static <E> List<E> atLeastOne(List<E> values, String expected) {
        if (values.isEmpty()) {
            throw new Malformed("a value is missing", "It takes " + expected + ".");
        }
        return values;
    }

    private static SortedMap<String, String> environment(Arguments arguments) {
        SortedMap<String, String> pairs = pairs(arguments);
        for (String name : pairs.keySet()) {
            if (!name.matches("[a-zA-Z_][a-zA-Z0-9_.-]*")) {
                throw new Malformed(
                        "'" + name + ":' is not a name for an environment variable",
                        "Use letters, digits and underscores, not beginning with a digit.");
            }
        }
        return pairs;
    }

    static <A, B> SortedMap<String, B> mapped(SortedMap<String, A> values, Function<A, B> each) {
        SortedMap<String, B> mapped = new TreeMap<>();
        values.forEach((name, value) -> mapped.put(name, each.apply(value)));
        return Collections.unmodifiableSortedMap(mapped);
    }

    /** One of these words, in quotes. */
    static Kind<String> oneOf(String... words) {
        String expects = ("'" + String.join("', '", words) + "'").replaceFirst(", ('[^']*')$", " or $1");
        return Kind.<String>plain(
                        expects,
                        arguments -> {
                            String word = Arguments.text(arguments.allowing().only(expects));
                            if (!List.of(words).contains(word)) {
                                throw new Malformed("'" + word + "' means nothing here", "It takes " + expects + ".");
                            }
                            return word;
                        },
                        word -> word)
                .withTerms(bare(words).toArray(Term[]::new))
                .choosingTexts(words);
    }

    /** Words that also stand without quotes: {@code host} is known in every block, and would be taken for the host itself. */
    static Stream<Term> bare(String... words) {
        return Stream.of(words)
                .filter("host"::equals)
                .map(word -> Term.constant(word, word, "The same as '" + word + "'."));
    }

    static Kind<Integer> number(String expects, int least, int most) {
        return Kind.plain(
                expects,
                arguments -> {
                    int number = Arguments.integer(arguments.allowing().only(expects));
                    if (number < least || number > most) {
                        throw new Malformed(number + " is out of range", "It takes " + expects + ".");
                    }
                    return number;
                },
                number -> number == 0 ? "" : String.valueOf(number));
    }

    private static Duration wholeSeconds(Duration length) {
        if (length.getNano() != 0) {
            throw new Malformed(Durations.show(length) + " is not in whole seconds", "Write for example '30s'.");
        }
        return length;
    }

    private static List<String> command(Arguments arguments) {
        List<Object> positional = arguments.allowing().positional();
        if (positional.size() == 1 && positional.getFirst() instanceof CharSequence line) {
            return ShellWords.split(line.toString());
        }
        return arguments.flat().stream().map(Arguments::text).toList();
    }

    private static SortedMap<String, String> pairs(Arguments arguments) {
        SortedMap<String, String> pairs = new TreeMap<>();
        for (Object value : arguments.flat()) {
            switch (value) {
                case Map<?, ?> map ->
                    map.forEach((name, text) -> pairs.put(String.valueOf(name), Arguments.text(text)));
                case CharSequence text
                when text.toString().contains("=") -> {
                    String[] parts = text.toString().split("=", 2);
                    pairs.put(parts[0], parts[1]);
                }
                default -> throw new Malformed("'" + value + "' has no name", "Write NAME: 'value'.");
            }
        }
        arguments.named().forEach((name, value) -> pairs.put(name, Arguments.text(value)));
        if (pairs.keySet().stream().anyMatch(name -> name.isEmpty() || name.indexOf('=') >= 0)) {
            throw new Malformed("a name is empty or has a '=' in it", "Write NAME: 'value'.");
        }
        return Collections.unmodifiableSortedMap(pairs);
    }
}
