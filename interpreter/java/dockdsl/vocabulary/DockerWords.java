package dockdsl.vocabulary;

import dockdsl.problem.Nearest;
import dockdsl.value.Malformed;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The words of the {@code docker} block. */
public final class DockerWords {
    public static final Setting<String> VERSION = Setting.of(
                    "version",
                    Kind.plain(
                            "a version such as '28'",
                            arguments ->
                                    version(Arguments.text(arguments.allowing().only("a version such as '28'"))),
                            version -> version),
                    "version '28'",
                    "The oldest engine to accept. An older one stops the run before anything is changed.")
            .alsoKnownAs("minimum", "min_version", "docker_version");

    public static final Setting<String> SOURCE = Setting.of(
                    "source",
                    Kind.plain(
                                    "docker, distribution or preinstalled",
                                    arguments -> source(Arguments.text(
                                            arguments.allowing().only("docker, distribution or preinstalled"))),
                                    source -> source)
                            .withTerms(
                                    Term.constant("docker", "docker", "Docker's own package repository."),
                                    Term.constant(
                                            "distribution",
                                            "distribution",
                                            "The package of the host's distribution. The default."),
                                    Term.constant(
                                            "preinstalled", "preinstalled", "It is there; nothing is installed.")),
                    "source distribution",
                    "Where an engine is installed from on a host that has none.")
            .alsoKnownAs("from", "repository", "install");

    public static final Setting<SortedMap<String, Object>> DAEMON = Setting.of(
                    "daemon",
                    new Kind<>(
                            "settings of the engine, such as logDriver: 'json-file'",
                            List.of(),
                            DockerWords::daemon,
                            settings -> {
                                SortedMap<String, String> parts = new TreeMap<>();
                                settings.forEach((key, value) -> parts.put(key, String.valueOf(value)));
                                return parts;
                            }),
                    "daemon logDriver: 'json-file', logOpts: ['max-size': '10m'], liveRestore: true",
                    "Settings of the engine's daemon.json, in its own words or in camel case.")
            .alsoKnownAs("daemon_json", "daemonJson", "options", "config")
            .adding(DockerWords::merged);

    public static final Block BLOCK = new Block(
            "docker",
            "How a host gets its engine, and how the engine is set up.",
            "docker { version '28'; source docker }",
            List.of("engine", "geerlingguy.docker"),
            List.of(VERSION, SOURCE, DAEMON));

    /** What the engine understands in daemon.json; it does not start with anything else in it. */
    private static final Set<String> DAEMON_KEYS = new TreeSet<>(List.of(
            ("allow-direct-routing allow-nondistributable-artifacts api-cors-header authorization-plugins bip bip6 bridge "
                            + "cgroup-parent cgroup-default-cgroupns-mode cluster-advertise cluster-store containerd containerd-namespace "
                            + "containerd-plugin-namespace cpu-rt-period cpu-rt-runtime cdi-spec-dirs data-root debug "
                            + "default-address-pools default-cgroupns-mode default-gateway default-gateway-v6 default-ipc-mode "
                            + "default-network-opts default-runtime default-shm-size default-ulimits dns dns-opts dns-search "
                            + "exec-opts exec-root experimental features firewall-backend fixed-cidr fixed-cidr-v6 group hosts "
                            + "http-proxy https-proxy no-proxy proxies icc init init-path insecure-registries ip ip-forward "
                            + "ip-forward-no-drop ip-masq ip6tables iptables ipv6 labels live-restore log-driver log-format log-level "
                            + "log-opts max-concurrent-downloads max-concurrent-uploads max-download-attempts metrics-addr mtu "
                            + "no-new-privileges node-generic-resources oom-score-adjust pidfile raw-logs registry-mirrors runtimes "
                            + "seccomp-profile selinux-enabled shutdown-timeout storage-driver storage-opts swarm-default-advertise-addr "
                            + "tls tlscacert tlscert tlskey tlsverify userland-proxy userland-proxy-path userns-remap")
                    .split(" ")));

    private DockerWords() {}

    private static String version(String version) {
        if (!version.matches("\\d+(\\.\\d+)*")) {
            throw new Malformed(
                    "'" + version + "' is not a version of Docker",
                    "Write numbers and dots, such as '28' or '20.10.24'.");
        }
        return version;
    }

    private static String source(String source) {
        if (!List.of("docker", "distribution", "preinstalled").contains(source)) {
            throw new Malformed(
                    "'" + source + "' is no source of engines", "Write docker, distribution or preinstalled.");
        }
        return source;
    }

    private static SortedMap<String, Object> daemon(Arguments arguments) {
        SortedMap<String, Object> settings = new TreeMap<>();
        for (Object value : arguments.positional()) {
            if (!(value instanceof Map<?, ?> map)) {
                throw new Malformed("'" + value + "' has no name", "Write for example daemon liveRestore: true.");
            }
            map.forEach((name, each) -> put(settings, String.valueOf(name), each));
        }
        arguments.named().forEach((name, value) -> put(settings, name, value));
        if (settings.isEmpty()) {
            throw new Malformed("a value is missing", "Write for example daemon liveRestore: true.");
        }
        return settings;
    }

    private static void put(SortedMap<String, Object> settings, String name, Object value) {
        String key = name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
        if (!DAEMON_KEYS.contains(key)) {
            throw new Malformed(
                    "'" + name + ":' is not a setting of the engine",
                    (Nearest.hint(key, DAEMON_KEYS) + " The engine does not start with an unknown setting.").strip());
        }
        settings.put(key, key.endsWith("-opts") && value instanceof Map<?, ?> map ? texts(map) : plain(value));
    }

    private static Map<String, Object> texts(Map<?, ?> map) {
        Map<String, Object> texts = new LinkedHashMap<>();
        map.forEach((name, value) -> texts.put(String.valueOf(name), Arguments.text(value)));
        return texts;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Number number -> number;
            case Boolean flag -> flag;
            case Collection<?> several ->
                several.stream().map(DockerWords::plain).toList();
            case Map<?, ?> map -> {
                Map<String, Object> plain = new LinkedHashMap<>();
                map.forEach((name, each) -> plain.put(String.valueOf(name), plain(each)));
                yield plain;
            }
            case Object other -> Arguments.text(other);
        };
    }

    private static SortedMap<String, Object> merged(SortedMap<String, Object> below, SortedMap<String, Object> above) {
        SortedMap<String, Object> both = new TreeMap<>(below);
        both.putAll(above);
        return both;
    }
}
