package dockdsl.doctor;

import dockdsl.value.PublishedPort;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the site wants of one host, as far as it can go wrong there.
 *
 * @param ports that it publishes
 * @param containers how each of its containers writes its log, by the engine's name
 * @param rotated whether it tells the engine how large logs may become
 * @param oldest the oldest engine that it accepts, such as {@code 28}
 */
public record Wanted(List<PublishedPort> ports, Map<String, Log> containers, boolean rotated, Optional<String> oldest) {
    /** The log driver that keeps everything unless told how much. */
    static final String FILE = "json-file";

    /** Of a host of which no site says anything. */
    public static final Wanted NOTHING = new Wanted(List.of(), Map.of(), false, Optional.empty());

    /** @param driver that the site says; empty for that of the engine @param bounded whether a largest size is said */
    public record Log(Optional<String> driver, boolean bounded) {
        /** @param engines the log driver of the engine */
        boolean isEndless(String engines) {
            return !bounded && driver.orElse(engines).equals(Wanted.FILE);
        }
    }

    public Wanted {
        ports = List.copyOf(ports);
        containers = Map.copyOf(containers);
    }
}
