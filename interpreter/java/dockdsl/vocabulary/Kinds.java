package dockdsl.vocabulary;

import dockdsl.problem.Nearest;
import dockdsl.value.Bytes;
import dockdsl.value.Check;
import dockdsl.value.CpuSet;
import dockdsl.value.Cpus;
import dockdsl.value.Device;
import dockdsl.value.Donor;
import dockdsl.value.Durations;
import dockdsl.value.ImageRef;
import dockdsl.value.Link;
import dockdsl.value.Malformed;
import dockdsl.value.Mount;
import dockdsl.value.Port;
import dockdsl.value.PublishedPort;
import dockdsl.value.PullPolicy;
import dockdsl.value.RestartPolicy;
import dockdsl.value.ShellWords;
import dockdsl.value.Signal;
import dockdsl.value.State;
import dockdsl.value.Swap;
import dockdsl.value.Tmpfs;
import dockdsl.value.Ulimit;
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

    /** An image that names one version, so that everybody can say what runs and go back to it. */
    public static final Kind<String> IMAGE = Kind.plain(
            "an image with a tag or a digest, such as 'redis:7.4.1'",
            arguments -> pinned(arguments.allowing().only("an image with a tag or a digest, such as 'redis:7.4.1'")),
            image -> image);

    public static final Kind<Boolean> FLAG = Kind.plain(
            "true or false",
            arguments -> switch (arguments.allowing().positional().isEmpty() ? true : arguments.only("true or false")) {
                case Boolean flag -> flag;
                case Object other ->
                    throw new Malformed("'" + other + "' is neither true nor false", "Write true or false.");
            },
            flag -> flag ? "true" : "");

    public static final Kind<Bytes> SIZE = Kind.plain(
            "a size such as '256m' or '1g'",
            arguments -> Bytes.parse(Arguments.text(arguments.allowing().only("a size such as '256m' or '1g'"))),
            Bytes::toString);

    /** A limit of memory. The engine refuses less than 6m. */
    public static final Kind<Bytes> MEMORY = Kind.plain(
            SIZE.expects(),
            arguments -> {
                Bytes size = SIZE.read().apply(arguments);
                if (size.count() > 0 && size.count() < 6 << 20) {
                    throw new Malformed(
                            "'" + Arguments.text(arguments.only("")) + "' is too little memory",
                            "The engine refuses less than 6m. A bare number is bytes; write '256m' or '1g'.");
                }
                return size;
            },
            Bytes::toString);

    public static final Kind<Cpus> CPUS = Kind.plain(
            "a number of processors such as 0.5",
            arguments -> Cpus.parse(Arguments.text(arguments.allowing().only("a number of processors such as 0.5"))),
            Cpus::toString);

    public static final Kind<Duration> DURATION = Kind.plain(
            "a length of time such as '30s'",
            arguments -> Durations.parse(Arguments.text(arguments.allowing().only("a length of time such as '30s'"))),
            Durations::show);

    /** A size; nothing is shown of what the engine chooses. */
    public static final Kind<Bytes> AMOUNT = Kind.plain(
            "a size such as '128m'",
            arguments ->
                    positive(Bytes.parse(Arguments.text(arguments.allowing().only("a size such as '128m'")))),
            size -> size.count() == 0 ? "" : size.toString());

    /** A flag that may also be left to the engine. */
    public static final Kind<String> SWITCH =
            Kind.plain(FLAG.expects(), arguments -> String.valueOf(FLAG.read().apply(arguments)), text -> text);

    public static final Kind<Duration> SECONDS = Kind.plain(
            DURATION.expects(), arguments -> wholeSeconds(DURATION.read().apply(arguments)), Durations::show);

    public static final Kind<Signal> SIGNAL = Kind.plain(
            "a signal such as 'SIGQUIT'",
            arguments -> Signal.parse(Arguments.text(arguments.allowing().only("a signal such as 'SIGQUIT'"))),
            Signal::toString);

    public static final Kind<Swap> SWAP = Kind.plain(
                    "a size such as '512m', or unlimited",
                    arguments -> switch (arguments.allowing().only("a size such as '512m', or unlimited")) {
                        case Swap swap -> swap;
                        case Object other -> Swap.parse(Arguments.text(other));
                    },
                    Swap::toString)
            .withTerms(Term.constant("unlimited", Swap.UNLIMITED, "As much as the host has."));

    public static final Kind<Integer> CPU_SHARES = number("a number from 2 to 262144", 2, 262_144);

    public static final Kind<Integer> OOM_SCORE = number("a number from -1000 to 1000", -1000, 1000);

    /** Nothing is shown of the host's own. */
    static final Kind<Integer> SWAPPINESS = Kind.plain(
            "a number from 0 to 100",
            arguments -> between(0, 100, Arguments.integer(arguments.allowing().only("a number from 0 to 100"))),
            number -> number < 0 ? "" : String.valueOf(number));

    public static final Kind<Integer> PIDS_LIMIT = Kind.plain(
                    "a number, or unlimited",
                    arguments -> limit(arguments.allowing().only("a number, or unlimited")),
                    limit -> limit == 0 ? "unlimited" : String.valueOf(limit))
            .withTerms(Term.constant("unlimited", 0, "No limit. The default."));

    public static final Kind<CpuSet> CPUSET = Kind.plain(
            "processors such as '0-1'",
            arguments -> CpuSet.parse(String.join(
                    ",",
                    atLeastOne(arguments.allowing().flat(), "processors such as '0-1'").stream()
                            .map(Arguments::text)
                            .toList())),
            CpuSet::toString);

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

    public static final Kind<SortedMap<String, Ulimit>> ULIMITS = new Kind<>(
            "limits with numbers, such as nofile: '1024:2048'",
            List.of(),
            arguments -> mapped(PAIRS.read().apply(arguments), Ulimit::parse),
            limits -> mapped(limits, Ulimit::toString));

    public static final Kind<SortedSet<String>> CAPABILITIES = set(
            "capabilities such as 'NET_ADMIN'",
            arguments -> atLeastOne(arguments.allowing().flat(), "capabilities such as 'NET_ADMIN'").stream()
                    .map(each -> IsolationKinds.capability(Arguments.text(each)))
                    .toList());

    public static final Kind<SortedSet<String>> SECURITY_OPTIONS = set(
            "options such as 'no-new-privileges'",
            arguments -> atLeastOne(arguments.allowing().flat(), "options such as 'no-new-privileges'").stream()
                    .map(each -> IsolationKinds.securityOption(Arguments.text(each)))
                    .toList());

    public static final Kind<SortedSet<Device>> DEVICES = set(
            "devices such as '/dev/ttyUSB0'",
            arguments -> atLeastOne(arguments.allowing().flat(), "devices such as '/dev/ttyUSB0'").stream()
                    .map(each -> Device.parse(Arguments.text(each)))
                    .toList());

    public static final Kind<SortedSet<Tmpfs>> TMPFS = new Kind<>(
            "a folder, and what else is known of it: '/tmp', size: '64m'",
            List.of(),
            arguments -> sorted(IsolationKinds.tmpfs(arguments)),
            folders -> folders.stream()
                    .collect(Collectors.toMap(Tmpfs::target, Tmpfs::show, (one, other) -> one, TreeMap::new)));

    public static final Kind<SortedSet<Donor>> DONORS = set(
            "names of containers such as 'redis' or 'redis:ro'",
            arguments ->
                    atLeastOne(arguments.allowing().flat(), "names of containers such as 'redis' or 'redis:ro'")
                            .stream()
                            .map(Arguments::text)
                            .map(Donor::parse)
                            .toList());

    public static final Kind<SortedSet<PublishedPort>> PUBLISHED_PORTS = set(
            "ports such as '8080:80'",
            arguments -> atLeastOne(arguments.allowing().flat(), "ports such as '8080:80'").stream()
                    .map(Arguments::text)
                    .flatMap(text -> PublishedPort.parse(text).stream())
                    .toList());

    public static final Kind<SortedSet<Port>> PORTS = set(
            "ports such as 80 or '53/udp'",
            arguments -> atLeastOne(arguments.allowing().flat(), "ports such as 80 or '53/udp'").stream()
                    .map(port -> Port.parse(Arguments.text(port)))
                    .toList());

    static final Kind<SortedSet<String>> WORDS = set(
            "words of a container, such as 'labels'",
            arguments -> atLeastOne(arguments.allowing().flat(), "words of a container, such as 'labels'").stream()
                    .map(word -> containerWord(Arguments.text(word)))
                    .toList());

    public static final Kind<SortedSet<Mount>> MOUNTS =
            set("a volume or a folder and where it goes: 'data', at: '/data'", arguments -> List.of(mount(arguments)));

    public static final Kind<SortedSet<Link>> LINKS =
            set("a container's name: 'redis', or 'redis', as: 'cache'", Kinds::links);

    public static final Kind<RestartPolicy> RESTART = Kind.plain(
                    "always, unlessStopped, never, onFailure or onFailure(5)",
                    arguments -> switch (arguments.allowing().only("always, unlessStopped, never or onFailure(5)")) {
                        case RestartPolicy policy -> policy;
                        case Object other -> RestartPolicy.parse(Arguments.text(other));
                    },
                    RestartPolicy::toString)
            .withTerms(
                    Term.constant("always", RestartPolicy.ALWAYS, "Whenever it ends, and when the engine starts."),
                    Term.constant(
                            "unlessStopped",
                            RestartPolicy.UNLESS_STOPPED,
                            "Like always, but not when it was stopped by hand before the engine started."),
                    Term.constant("never", RestartPolicy.NEVER, "Not at all. The default."),
                    new Term(
                            "onFailure",
                            "onFailure(5)",
                            "When it ends with an error; the number bounds how often in a row.",
                            arguments -> RestartPolicy.onFailure(
                                    arguments.positional().isEmpty()
                                            ? 0
                                            : Arguments.integer(arguments.only("a number")))));

    public static final Kind<State> STATE = Kind.plain(
                    "reloaded, present, started, stopped, restarted or absent",
                    arguments -> switch (arguments
                            .allowing()
                            .only("reloaded, present, started, stopped, restarted or absent")) {
                        case State state -> state;
                        case Object other -> State.parse(Arguments.text(other));
                    },
                    State::toString)
            .withTerms(
                    Term.constant("reloaded", State.RELOADED, "Running, exactly as declared. The default."),
                    Term.constant("present", State.PRESENT, "There, running or not."),
                    Term.constant("started", State.STARTED, "Running; differences are left alone."),
                    Term.constant("stopped", State.STOPPED, "There but not running."),
                    Term.constant("restarted", State.RESTARTED, "Running as declared, and restarted by every apply."),
                    Term.constant("absent", State.ABSENT, "Gone."));

    public static final Kind<PullPolicy> PULL = Kind.plain(
                    "missing, always or never",
                    arguments -> switch (arguments.allowing().only("missing, always or never")) {
                        case PullPolicy policy -> policy;
                        case Object other -> PullPolicy.parse(Arguments.text(other));
                    },
                    PullPolicy::toString)
            .withTerms(
                    Term.constant("missing", PullPolicy.MISSING, "When the host does not have it. The default."),
                    Term.constant("always", PullPolicy.ALWAYS, "When the registry has another image under the name."),
                    Term.constant("never", PullPolicy.NEVER, "Never: the host has to have it."));

    public static final Kind<List<Check>> CHECKS = new Kind<>(
            "http('/path'), tcp(6379) or exec('command')",
            CheckTerms.TERMS,
            CheckTerms::read,
            checks -> new TreeMap<>());

    private Kinds() {}

    private static <E extends Comparable<? super E>> Kind<SortedSet<E>> set(
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

    private static String pinned(Object value) {
        if (!(value instanceof CharSequence)) {
            throw new Malformed("'" + value + "' is not an image name", "Write it in quotes: image 'redis:7.4.1'.");
        }
        ImageRef image = ImageRef.parse(value.toString());
        if (!image.isPinned()) {
            throw new Malformed(
                    image.tag().isPresent()
                            ? "'" + value + "' is another version tomorrow"
                            : "'" + value + "' has no tag, which means latest",
                    "Nobody can say what runs, or go back to it. Name the version: '" + image.name() + ":1.0'.");
        }
        return value.toString();
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
                .withTerms(bare(words).toArray(Term[]::new));
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

    private static int between(int least, int most, int number) {
        if (number < least || number > most) {
            throw new Malformed(number + " is out of range", "It is " + least + " to " + most + ".");
        }
        return number;
    }

    private static int limit(Object value) {
        int limit = value.equals("unlimited") ? 0 : Arguments.integer(value);
        if (limit < -1) {
            throw new Malformed("a limit is not negative", "Write a number, or unlimited.");
        }
        return Math.max(0, limit);
    }

    static Bytes positive(Bytes size) {
        if (size.count() == 0) {
            throw new Malformed("a size is more than 0", "Write for example '128m'.");
        }
        return size;
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

    private static Mount mount(Arguments arguments) {
        String source = Arguments.text(arguments.allowing("at", "readOnly").only("'data', at: '/data'"));
        if (arguments.named().containsKey("at")) {
            return Mount.of(source, arguments.text("at", ""), arguments.flag("readOnly"));
        }
        Mount mount = Mount.parse(source);
        return new Mount(mount.type(), mount.source(), mount.target(), mount.readOnly() || arguments.flag("readOnly"));
    }

    private static List<Link> links(Arguments arguments) {
        List<String> targets = atLeastOne(arguments.allowing("as").flat(), "a container's name").stream()
                .map(Arguments::text)
                .toList();
        if (arguments.named().containsKey("as")) {
            String target = Arguments.text(arguments.only("one container's name with as:"));
            return List.of(new Link(target, arguments.text("as", target)));
        }
        return targets.stream().map(Kinds::link).toList();
    }

    private static Link link(String text) {
        String[] parts = text.split(":", -1);
        return new Link(parts[0], parts[parts.length - 1]);
    }
}
