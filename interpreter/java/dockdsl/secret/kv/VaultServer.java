package dockdsl.secret.kv;

import dockdsl.problem.NothingToWorkOn;
import dockdsl.value.Json;
import dockdsl.value.Secret;
import dockdsl.value.Tree;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;

/** One server of HashiCorp Vault. Every call is bounded in time and size, and a redirection is never followed: it would carry the token elsewhere. */
final class VaultServer {
    private static final int MOST_BYTES = 1 << 20;
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(30);

    private final ServerName name;
    private final HttpClient client;
    private final Duration patience;
    private final Function<String, Tree> json;
    private final Optional<Secret> token;

    private VaultServer(
            ServerName name,
            HttpClient client,
            Duration patience,
            Function<String, Tree> json,
            Optional<Secret> token) {
        this.name = name;
        this.client = client;
        this.patience = patience;
        this.json = json;
        this.token = token;
    }

    /** Nobody is logged in. */
    static VaultServer at(ServerName name, Map<String, String> environment, Function<String, Tree> json) {
        Duration patience = ServerName.said(environment, "VAULT_CLIENT_TIMEOUT")
                .filter(seconds -> seconds.matches("[1-9]\\d{0,3}s?"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds.replace("s", ""))))
                .orElse(USUAL_PATIENCE);
        HttpClient.Builder client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience);
        ServerName.said(environment, "VAULT_CACERT").ifPresent(file -> client.sslContext(Authority.trusting(file)));
        return new VaultServer(name, client.build(), patience, json, Optional.empty());
    }

    VaultServer with(Secret newToken) {
        return new VaultServer(name, client, patience, json, Optional.of(newToken));
    }

    /** @throws NothingToWorkOn with what Vault says, when it does not give it */
    Tree read(String path) {
        return answer(request(path).GET().build(), path);
    }

    Tree write(String path, Map<String, Object> body) {
        return answer(
                request(path)
                        .POST(HttpRequest.BodyPublishers.ofString(Json.canonical(body)))
                        .build(),
                path);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path)).timeout(patience).header("X-Vault-Request", "true");
        name.namespace().ifPresent(namespace -> request.header("X-Vault-Namespace", printable(namespace, "namespace")));
        token.ifPresent(secret -> request.header("X-Vault-Token", printable(secret.revealText(), "token")));
        return request;
    }

    private URI uri(String path) {
        try {
            return URI.create(name.address() + new URI(null, null, "/v1/" + path, null).getRawPath());
        } catch (URISyntaxException noPath) {
            throw new NothingToWorkOn("'" + path + "' can't be a path in Vault.", "Write secret/data/shop.", noPath);
        }
    }

    /** What can't stand in a header would be told by the HTTP client, with its text. */
    private static String printable(String text, String what) {
        if (!text.matches("[!-~]+")) {
            throw new NothingToWorkOn("The " + what + " for Vault has characters that can't be in one.", "Check it.");
        }
        return text;
    }

    private Tree answer(HttpRequest request, String path) {
        HttpResponse<byte[]> response = sent(request);
        if (response.statusCode() != 200) {
            throw new Refusal(name, path, response, errors(response)).told();
        }
        return tree(response).orElseThrow(() -> strange(null));
    }

    private HttpResponse<byte[]> sent(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> sending =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            return sending.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            sending.cancel(true);
            throw unreachable("did not answer within " + patience.toSeconds() + "s", late);
        } catch (ExecutionException failed) {
            throw unreachable("can't be asked: " + why(failed.getCause()), failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unreachable("was not asked to the end", interrupted);
        }
    }

    private static String why(Throwable cause) {
        return switch (cause) {
            case ConnectException refused -> "the connection is refused";
            case HttpTimeoutException late -> "it does not answer in time";
            case javax.net.ssl.SSLException elsewhere
            when isForAnotherName(elsewhere) -> "its certificate is trusted, but for another name than this";
            case javax.net.ssl.SSLException expired
            when hasCause(expired, CertificateExpiredException.class) -> "its certificate has expired";
            case javax.net.ssl.SSLException untrusted ->
                "its certificate is not trusted; VAULT_CACERT names the file of its authority";
            case IOException other when other.getMessage() != null -> other.getMessage();
            default -> cause.getClass().getSimpleName();
        };
    }

    private static boolean isForAnotherName(Throwable failure) {
        String said = String.valueOf(failure.getMessage());
        return said.contains("No subject alternative") || said.contains("No name matching");
    }

    private static boolean hasCause(Throwable failure, Class<?> type) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(type::isInstance);
    }

    private NothingToWorkOn unreachable(String how, Throwable cause) {
        return new NothingToWorkOn("Vault (" + name + ") " + how + ".", "Check the address and the network.", cause);
    }

    private Optional<Tree> tree(HttpResponse<byte[]> response) {
        try {
            return Optional.of(json.apply(new String(response.body(), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException noJson) {
            return Optional.empty();
        }
    }

    private Tree errors(HttpResponse<byte[]> response) {
        return tree(response).orElse(Tree.EMPTY);
    }

    NothingToWorkOn strange(Throwable cause) {
        return new NothingToWorkOn(
                "Something answers at " + name + ", but not as Vault does.", "Check the address: VAULT_ADDR.", cause);
    }
}
