package dockdsl.vocabulary;

import dockdsl.value.Malformed;
import dockdsl.value.SecretOrigin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The sorts of values at the top level of a site file. */
final class SiteKinds {
    static final Kind<String> SITE_NAME = Kind.plain(
            "a name such as 'identidock'",
            arguments -> siteName(Arguments.text(arguments.allowing().only("a name such as 'identidock'"))),
            name -> name);

    static final Kind<SiteWords.Environment> ENVIRONMENT = Kind.plain(
            "its name in brackets: environment('production') { ... }",
            arguments -> new SiteWords.Environment(
                    environmentName(Arguments.text(arguments
                            .allowing("default")
                            .only("its name in brackets: environment('production') { ... }"))),
                    arguments.flag("default")),
            SiteWords.Environment::name);

    static final Kind<String> PREFIX = Kind.plain(
            "the beginning of names, such as 'staging-'",
            arguments ->
                    prefix(Arguments.text(arguments.allowing().only("the beginning of names, such as 'staging-'"))),
            prefix -> prefix);

    static final Kind<List<String>> NAMES = Kind.plain(
            "a name in quotes",
            arguments -> Kinds.atLeastOne(arguments.allowing().flat(), "a name in quotes").stream()
                    .map(name -> engineName(Arguments.text(name)))
                    .toList(),
            names -> String.join(", ", names));

    static final Kind<List<String>> FILES = Kind.plain(
            "a file's path, such as 'common.groovy'",
            arguments ->
                    Kinds.atLeastOne(arguments.allowing().flat(), "a file's path, such as 'common.groovy'").stream()
                            .map(Arguments::text)
                            .toList(),
            files -> String.join(", ", files));

    static final Kind<List<SiteWords.Registry>> REGISTRY = new Kind<>(
            "a registry's host and port, such as 'registry.example.com:5000'",
            List.of(secretName("registry_password")),
            arguments -> List.of(SiteWords.registry(arguments)),
            registries -> new TreeMap<>(
                    registries.stream().collect(Collectors.toMap(SiteWords.Registry::address, registry -> ""))));

    static final Kind<List<SiteWords.NamedSecret>> SECRET = new Kind<>(
            "a name and its source: 'redis_password', from: env('REDIS_PASSWORD')",
            List.of(
                    new Term(
                            "env",
                            "env('REDIS_PASSWORD')",
                            "A variable in the environment of dockdsl.",
                            arguments -> new SecretOrigin.Environment(text(arguments, "a variable's name"))),
                    new Term(
                            "file",
                            "file('secrets/redis')",
                            "A file, seen from the site file, byte by byte; `trim: true` leaves out a line break at its end.",
                            SiteKinds::plainFile),
                    new Term(
                            "command",
                            "command('pass show redis')",
                            "What a command prints.",
                            arguments -> new SecretOrigin.Program(
                                    Kinds.COMMAND.read().apply(new Arguments(arguments.positional(), Map.of())))),
                    new Term(
                            "vault",
                            "vault('secrets/production.yml', key: 'redis_password')",
                            "A file that Ansible Vault has encrypted, seen from the site file: all of it, or with `key:` one value of the YAML in it. "
                                    + "`--vault-password-file` and `--vault-id` say the password.",
                            arguments -> new SecretOrigin.VaultFile(path(arguments, "key"), named(arguments, "key"))),
                    new Term(
                            "age",
                            "age('secrets/production.age')",
                            "A file that age has encrypted, seen from the site file: all of it, or with `key:` one value of the YAML in it. "
                                    + "`--age-identity` says the key.",
                            arguments -> new SecretOrigin.AgeFile(path(arguments, "key"), named(arguments, "key"))),
                    new Term(
                            "kv",
                            "kv('secret/data/shop', field: 'password')",
                            "A field of a secret in HashiCorp Vault, version 1 or 2 of its KV engine. VAULT_ADDR or `address:` says where, "
                                    + "VAULT_NAMESPACE or `namespace:` in which namespace.",
                            SiteKinds::keyValue),
                    new Term(
                            "prompt",
                            "prompt('Redis password')",
                            "Asks, when there is somebody to ask.",
                            arguments -> new SecretOrigin.Prompt(
                                    arguments.positional().isEmpty() ? "" : text(arguments, "a question")))),
            arguments -> List.of(SiteWords.secret(arguments)),
            secrets -> new TreeMap<>(
                    secrets.stream().collect(Collectors.toMap(SiteWords.NamedSecret::name, secret -> "***"))));

    private SiteKinds() {}

    static Term secretName(String example) {
        return new Term(
                "secret",
                "secret('" + example + "')",
                "The secret of this name, which the top level declares.",
                arguments -> new SiteWords.SecretName(
                        Arguments.text(arguments.allowing().only("a secret's name"))));
    }

    private static String text(Arguments arguments, String expected) {
        return Arguments.text(arguments.allowing().only(expected));
    }

    private static SecretOrigin plainFile(Arguments arguments) {
        return new SecretOrigin.PlainFile(path(arguments, "trim"), arguments.flag("trim"));
    }

    private static SecretOrigin keyValue(Arguments arguments) {
        String path = path(arguments, "field", "address", "namespace");
        String field = named(arguments, "field")
                .orElseThrow(() -> new Malformed(
                        "it is not said which field of '" + path + "' the secret is",
                        "Write for example kv('" + path + "', field: 'password')."));
        return new SecretOrigin.KeyValue(path, field, named(arguments, "address"), named(arguments, "namespace"));
    }

    private static String path(Arguments arguments, String... names) {
        return Arguments.text(arguments.allowing(names).only("a path"));
    }

    private static Optional<String> named(Arguments arguments, String name) {
        return Optional.ofNullable(arguments.named().get(name)).map(Arguments::text);
    }

    private static String siteName(String name) {
        if (!name.matches("[a-z0-9][a-z0-9_-]*")) {
            throw new Malformed(
                    "'" + name + "' is not a name for a site",
                    "Use lower-case letters, digits, dashes and underscores, such as 'identidock'.");
        }
        return name;
    }

    private static String environmentName(String name) {
        if (!name.matches("[a-z0-9][a-z0-9_-]*")) {
            throw new Malformed(
                    "'" + name + "' is not a name for an environment",
                    "Use lower-case letters, digits, dashes and underscores, such as 'production'.");
        }
        return name;
    }

    private static String prefix(String prefix) {
        if (!prefix.matches("[a-z0-9][a-z0-9_.-]*")) {
            throw new Malformed(
                    "'" + prefix + "' cannot begin the name of a container",
                    "Use lower-case letters, digits, dashes, dots and underscores, such as 'staging-'.");
        }
        return prefix;
    }

    static String engineName(String name) {
        if (!name.matches("[a-zA-Z0-9][a-zA-Z0-9_.-]+")) {
            throw new Malformed(
                    "'" + name + "' is not a name that the engine takes",
                    "Use letters, digits, dots, dashes and underscores, two or more, beginning with a letter or digit.");
        }
        return name;
    }
}
