package dockdsl.vocabulary;

import dockdsl.value.HostRange;
import dockdsl.value.Malformed;
import dockdsl.value.SecretOrigin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The words of an inventory; they may stand in a site file, too. */
public final class InventoryWords {
    /** Where a password comes from. */
    public sealed interface Password {
        /** From a source that the line names. */
        record From(SecretOrigin origin) implements Password {}

        /** A secret that the file declares. */
        record Named(String secret) implements Password {}
    }

    /**
     * What {@code host} says of one or more hosts.
     *
     * @param names with ranges written out
     */
    public record HostLine(
            List<String> names,
            boolean embedded,
            Optional<String> address,
            Optional<Integer> port,
            Optional<String> user,
            Optional<String> key,
            Optional<String> jump,
            Optional<Password> password,
            Optional<Boolean> sudo,
            Optional<Password> sudoPassword,
            Optional<String> privateAddress,
            Map<String, Object> vars) {
        public HostLine {
            names = List.copyOf(names);
            vars = Collections.unmodifiableMap(new LinkedHashMap<>(vars));
        }

        /** Whether it says nothing but names. */
        public boolean onlyNames() {
            return equals(named(names));
        }

        private static HostLine named(List<String> names) {
            return new HostLine(
                    names,
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of());
        }
    }

    private static final String HOST_EXAMPLE =
            "host 'db1', address: '10.0.0.21', port: 2222, user: 'deploy', sudo: true";

    public static final Setting<HostLine> HOST = Setting.of(
                    "host",
                    new Kind<>(
                            "a host's name, such as 'web1' or 'web[01:03]'",
                            terms(),
                            InventoryWords::host,
                            line -> new TreeMap<>(Map.of("", String.join(", ", line.names())))),
                    HOST_EXAMPLE,
                    "A machine, or several by a range. What is not said comes from the user's SSH configuration: "
                            + "`address:`, `port:`, `user:`, `key:` (an identity file, which is offered first), `jump:` (the host to go through), "
                            + "`password:` (of the user, such as env('DB1_PASSWORD'), file('path'), command('pass show db1') or prompt(), or secret('NAME') that the file declares), "
                            + "`sudo:` (`true`: root's commands go through sudo; `false`: never; or where the password for sudo comes from: "
                            + "sudo: env('SUDO_PASSWORD'), which may stand as `sudoPassword:`, too), `privateAddress:` (where other hosts reach it) and `vars:`. "
                            + "Where `sudo:` is not said, sudo is used when root is needed and it asks for no password.")
            .alsoKnownAs("hosts", "server", "servers", "machine", "node")
            .adding((one, other) -> other);

    public static final Setting<Map<String, Object>> VARS = Setting.of(
                    "vars",
                    new Kind<>(
                            "names with values, such as domain: 'www.example.com'",
                            List.of(),
                            InventoryWords::vars,
                            vars -> new TreeMap<>(vars.keySet().stream()
                                    .collect(Collectors.toMap(name -> name, name -> String.valueOf(vars.get(name)))))),
                    "vars domain: 'www.example.com'",
                    "Variables of the group's hosts, or of all hosts at the top level; containers read them as `vars.domain`. "
                            + "A host's own win over a group's, an inner group's over an outer group's, and `--var` over all.")
            .alsoKnownAs("variables", "group_vars", "host_vars", "set")
            .adding(InventoryWords::merged);

    public static final Setting<List<String>> CHILDREN = Setting.of(
                    "children",
                    SiteKinds.NAMES,
                    "children 'web', 'db'",
                    "Groups whose hosts belong to this group, too.")
            .alsoKnownAs("groups", "members")
            .adding(Kinds::joined);

    /** A group; it may have groups inside, which {@link Language#word} knows. */
    public static final Block GROUP = new Block(
            "group",
            "Hosts with a common name and common variables. A group may stand inside a group.",
            "group('web') { host 'web[01:03]' }",
            List.of("groups", "inventory", "role"),
            List.of(HOST, VARS, CHILDREN));

    public static final Block BLOCK = new Block(
            "inventory",
            "What an inventory file says at its top level.",
            "group('web') { host 'web[01:03]' }",
            List.of(),
            List.of(GROUP, HOST, VARS, SecretWords.SECRET));

    private InventoryWords() {}

    private enum Embedded {
        HERE
    }

