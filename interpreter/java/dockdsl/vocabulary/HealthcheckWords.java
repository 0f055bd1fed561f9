package dockdsl.vocabulary;

import dockdsl.observed.Generation;
import dockdsl.value.Durations;
import dockdsl.value.Healthcheck;
import dockdsl.value.Malformed;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The words of a {@code healthcheck} block. */
public final class HealthcheckWords {
    static final String DOC =
            "How the engine asks the container whether it is well. What is not said comes from the image, else from the engine "
                    + "(every 30s, three failures). `healthcheck none` switches the image's check off.";

    /** Engines want a millisecond at least. */
    private static final Kind<Duration> TIME = Kind.plain(
            Kinds.DURATION.expects(),
            arguments -> Healthcheck.time(Kinds.DURATION.read().apply(arguments)),
            Durations::show);

    public static final Setting<List<String>> COMMAND = Setting.of(
                    "command",
                    Kinds.COMMAND,
                    "command 'redis-cli', 'ping'",
                    "A command in the container that ends with 0 when all is well.")
            .alsoKnownAs("test", "cmd");
    public static final Setting<String> SHELL = Setting.of(
                    "shell",
                    Kinds.TEXT,
                    "shell 'wget -qO- http://localhost/ || exit 1'",
                    "The same as a line for the container's shell; instead of `command`.")
            .alsoKnownAs("cmd_shell", "sh");
    public static final Setting<Duration> INTERVAL = Setting.of(
                    "interval", TIME, "interval '5s'", "The time between two tests.")
            .alsoKnownAs("every");
    public static final Setting<Duration> TIMEOUT =
            Setting.of("timeout", TIME, "timeout '3s'", "How long a test may take.");
    public static final Setting<Duration> START_PERIOD = Setting.of(
                    "startPeriod", TIME, "startPeriod '10s'", "How long after the start failures do not count.")
            .alsoKnownAs("start_period", "grace");
    public static final Setting<Duration> START_INTERVAL = Setting.of(
                    "startInterval",
                    TIME,
                    "startInterval '1s'",
                    "The time between two tests during `startPeriod`, until one succeeds: it is known sooner that all is well. "
                            + "`interval` when not said.")
            .alsoKnownAs("start_interval", "startinterval")
            .since(Generation.DOCKER_25, "startInterval", length -> !length.isZero());
    public static final Setting<Integer> RETRIES =
            Setting.of("retries", Kinds.COUNT, "retries 5", "How many failures in a row make it unhealthy.");

    public static final Block BLOCK = new Block(
            "healthcheck",
            DOC,
            "healthcheck { command 'redis-cli', 'ping'; interval '5s' }",
            List.of("health_check", "healthCheck"),
            List.of(COMMAND, SHELL, INTERVAL, TIMEOUT, START_PERIOD, START_INTERVAL, RETRIES));

    static final Kind<Healthcheck> KIND = new Kind<>(
            "a block, or none",
            List.of(Term.constant("none", Healthcheck.NONE, "No health check, even if the image has one.")),
            arguments -> switch (arguments.allowing().only("a block, or none")) {
                case Healthcheck check -> check;
                case Object other ->
                    throw new Malformed(
                            "'" + other + "' is not a health check",
                            "Write a block: healthcheck { command 'redis-cli', 'ping' }.");
            },
            HealthcheckWords::show);

    private HealthcheckWords() {}

    private static SortedMap<String, String> show(Healthcheck check) {
        SortedMap<String, String> parts = new TreeMap<>();
        put(parts, "test", String.join(" ", check.test()));
        put(parts, "interval", check.interval());
        put(parts, "timeout", check.timeout());
        put(parts, "startPeriod", check.startPeriod());
        put(parts, "startInterval", check.startInterval());
        put(parts, "retries", check.retries() == 0 ? "" : String.valueOf(check.retries()));
        return parts;
    }

    private static void put(SortedMap<String, String> parts, String name, Duration length) {
        put(parts, name, length.isZero() ? "" : Durations.show(length));
    }

    private static void put(SortedMap<String, String> parts, String name, String text) {
        if (!text.isEmpty()) {
            parts.put(name, text);
        }
    }
}
