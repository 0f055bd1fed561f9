package dockdsl.docker;

import dockdsl.model.RegistrySpec;
import dockdsl.value.Json;
import dockdsl.value.Tree;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** How the engine is told a registry's login, for one request and not to be kept. */
final class RegistryAuth {
    private RegistryAuth() {}

    static Map<String, String> headers(Optional<RegistrySpec.Login> login) {
        return login.map(known -> Map.of("X-Registry-Auth", encoded(known))).orElse(Map.of());
    }

    private static String encoded(RegistrySpec.Login login) {
        Tree auth = Tree.EMPTY
                .with("username", login.username())
                .with("password", login.password().revealText());
        return Base64.getUrlEncoder().encodeToString(Json.canonical(auth).getBytes(StandardCharsets.UTF_8));
    }
}