    private static HostLine host(Arguments arguments) {
        Arguments known = arguments.allowing(
                "address", "port", "user", "key", "jump", "password", "sudo", "sudoPassword", "privateAddress", "vars");
        List<Object> values = known.flat();
        boolean embedded = values.contains(Embedded.HERE);
        List<String> names = values.stream()
                .filter(value -> value != Embedded.HERE)
                .flatMap(name -> HostRange.expand(Arguments.text(name)).stream())
                .toList();
        Kinds.atLeastOne(names, "a host's name, such as 'web1' or 'web[01:03]'");
        if (names.size() > 1 && known.named().containsKey("address")) {
            throw new Malformed("'address:' can't be that of " + names.size() + " hosts", "Give each its own line.");
        }
        return new HostLine(
                names,
                embedded,
                text(known, "address"),
                port(known),
                text(known, "user"),
                text(known, "key"),
                text(known, "jump"),
                password(known, "password"),
                sudo(known),
                sudoPassword(known),
                text(known, "privateAddress"),
                vars(known.named().getOrDefault("vars", Map.of())));
    }

    private static List<Term> terms() {
        List<Term> terms = new ArrayList<>(SiteKinds.SECRET.terms());
        terms.addFirst(Term.constant(
                "embedded", Embedded.HERE, "This machine, through an SSH server that lives as long as the run."));
        terms.add(SiteKinds.secretName("db1_password"));
        return terms;
    }

    private static Optional<Password> password(Arguments arguments, String name) {
        Object value = arguments.named().get(name);
        Optional<Password> password = source(value);
        if (value != null && password.isEmpty()) {
            throw new Malformed(
                    "'" + name + ":' stands in the file for everybody to read",
                    "Write where it comes from: " + name
                            + ": env('DB1_PASSWORD'), file('path'), command('pass show db1'), prompt() or secret('NAME').");
        }
        return password;
    }

    private static Optional<Password> source(Object value) {
        return switch (value) {
            case null -> Optional.empty();
            case SecretOrigin origin -> Optional.of(new Password.From(origin));
            case SiteWords.SecretName secret -> Optional.of(new Password.Named(secret.name()));
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> sudo(Arguments arguments) {
        boolean asked = arguments.named().containsKey("sudoPassword");
        Object sudo = arguments.named().get("sudo");
        if (sudo instanceof Boolean flag) {
            if (asked && !flag) {
                throw new Malformed(
                        "'sudo: false' forbids sudo, and 'sudoPassword:' is for it", "Take one of them out.");
            }
            return Optional.of(flag);
        }
        if (sudo != null && source(sudo).isEmpty()) {
            throw new Malformed(
                    "'sudo:' is neither true nor false nor the source of a password",
                    "Write sudo: true, sudo: false or, for a sudo that wants a password, sudo: env('SUDO_PASSWORD').");
        }
        return sudo != null || asked ? Optional.of(true) : Optional.empty();
    }

    private static Optional<Password> sudoPassword(Arguments arguments) {
        return password(arguments, "sudoPassword")
                .or(() -> source(arguments.named().get("sudo")));
    }

    private static Optional<String> text(Arguments arguments, String name) {
        return Optional.ofNullable(arguments.named().get(name)).map(Arguments::text);
    }

    private static Optional<Integer> port(Arguments arguments) {
        if (!arguments.named().containsKey("port")) {
            return Optional.empty();
        }
        int port = arguments.integer("port", 22);
        if (port < 1 || port > 65535) {
            throw new Malformed("'port:' is " + port, "A port is a number from 1 to 65535.");
        }
        return Optional.of(port);
    }

    private static Map<String, Object> vars(Arguments arguments) {
        Map<String, Object> vars = new LinkedHashMap<>(arguments.named());
        for (Object value : arguments.positional()) {
            vars.putAll(vars(value));
        }
        if (vars.isEmpty()) {
            throw new Malformed("a value is missing", "Write a name and a value: vars domain: 'www.example.com'.");
        }
        return vars;
    }

    private static Map<String, Object> vars(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new Malformed("'" + value + "' has no name", "Write a name and a value: domain: 'www.example.com'.");
        }
        Map<String, Object> vars = new LinkedHashMap<>();
        map.forEach((name, each) -> vars.put(String.valueOf(name), each));
        return vars;
    }

    private static Map<String, Object> merged(Map<String, Object> below, Map<String, Object> above) {
        Map<String, Object> both = new LinkedHashMap<>(below);
        both.putAll(above);
        return both;
    }
}
