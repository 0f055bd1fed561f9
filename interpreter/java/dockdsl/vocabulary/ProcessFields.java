package dockdsl.vocabulary;

import dockdsl.value.Signal;
import dockdsl.value.Tree;
import java.time.Duration;

/** How the engine keeps the settings of {@link ProcessWords}. */
final class ProcessFields {
    /** What the engine waits when it is told nothing. */
    private static final Duration USUAL_STOP_TIMEOUT = Duration.ofSeconds(10);

    private ProcessFields() {}

    /** Nothing, true and false are three things: nothing follows the engine's own setting. */
    static EngineForm<String> init() {
        return EngineForm.of(
                "HostConfig.Init",
                "",
                inspect -> inspect.text("HostConfig.Init"),
                (body, init) -> body.with("HostConfig.Init", Boolean.parseBoolean(init)));
    }

    static EngineForm<Signal> stopSignal() {
        return EngineForm.of(
                        "Config.StopSignal",
                        Signal.TERM,
                        inspect -> signal(inspect, "Config.StopSignal"),
                        (body, signal) -> body.with("StopSignal", signal.name()))
                .inheriting(image -> signal(image, "StopSignal"), (image, declared) -> declared);
    }

    private static Signal signal(Tree tree, String path) {
        String text = tree.text(path);
        return text.isEmpty() ? Signal.TERM : Signal.parse(text);
    }

    static EngineForm<Duration> stopTimeout() {
        return EngineForm.of(
                "Config.StopTimeout",
                USUAL_STOP_TIMEOUT,
                inspect -> inspect.has("Config.StopTimeout")
                        ? Duration.ofSeconds(inspect.number("Config.StopTimeout"))
                        : USUAL_STOP_TIMEOUT,
                (body, timeout) -> body.with("StopTimeout", timeout.toSeconds()));
    }
}
