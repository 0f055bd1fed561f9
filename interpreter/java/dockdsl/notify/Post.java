package dockdsl.notify;

import dockdsl.value.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** JSON that is posted to an address. */
record Post(Secret url, SortedMap<String, Secret> headers, Duration timeout, Trust trust) {
    static Post json(Secret url, Duration timeout, Trust trust) {
        return new Post(url, new TreeMap<>(), timeout, trust);
    }

    Post with(SortedMap<String, Secret> more) {
        return new Post(url, more, timeout, trust);
    }

    void send(String json) throws NotTold, InterruptedException {
        HttpRequest request = request(json);
        HttpClient client = client(request);
        try {
            HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() / 100 != 2) {
                throw new NotTold("the server answers " + answer.statusCode());
            }
        } catch (IOException e) {
            throw new NotTold("there is no connection: " + Fault.of(e).orElseGet(() -> said(e)), e);
        } finally {
            client.shutdownNow();
        }
    }

    private HttpClient client(HttpRequest request) throws NotTold {
        HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(timeout);
        return "https".equalsIgnoreCase(request.uri().getScheme())
                ? client.sslContext(trust.context()).build()
                : client.build();
    }

    private static String said(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private HttpRequest request(String json) throws NotTold {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create(url.revealText().strip()))
                    .timeout(timeout)
                    .header("Content-Type", "application/json; charset=utf-8")
                    .header("User-Agent", "dockdsl")
                    .POST(HttpRequest.BodyPublishers.ofString(json));
            for (Map.Entry<String, Secret> header : headers.entrySet()) {
                request.setHeader(
                        header.getKey(), header.getValue().revealText().strip());
            }
            return request.build();
        } catch (IllegalArgumentException odd) {
            throw new NotTold("its address or a header is not well-formed");
        }
    }
}
