package dockdsl.secret.kv;

import dockdsl.problem.NothingToWorkOn;
import dockdsl.value.Tree;
import java.net.http.HttpResponse;

/** Any answer of Vault but the good one, and what to do then (Vault's HTTP interface, "Status codes"). */
record Refusal(ServerName server, String path, HttpResponse<?> response, Tree answer) {
    private static final int MOST_TOLD = 200;

    NothingToWorkOn told() {
        return switch (response.statusCode()) {
            case 301, 302, 303, 307, 308 ->
                said(
                        "sends elsewhere: "
                                + response.headers().firstValue("location").orElse("?"),
                        "The token is not carried there. If it is the right server, name it: VAULT_ADDR.");
            case 400 -> said("does not understand the request for " + path, "Check role id, secret id and path.");
            case 403 ->
                said(
                        "denies " + path,
                        "The token has expired, or its policy does not allow this path. `vault token lookup` tells.");
            case 404 -> missing();
            case 429, 473 -> said("is a standby or has too much to do", "Name the active server: VAULT_ADDR.");
            case 503 -> said("is sealed or down for maintenance", "Unseal it: `vault operator unseal`.");
            default -> said("answers with " + response.statusCode() + " to " + path, "Its log tells more.");
        };
    }

    private NothingToWorkOn missing() {
        if (texts("warnings").contains("versioned") && path.contains("/")) {
            return said(
                    "has no " + path + ", because that engine keeps versions",
                    "Write kv('" + path.replaceFirst("/", "/data/") + "', ...).");
        }
        return said(
                "has no " + path + ", or its version was deleted",
                "Check the path; with version 2 of the engine it has data/ behind the engine's name: secret/data/shop.");
    }

    private NothingToWorkOn said(String what, String remedy) {
        String errors = texts("errors");
        return new NothingToWorkOn(
                "Vault (" + server + ") " + what + (errors.isEmpty() ? "" : " (" + errors + ")") + ".", remedy);
    }

    private String texts(String field) {
        return answer.find(field)
                .filter(Iterable.class::isInstance)
                .map(list -> cut(String.join(", ", answer.texts(field))))
                .orElse("");
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() > MOST_TOLD ? line.substring(0, MOST_TOLD) + "..." : line;
    }
}
