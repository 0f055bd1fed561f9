package dockdsl.secret.kv;

import dockdsl.problem.Nearest;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.value.Secret;
import dockdsl.value.SecretOrigin;
import dockdsl.value.Tree;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** HashiCorp Vault: logs in once for each server, and reads each secret once, however many of its fields are asked for. */
public final class KeyValueStore implements Function<SecretOrigin.KeyValue, Secret> {
    private final Map<String, String> environment;
    private final Path home;
    private final Function<String, Tree> json;
    private final Map<ServerName, VaultServer> servers = new HashMap<>();
    private final Map<Place, Map<String, Object>> read = new HashMap<>();

    private record Place(ServerName server, String path) {}

    /**
     * @param environment with the variables of Vault's own program, such as {@code VAULT_ADDR}
     * @param home where {@code .vault-token} is
     * @param json reads a JSON object, or throws {@link IllegalArgumentException}
     */
    public KeyValueStore(Map<String, String> environment, Path home, Function<String, Tree> json) {
        this.environment = Map.copyOf(environment);
        this.home = home;
        this.json = json;
    }

    /** @throws NothingToWorkOn when Vault does not give it; the message never has any of it */
    @Override
    public Secret apply(SecretOrigin.KeyValue origin) {
        ServerName name = ServerName.of(origin, environment);
        Place place = new Place(name, origin.path().replaceFirst("^/?(v1/)?", ""));
        Map<String, Object> fields = read.computeIfAbsent(place, this::fields);
        Object value = fields.get(origin.field());
        if (value == null) {
            String hint = Nearest.hint(origin.field(), fields.keySet());
            throw new NothingToWorkOn(
                    "The secret " + place.path() + " in Vault (" + name + ") has no field '" + origin.field() + "'.",
                    hint.isEmpty() ? "It has: " + String.join(", ", fields.keySet()) + "." : hint);
        }
        if (value instanceof Map || value instanceof Iterable) {
            throw new NothingToWorkOn(
                    "The field '" + origin.field() + "' of " + place.path() + " in Vault (" + name
                            + ") is no single value.",
                    "Keep text in it.");
        }
        return Secret.of(value.toString());
    }

    /** Version 2 of the engine puts the fields one level deeper, beside what it says about the version. */
    private Map<String, Object> fields(Place place) {
        VaultServer server = servers.computeIfAbsent(place.server(), this::loggedIn);
        Tree answer = server.read(place.path());
        try {
            Map<String, Object> data = answer.map("data");
            return data.get("data") instanceof Map && data.get("metadata") instanceof Map
                    ? answer.map("data.data")
                    : data;
        } catch (ClassCastException notVault) {
            throw server.strange(notVault);
        }
    }

    private VaultServer loggedIn(ServerName name) {
        VaultServer nobody = VaultServer.at(name, environment, json);
        return nobody.with(new VaultLogin(nobody, environment, home).token());
    }
}
