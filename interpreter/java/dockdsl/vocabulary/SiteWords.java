package dockdsl.vocabulary;

import dockdsl.value.Malformed;
import dockdsl.value.SecretOrigin;
import dockdsl.value.SecretVariable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words at the top level of a site file. */
public final class SiteWords {
    /** A secret by its name: {@code secret('registry_password')}. */
    public record SecretName(String name) {}

    /** What {@code registry} says; username and password are both there or both absent. */
    public record Registry(
            String address, boolean insecure, Optional<String> username, Optional<SecretName> password) {}

    /** What stands in the brackets of {@code environment}. */
    public record Environment(String name, boolean isDefault) {}

    /** What {@code secret} says. */
    public record NamedSecret(String name, SecretOrigin origin) {}

    public static final Setting<String> SITE = Setting.of(
                    "site",
                    SiteKinds.SITE_NAME,
                    "site 'identidock'",
                    "The name of the site. Required, once. It keeps the containers, networks and volumes of several sites on one host apart.")
            .alsoKnownAs("name", "project", "project_name", "application", "stack");

    public static final Setting<String> PREFIX = Setting.of(
                    "prefix",
                    SiteKinds.PREFIX,
                    "prefix 'staging-'",
                    "What the names of the site's containers, networks and volumes begin with on the hosts, so that several environments fit "
                            + "on one of them. In the file they are called without it, and links find them without it. "
                            + "What is external keeps its name.")
            .alsoKnownAs("name_prefix", "namespace", "suffix");

    public static final Setting<List<Registry>> REGISTRY = Setting.of(
                    "registry",
                    SiteKinds.REGISTRY,
                    "registry 'registry.example.com:5000', username: 'ci', password: secret('registry_password')",
                    "A registry that needs a login or, with `insecure: true`, speaks plain HTTP. "
                            + "Images name it by the same host and port.")
            .alsoKnownAs("registries", "docker_login", "login")
            .adding(Kinds::joined);

    public static final Setting<List<NamedSecret>> SECRET = SecretWords.SECRET;

    public static final Setting<List<String>> INCLUDE = Setting.of(
                    "include",
                    SiteKinds.FILES,
                    "include 'common.groovy'",
                    "Reads another site file here, as if what it declares stood in this place. Its path starts at the folder of the file "
                            + "that says so. A file is read once, however often it is included. Methods and variables stay in the file that "
                            + "declares them; what several files share is a recipe.")
            .alsoKnownAs("includes", "import_tasks", "include_tasks", "import_playbook", "load")
            .adding(Kinds::joined);

    public static final Block DEFAULTS = new Block(
            "defaults",
            "What every container says unless it says otherwise: any words of `container` but those of its image. "
                    + "A container's own words replace it, or add to it where a word may be said several times; "
                    + "`without 'labels'` takes nothing over. With `on 'web'` it is for the containers on these hosts. "
                    + "It is evaluated for each container and host, wherever it stands.",
            "defaults { restart always; memory '256m' }",
            List.of("default", "common", "base", "x-common", "all_containers"),
            ContainerWords.BLOCK.words().stream()
                    .filter(word -> !ContainerWords.OF_THE_IMAGE.contains(word))
                    .toList());

    /** What stands in the brackets of {@code environment}. */
    public static final Kind<Environment> ENVIRONMENT_NAME = SiteKinds.ENVIRONMENT;

    public static final Block ENVIRONMENT = new Block(
            "environment",
            "What is different in an environment, which `--env` chooses: the words of a site file. `container('web') { ... }` in it "
                    + "changes or adds a container, `vars` go over those of the inventory, `site` renames the site. "
                    + "With `default: true` it is taken when none is chosen. It stands above the containers.",
            "environment('production') { vars domain: 'www.example.com'; defaults { memory '1g' } }",
            List.of("environments", "env", "stage", "overlay", "destination", "profile", "workspace"),
            List.of(
                    SITE,
                    PREFIX,
                    REGISTRY,
                    SECRET,
                    DockerWords.BLOCK,
                    NetworkWords.BLOCK,
                    VolumeWords.BLOCK,
                    DEFAULTS,
                    RolloutWords.BLOCK,
                    NotifyWords.BLOCK,
                    ContainerWords.BLOCK,
                    INCLUDE,
                    RecipeWords.USE,
                    InventoryWords.GROUP,
                    InventoryWords.HOST,
                    InventoryWords.VARS));

    public static final Block BLOCK = new Block(
            "site file",
            "What a site file says at its top level.",
            "site 'identidock'",
            List.of(),
            List.of(
                    SITE,
                    PREFIX,
                    REGISTRY,
                    SECRET,
                    DockerWords.BLOCK,
                    NetworkWords.BLOCK,
                    VolumeWords.BLOCK,
                    DEFAULTS,
                    RolloutWords.BLOCK,
                    NotifyWords.BLOCK,
                    ContainerWords.BLOCK,
                    ENVIRONMENT,
                    INCLUDE,
                    RecipeWords.USE,
                    InventoryWords.GROUP,
                    InventoryWords.HOST,
                    InventoryWords.VARS));

    private SiteWords() {}

    static Registry registry(Arguments arguments) {
        Arguments known = arguments.allowing("insecure", "username", "password");
        String address = Arguments.text(known.only("a registry's host and port, such as 'registry.example.com:5000'"));
        if (!address.matches("[a-zA-Z0-9][a-zA-Z0-9.-]*(:\\d{1,5})?")) {
            throw new Malformed(
                    "'" + address + "' is not the address of a registry",
                    "Write host and port as images name it, such as 'registry.example.com:5000', without https:// and without a path.");
        }
        Map<String, Object> named = known.named();
        if (named.containsKey("username") != named.containsKey("password")) {
            throw new Malformed(
                    "a login is a username and a password",
                    "Write username: 'ci', password: secret('registry_password').");
        }
        return new Registry(
                address,
                known.flag("insecure"),
                Optional.ofNullable(named.get("username")).map(Arguments::text),
                Optional.ofNullable(named.get("password")).map(SiteWords::password));
    }

    private static SecretName password(Object value) {
        if (value instanceof SecretName secret) {
            return secret;
        }
        throw new Malformed(
                "'password:' stands in the file for everybody to read",
                "Write password: secret('registry_password'), and say at the top level: "
                        + "secret 'registry_password', from: env('REGISTRY_PASSWORD').");
    }

    static NamedSecret secret(Arguments arguments) {
        Arguments known = arguments.allowing("from");
        String name =
                Arguments.text(known.only("a name and its source: 'redis_password', from: env('REDIS_PASSWORD')"));
        if (!name.matches("[a-zA-Z0-9][a-zA-Z0-9_.-]*")) {
            throw new Malformed(
                    "'" + name + "' is not a name for a secret", "Use letters, digits, dots, dashes and underscores.");
        }
        return switch (known.named().get("from")) {
            case SecretOrigin origin -> new NamedSecret(name, origin);
            case SecretVariable variable -> new NamedSecret(name, new SecretOrigin.Variable(variable));
            case null ->
                throw new Malformed(
                        "it is not said where the secret comes from", "Write for example from: env('REDIS_PASSWORD').");
            default ->
                throw new Malformed(
                        "'from:' is not a source of secrets",
                        "Write env('NAME'), file('path'), command('pass show x'), vault('file'), age('file'), kv('path', field: 'name') or "
                                + "prompt(). The value itself does not belong in the file.");
        };
    }
}
