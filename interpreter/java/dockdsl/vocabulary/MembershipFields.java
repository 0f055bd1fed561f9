package dockdsl.vocabulary;

import dockdsl.value.Tree;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/** How the engine keeps what a container is in its network. */
final class MembershipFields {
    private static final String FIELD = "MacAddress";

    private MembershipFields() {}

    /** An engine makes one up where it is told none; one that shall be stopped shows none at times. */
    static EngineForm<String> mac() {
        return EngineForm.of(
                        "NetworkSettings.Networks.MacAddress",
                        "",
                        MembershipFields::seenMac,
                        (body, mac) -> Told.remember(body.with(FIELD, mac), "macAddress"))
                .readFrom("NetworkSettings.Networks", "Config." + FIELD, "Config.Labels")
                .counting(MembershipFields::toldOrDeclared);
    }

    private static String seenMac(Tree inspect) {
        Map<String, Object> networks = inspect.map("NetworkSettings.Networks");
        String first = networks.isEmpty()
                ? ""
                : Tree.of(networks.get(Collections.min(networks.keySet()))).text(FIELD);
        return first.isEmpty() ? inspect.text("Config." + FIELD) : first;
    }

    private static String toldOrDeclared(Tree inspect, String seen, Optional<String> declared) {
        boolean told = Told.in(inspect).contains("macAddress");
        if (seen.isEmpty() && told) {
            return declared.orElse("told before");
        }
        return told || declared.isPresent() ? seen : "";
    }
}
