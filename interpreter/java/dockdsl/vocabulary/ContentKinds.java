package dockdsl.vocabulary;

import dockdsl.value.Contents;
import dockdsl.value.FileMode;
import dockdsl.value.FileTree;
import dockdsl.value.FileUse;
import dockdsl.value.Malformed;
import dockdsl.value.Owner;
import dockdsl.value.SecretUse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the values of {@link ContentWords} are spelled. */
final class ContentKinds {
    private static final String A_FILE = "a file and its place: 'conf/nginx.conf', at: '/etc/nginx/nginx.conf'";
    private static final String A_SECRET = "a secret's name: 'redis_password'";

    static final Kind<List<FileUse>> FILES = new Kind<>(
            A_FILE,
            List.of(),
            arguments -> List.of(file(arguments)),
            files -> parts(files.stream().map(FileUse::at)));

    static final Kind<List<SecretUse>> SECRETS = new Kind<>(
            A_SECRET,
            List.of(),
            ContentKinds::secrets,
            secrets -> parts(secrets.stream().map(SecretUse::name)));

    private ContentKinds() {}

    /** What a later layer puts at a place goes over what an earlier one has there. */
    static <T> BinaryOperator<List<T>> byPlace(Function<T, Object> place) {
        return (below, above) -> {
            Set<Object> taken = above.stream().map(place).collect(Collectors.toSet());
            Stream<T> kept = below.stream().filter(each -> !taken.contains(place.apply(each)));
            return Stream.concat(kept, above.stream()).toList();
        };
    }

    private static SortedMap<String, String> parts(Stream<String> names) {
        SortedMap<String, String> parts = new TreeMap<>();
        names.forEach(name -> parts.put(name, ""));
        return parts;
    }

    private static FileUse file(Arguments arguments) {
        Map<String, Object> named =
                arguments.allowing("at", "content", "mode", "owner").named();
        if (!named.containsKey("at")) {
            throw new Malformed(
                    "it is not said where the file goes",
                    "Write its path in the container, for example at: '/etc/app.conf'.");
        }
        return new FileUse(
                arguments.text("at", ""),
                contents(arguments),
                mode(named),
                owner(named).orElse(Owner.ROOT));
    }

    private static Contents contents(Arguments arguments) {
        if (!arguments.named().containsKey("content")) {
            return new Contents.Source(Arguments.text(arguments.only(A_FILE)));
        }
        if (!arguments.positional().isEmpty()) {
            throw new Malformed("'content:' stands beside a file's name", "Keep one of them.");
        }
        return FileTree.of(arguments.text("content", ""));
    }

    private static List<SecretUse> secrets(Arguments arguments) {
        Map<String, Object> named =
                arguments.allowing("at", "mode", "owner", "asEnv").named();
        List<String> names = Kinds.atLeastOne(arguments.flat(), A_SECRET).stream()
                .map(Arguments::text)
                .toList();
        if (names.size() > 1 && !named.isEmpty()) {
            throw new Malformed(
                    "'" + named.keySet().iterator().next() + ":' is said of several secrets",
                    "Give each of them a line of its own.");
        }
        return names.stream().map(name -> secret(name, arguments)).toList();
    }

    private static SecretUse secret(String name, Arguments arguments) {
        Map<String, Object> named = arguments.named();
        Optional<String> variable =
                Optional.ofNullable(named.get("asEnv")).map(Arguments::text).map(ContentKinds::variable);
        boolean isFile = variable.isEmpty() || named.containsKey("at");
        if (!isFile && (named.containsKey("mode") || named.containsKey("owner"))) {
            throw new Malformed(
                    "a variable has neither mode nor owner", "Say `at:` as well if the secret shall be a file, too.");
        }
        return new SecretUse(
                name,
                isFile ? Optional.of(place(arguments.text("at", name))) : Optional.empty(),
                mode(named).orElse(FileMode.PRIVATE),
                owner(named),
                variable);
    }

    private static String place(String at) {
        return at.startsWith("/") ? at : SecretUse.FOLDER + at;
    }

    private static String variable(String name) {
        if (!name.matches("[a-zA-Z_][a-zA-Z0-9_.-]*")) {
            throw new Malformed(
                    "'" + name + "' is not a name for an environment variable",
                    "Use letters, digits and underscores, not beginning with a digit.");
        }
        return name;
    }

    /** A bare number would be octal or decimal, depending on a zero that is easily overlooked. */
    private static Optional<FileMode> mode(Map<String, Object> named) {
        if (named.get("mode") instanceof Number) {
            throw new Malformed("'mode:' is a number", "Write octal digits in quotes: mode: '0644'.");
        }
        return Optional.ofNullable(named.get("mode")).map(Arguments::text).map(FileMode::parse);
    }

    private static Optional<Owner> owner(Map<String, Object> named) {
        return Optional.ofNullable(named.get("owner")).map(Arguments::text).map(Owner::parse);
    }
}
