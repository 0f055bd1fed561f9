package dockdsl.vocabulary;

import dockdsl.value.Tree;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How the engine keeps the settings of {@link LogWords}. A container keeps the engine's default driver and options of the day it was
 * made, and an option of its own beside default ones, so what it was told is remembered.
 */
final class LogFields {
    private static final String DRIVER = "HostConfig.LogConfig.Type";
    private static final String OPTIONS = "HostConfig.LogConfig.Config";

    private LogFields() {}

    static EngineForm<String> driver() {
        return EngineForm.of(DRIVER, "", inspect -> inspect.text(DRIVER), (body, driver) -> body.with(DRIVER, driver));
    }

    static EngineForm<SortedMap<String, String>> options() {
        return Fields.hostPairs("LogConfig.Config")
                .with((body, options) -> Told.remember(
                        body.with(OPTIONS, options),
                        options.keySet().stream().map(LogFields::remembered).collect(Collectors.toSet())))
                .counting(LogFields::toldOrDeclared);
    }

    private static SortedMap<String, String> toldOrDeclared(
            Tree inspect, SortedMap<String, String> seen, Optional<SortedMap<String, String>> declared) {
        if (seen.isEmpty()) {
            return seen;
        }
        Set<String> told = Told.in(inspect);
        SortedMap<String, String> options = new TreeMap<>(seen);
        options.keySet()
                .removeIf(name -> !told.contains(remembered(name))
                        && declared.filter(wanted -> wanted.containsKey(name)).isEmpty());
        return options;
    }

    private static String remembered(String option) {
        return "logOptions." + option;
    }
}
