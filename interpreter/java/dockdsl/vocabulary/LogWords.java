package dockdsl.vocabulary;

import java.util.SortedMap;

/** The words of a {@code container} block about where its output goes. */
public final class LogWords {
    public static final Setting<String> LOG_DRIVER = Setting.of(
                    "logDriver",
                    Kinds.TEXT,
                    "logDriver 'json-file'",
                    "Where its output goes: 'json-file', 'local', 'journald', 'syslog', 'none' and others. "
                            + "What the engine is set to when not said; another default of the engine does not touch containers that are there.")
            .alsoKnownAs("log_driver", "logging", "log", "log_config")
            .keptAs(LogFields.driver().defaultOfEngine("logDriver"));

    public static final Setting<SortedMap<String, String>> LOG_OPTIONS = Setting.of(
                    "logOptions",
                    Kinds.PAIRS,
                    "logOptions 'max-size': '10m', 'max-file': 3",
                    "Options of the log driver. The engine adds its own defaults, which are no difference.")
            .alsoKnownAs("log_options", "log_opt", "log_opts", "logOpts", "logOpt")
            .adding(Kinds::merged)
            .keptAs(LogFields.options());

    private LogWords() {}
}
