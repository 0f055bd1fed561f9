package dockdsl.secret.kv;

import dockdsl.problem.NothingToWorkOn;
import dockdsl.value.Secret;
import dockdsl.value.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How to get a token: {@code VAULT_TOKEN}, a token for one use that has it wrapped ({@code VAULT_WRAPPED_TOKEN}), an AppRole
 * ({@code VAULT_ROLE_ID} and {@code VAULT_SECRET_ID}), or what {@code vault login} left in {@code ~/.vault-token}.
 */
record VaultLogin(VaultServer server, Map<String, String> environment, Path home) {
    private static final String LOGIN = "auth/approle/login";
    private static final String UNWRAP = "sys/wrapping/unwrap";

    /** @throws NothingToWorkOn when there is no way to get one */
    Secret token() {
        return said("VAULT_TOKEN")
                .map(Secret::of)
                .or(() -> said("VAULT_WRAPPED_TOKEN").map(this::unwrapped))
                .or(() -> said("VAULT_ROLE_ID").map(role -> byRole(role, said("VAULT_SECRET_ID"))))
                .or(this::kept)
                .orElseThrow(
                        () -> new NothingToWorkOn(
                                "There is no token for Vault.",
                                "Log in, `vault login`, or set VAULT_TOKEN, VAULT_WRAPPED_TOKEN, or VAULT_ROLE_ID and VAULT_SECRET_ID."));
    }

    private Optional<String> said(String name) {
        return ServerName.said(environment, name);
    }

    /** What is wrapped is a token, or the secret id of an AppRole. Whoever unwraps second gets nothing, and knows that there was a first. */
    private Secret unwrapped(String once) {
        Tree answer;
        try {
            answer = server.with(Secret.of(once)).write(UNWRAP, Map.of());
        } catch (NothingToWorkOn spent) {
            throw new NothingToWorkOn(
                    "The wrapped token could not be unwrapped. " + spent.getMessage(),
                    "It is good for one use within its time. If nobody of yours used it, somebody else has: revoke it and ask for a new one.",
                    spent);
        }
        return text(answer, "auth.client_token")
                .or(() -> text(answer, "data.token"))
                .map(Secret::of)
                .or(() -> text(answer, "data.secret_id")
                        .flatMap(secretId -> said("VAULT_ROLE_ID").map(role -> byRole(role, Optional.of(secretId)))))
                .orElseThrow(() -> new NothingToWorkOn(
                        "There is no token in the wrapped token.", "With a wrapped secret id, set VAULT_ROLE_ID too."));
    }

    private Secret byRole(String role, Optional<String> secretId) {
        Map<String, Object> body = secretId.<Map<String, Object>>map(
                        secret -> Map.of("role_id", role, "secret_id", secret))
                .orElse(Map.of("role_id", role));
        return text(server.write(LOGIN, body), "auth.client_token")
                .map(Secret::of)
                .orElseThrow(() -> server.strange(null));
    }

    private static Optional<String> text(Tree answer, String path) {
        return answer.find(path)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isEmpty());
    }

    private Optional<Secret> kept() {
        try {
            return Optional.of(Files.readString(home.resolve(".vault-token")).strip())
                    .filter(token -> !token.isEmpty())
                    .map(Secret::of);
        } catch (IOException none) {
            return Optional.empty();
        }
    }
}
