package dockdsl.vocabulary;

import dockdsl.observed.Facility;
import dockdsl.value.Bytes;
import dockdsl.value.Cpus;
import dockdsl.value.Donor;
import dockdsl.value.Healthcheck;
import dockdsl.value.Mount;
import dockdsl.value.Platform;
import dockdsl.value.RestartPolicy;
import dockdsl.value.Tree;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the engine keeps the settings of a container that are neither ports nor mounts. */
final class EngineFields {
    /** Labels with this beginning are written by dockdsl itself and are no settings. */
    static final String OUR_LABELS = "dockdsl.";

    private static final String START_INTERVAL = "StartInterval";

    private static final String PLATFORM_TOLD = "platform=";

    private EngineFields() {}

    static EngineForm<List<String>> words(String field) {
        String path = "Config." + field;
        return EngineForm.<List<String>>of(
                        path, List.of(), inspect -> inspect.texts(path), (body, words) -> body.with(field, words))
                .inheriting(image -> image.texts(field), (image, declared) -> declared);
    }

    /**
     * Engines are told beside the body, and old ones tell of images only what they are made for; so a label remembers what a
     * container was told.
     */
    static EngineForm<String> platform() {
        return EngineForm.of(
                        "platform, beside the body",
                        "",
                        EngineFields::seenPlatform,
                        (body, platform) -> Told.remember(body.with("Platform", platform), PLATFORM_TOLD + platform))
                .readFrom("Config.Labels")
                .counting((inspect, seen, declared) ->
                        declared.isPresent() || toldPlatform(inspect).isPresent() ? seen : "");
    }

    private static String seenPlatform(Tree inspect) {
        Tree made = inspect.tree("ImageManifestDescriptor.platform");
        return toldPlatform(inspect)
                .orElseGet(() -> made.text("architecture").isEmpty()
                        ? ""
                        : new Platform(made.text("os"), made.text("architecture"), made.text("variant")).toString());
    }

    static Optional<String> toldPlatform(Tree inspect) {
        return Told.in(inspect).stream()
                .filter(told -> told.startsWith(PLATFORM_TOLD))
                .map(told -> told.substring(PLATFORM_TOLD.length()))
                .findFirst();
    }

    static EngineForm<String> text(String field) {
        String path = "Config." + field;
        return EngineForm.of(path, "", inspect -> inspect.text(path), (body, text) -> body.with(field, text))
                .inheriting(image -> image.text(field), (image, declared) -> declared);
    }

    /** The engine cleans the path and keeps the root as nothing said. */
    static EngineForm<String> workdir() {
        return EngineForm.of(
                        "Config.WorkingDir",
                        "",
                        inspect -> folder(inspect.text("Config.WorkingDir")),
                        (body, path) -> body.with("WorkingDir", path))
                .inheriting(image -> folder(image.text("WorkingDir")), (image, declared) -> folder(declared));
    }

    private static String folder(String path) {
        String clean = Mount.clean(path);
        return clean.equals("/") ? "" : clean;
    }

    /** The engine names a container that has no host name after the first 12 digits of its Id. */
    static EngineForm<String> hostname() {
        return EngineForm.of(
                "Config.Hostname",
                "",
                EngineFields::ownHostname,
                (body, name) -> networkMode(body).equals("host")
                        ? Told.remember(body.with("Hostname", name), "hostname")
                        : body.with("Hostname", name));
    }

    /** The one it was told: the engine writes another's into it when it has a network of another's. */
    private static String ownHostname(Tree inspect) {
        String name = inspect.text("Config.Hostname");
        boolean chosen = !name.isEmpty() && inspect.text("Id").startsWith(name);
        boolean hosts = networkMode(inspect).equals("host") && !Told.in(inspect).contains("hostname");
        return chosen || hosts || isLentItsNetwork(inspect) ? "" : name;
    }

    private static String networkMode(Tree tree) {
        return tree.text("HostConfig.NetworkMode");
    }

    private static boolean isLentItsNetwork(Tree inspect) {
        return Donor.ofMode(networkMode(inspect)).isPresent();
    }

    /** Unlike other names, an image has none to give. */
    static EngineForm<String> domainname() {
        return EngineForm.of(
                "Config.Domainname",
                "",
                inspect -> isLentItsNetwork(inspect) ? "" : inspect.text("Config.Domainname"),
                (body, name) -> body.with("Domainname", name));
    }

    static EngineForm<SortedMap<String, String>> env() {
        return EngineForm.<SortedMap<String, String>>of(
                        "Config.Env",
                        Collections.emptySortedMap(),
                        inspect -> besidesSecrets(pairs(inspect.texts("Config.Env")), inspect),
                        (body, env) -> body.with(
                                "Env",
                                env.entrySet().stream()
                                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                                        .toList()))
                .inheriting(image -> pairs(image.texts("Env")), Kinds::merged);
    }

