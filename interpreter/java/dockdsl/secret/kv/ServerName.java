package dockdsl.secret.kv;

import dockdsl.problem.NothingToWorkOn;
import dockdsl.value.SecretOrigin;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Which Vault: its address, and the namespace in it. */
record ServerName(URI address, Optional<String> namespace) {
    /** What the site file says, else the environment. @throws NothingToWorkOn when neither does, or it is no address */
    static ServerName of(SecretOrigin.KeyValue origin, Map<String, String> environment) {
        String address = origin.address()
                .or(() -> said(environment, "VAULT_ADDR"))
                .orElseThrow(
                        () -> new NothingToWorkOn(
                                "It is not said where Vault is.",
                                "Set VAULT_ADDR=https://vault.example.com:8200, or write kv('...', field: '...', address: 'https://...')."));
        return new ServerName(uri(address), origin.namespace().or(() -> said(environment, "VAULT_NAMESPACE")));
    }

    static Optional<String> said(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static URI uri(String address) {
        try {
            URI uri = URI.create(address.replaceFirst("/+$", ""));
            if (("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException noAddress) {
            throw new NothingToWorkOn(
                    "'" + address + "' is not the address of a Vault.",
                    "Write https://vault.example.com:8200.",
                    noAddress);
        }
        throw new NothingToWorkOn(
                "'" + address + "' is not the address of a Vault.", "Write https://vault.example.com:8200.");
    }

    @Override
    public String toString() {
        return address + namespace.map(name -> ", namespace " + name).orElse("");
    }
}
