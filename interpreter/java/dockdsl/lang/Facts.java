package dockdsl.lang;

import dockdsl.model.Host;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a block may ask: {@code vars} and, where it is evaluated for a host, {@code host}.
 *
 * @param vars the variables, with those of the command line on top
 */
record Facts(Optional<Host> host, Map<String, Object> vars) {
    static final Facts NONE = new Facts(Optional.empty(), Map.of());
    static final List<String> SUBJECTS = List.of("host", "vars", "given");

    /** @param layers of variables, the later winning */
    @SafeVarargs
    static Facts of(Optional<Host> host, Map<String, Object>... layers) {
        Map<String, Object> vars = new LinkedHashMap<>();
        for (Map<String, Object> layer : layers) {
            vars.putAll(layer);
        }
        return new Facts(host, vars);
    }

    /** {@code host} as a map, for those who look at it as a whole. */
    Map<String, Object> hostFields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        host.ifPresent(known -> {
            fields.put("name", known.name());
            fields.put("address", address(known));
            fields.put("groups", new ArrayList<>(known.groups()));
            fields.put("vars", vars);
        });
        return fields;
    }

    private static String address(Host host) {
        return host.privateAddress()
                .orElseGet(() -> host.access() instanceof Host.Ssh ssh ? ssh.address() : "127.0.0.1");
    }
}