    /** Variables that hold secrets are compared by their fingerprints, and shown to nobody. */
    private static SortedMap<String, String> besidesSecrets(SortedMap<String, String> env, Tree inspect) {
        Set<String> secrets = Delivered.variables(inspect);
        if (secrets.isEmpty()) {
            return env;
        }
        SortedMap<String, String> others = new TreeMap<>(env);
        others.keySet().removeAll(secrets);
        return Collections.unmodifiableSortedMap(others);
    }

    private static SortedMap<String, String> pairs(List<String> lines) {
        SortedMap<String, String> pairs = new TreeMap<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            pairs.put(equals < 0 ? line : line.substring(0, equals), equals < 0 ? "" : line.substring(equals + 1));
        }
        return Collections.unmodifiableSortedMap(pairs);
    }

    static EngineForm<SortedMap<String, String>> labels() {
        return EngineForm.<SortedMap<String, String>>of(
                        "Config.Labels",
                        Collections.emptySortedMap(),
                        inspect -> users(inspect.map("Config.Labels")),
                        (body, labels) -> body.with("Labels", merged(body.map("Labels"), labels)))
                .inheriting(image -> users(image.map("Labels")), Kinds::merged);
    }

    static SortedMap<String, String> users(Map<String, Object> labels) {
        SortedMap<String, String> users = new TreeMap<>();
        labels.forEach((name, value) -> {
            if (!name.startsWith(OUR_LABELS)) {
                users.put(name, String.valueOf(value));
            }
        });
        return Collections.unmodifiableSortedMap(users);
    }

    static Map<String, Object> merged(Map<String, Object> ours, Map<String, String> users) {
        Map<String, Object> labels = new TreeMap<>(ours);
        labels.putAll(users);
        return labels;
    }

    static EngineForm<RestartPolicy> restart() {
        return EngineForm.of(
                        "HostConfig.RestartPolicy",
                        RestartPolicy.NEVER,
                        inspect -> new RestartPolicy(
                                RestartPolicy.parse(inspect.text("HostConfig.RestartPolicy.Name"))
                                        .name(),
                                (int) inspect.number("HostConfig.RestartPolicy.MaximumRetryCount")),
                        (body, policy) -> body.with(
                                "HostConfig.RestartPolicy",
                                Map.of("Name", policy.name(), "MaximumRetryCount", policy.retries())))
                .inPlace((before, after) -> true);
    }

    /**
     * The engine sets the swap limit to twice the memory when told nothing of it, and refuses an update that would lift the
     * memory above the old swap limit, so both are always sent. It cannot lift a limit from a container.
     */
    static EngineForm<Bytes> memory() {
        return EngineForm.of(
                        "HostConfig.Memory",
                        Bytes.UNLIMITED,
                        inspect -> new Bytes(inspect.number("HostConfig.Memory")),
                        (body, size) -> body.with("HostConfig.Memory", size.count())
                                .with("HostConfig.MemorySwap", 2 * size.count()))
                .inPlace((before, after) -> after.count() != 0)
                .needing(Facility.MEMORY);
    }

    static EngineForm<Cpus> cpus() {
        return EngineForm.of(
                        "HostConfig.NanoCpus",
                        Cpus.UNLIMITED,
                        inspect -> new Cpus(inspect.number("HostConfig.NanoCpus")),
                        (body, cpus) -> body.with("HostConfig.NanoCpus", cpus.nano()))
                .inPlace((before, after) -> after.nano() != 0);
    }

    static EngineForm<Healthcheck> healthcheck() {
        return EngineForm.of(
                        "Config.Healthcheck",
                        Healthcheck.INHERITED,
                        inspect -> healthcheck(inspect.tree("Config.Healthcheck")),
                        (body, check) -> body.with("Healthcheck", fields(check)))
                .inheriting(image -> healthcheck(image.tree("Healthcheck")), (image, declared) -> declared.over(image));
    }

    private static Healthcheck healthcheck(Tree check) {
        if (check.fields().isEmpty()) {
            return Healthcheck.INHERITED;
        }
        return new Healthcheck(
                check.texts("Test"),
                Duration.ofNanos(check.number("Interval")),
                Duration.ofNanos(check.number("Timeout")),
                Duration.ofNanos(check.number("StartPeriod")),
                Duration.ofNanos(check.number(START_INTERVAL)),
                (int) check.number("Retries"));
    }

    /** Nothing is said of what only newer engines know unless it is declared: what older releases told is still the same. */
    private static Map<String, Object> fields(Healthcheck check) {
        Map<String, Object> fields = new TreeMap<>(Map.of(
                "Test", check.test(),
                "Interval", check.interval().toNanos(),
                "Timeout", check.timeout().toNanos(),
                "StartPeriod", check.startPeriod().toNanos(),
                "Retries", check.retries()));
        if (!check.startInterval().isZero()) {
            fields.put(START_INTERVAL, check.startInterval().toNanos());
        }
        return fields;
    }
}
