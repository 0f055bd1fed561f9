package dockdsl.vocabulary;

import java.util.SortedMap;

/**
 * How the engine keeps the settings of {@link LogWords}. A container keeps the engine's default driver and options of the day it was
 * made, and an option of its own beside default ones, so what it was told is remembered.
 */
final class LogFields {
    private static final String DRIVER = "HostConfig.LogConfig.Type";

    private LogFields() {}

    static EngineForm<String> driver() {
        return EngineForm.of(DRIVER, "", inspect -> inspect.text(DRIVER), (body, driver) -> body.with(DRIVER, driver));
    }

    static EngineForm<SortedMap<String, String>> options() {
        return new ToldPairs("logOptions").of(Fields.hostPairs("LogConfig.Config"));
    }
}
