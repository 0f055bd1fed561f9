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
record Post(Secret url, SortedMap<String, Secret> headers, Duration timeout) {
    static Post json(Secret url, Duration timeout) {
        return new Post(url, new TreeMap<>(), timeout);
    }

    Post with(SortedMap<String, Secret> more) {
        return new Post(url, more, timeout);
    }

    void send(String json) throws NotTold, InterruptedException {
        HttpClient client = HttpClient.newBuilder().connectTimeout(timeout).build();
        try {
            HttpResponse<Void> answer = client.send(request(json), HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() / 100 != 2) {
                throw new NotTold("the server answers " + answer.statusCode());
            }
        } catch (IOException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new NotTold("there is no connection: " + why, e);
        } finally {
            client.shutdownNow();
        }
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
