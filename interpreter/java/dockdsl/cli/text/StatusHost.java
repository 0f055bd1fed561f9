package dockdsl.cli.text;

import dockdsl.observed.EngineInfo;
import dockdsl.observed.Machine;
import java.util.Optional;

/**
 * A host of a run.
 *
 * @param address the IP address it was reached at; empty when it was not reached
 * @param engine its versions are empty where there is none
 * @param trouble why there is no news of it; empty when there is
 */
public record StatusHost(
        String host, Optional<String> address, EngineInfo engine, Optional<Machine> machine, String trouble) {
    public static final EngineInfo NO_ENGINE = new EngineInfo("", "");

    /** One that did not answer. @param why half a sentence */
    public static StatusHost silent(String host, String why) {
        return new StatusHost(host, Optional.empty(), NO_ENGINE, Optional.empty(), why);
    }

    public boolean isReachable() {
        return address.isPresent();
    }
}
