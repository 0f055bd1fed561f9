package dockdsl.scenario;

import dockdsl.docker.JsonReader;
import dockdsl.lab.DebianPackages;
import dockdsl.value.Json;
import dockdsl.value.Tree;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A headless Chromium, driven by chromedriver over WebDriver's HTTP (w3.org/TR/webdriver2). */
final class Browser implements AutoCloseable {
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Pattern STARTED = Pattern.compile("started successfully on port (\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process driver;
    private final String session;

    private Browser(Process driver, String base, Path folder) throws IOException, InterruptedException {
        this.driver = driver;
        Tree capabilities = new Tree(Map.of(
                "capabilities",
                Map.of(
                        "alwaysMatch",
                        Map.of(
                                "goog:loggingPrefs",
                                Map.of("browser", "ALL", "performance", "ALL"),
                                "goog:chromeOptions",
                                Map.of(
                                        "binary",
                                        "/usr/bin/chromium",
                                        "args",
                                        List.of(
                                                "--headless",
                                                "--no-sandbox",
                                                "--disable-gpu",
                                                "--disable-quic",
                                                "--no-first-run",
                                                "--disable-background-networking",
                                                "--disable-component-update",
                                                "--disable-sync",
                                                "--disable-dev-shm-usage",
                                                "--host-resolver-rules=MAP * ~NOTFOUND",
                                                "--user-data-dir=" + folder))))));
        this.session =
                base + "/session/" + post(base + "/session", capabilities).text("value.sessionId");
        open(URI.create("about:blank"));
        requests();
        console();
    }

    /** @param folder an empty one, for its profile */
    static Browser start(Path folder) throws IOException, InterruptedException {
        DebianPackages.have("chromium", "chromium-driver", "fonts-dejavu-core");
        Process driver = new ProcessBuilder(DRIVER.toString(), "--port=0")
                .redirectErrorStream(true)
                .start();
        try {
            return new Browser(driver, "http://127.0.0.1:" + port(driver.inputReader()), folder);
        } catch (IOException | RuntimeException e) {
            driver.destroy();
            throw e;
        }
    }

    private static String port(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                return started.group(1);
            }
        }
        throw new IOException("chromedriver did not start");
    }

    void open(URI page) throws IOException, InterruptedException {
        post(session + "/url", new Tree(Map.of("url", page.toString())));
    }

    /** As on a phone or a desk. @param scheme {@code light} or {@code dark} */
    void show(int width, String scheme) throws IOException, InterruptedException {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", width < 600));
        command(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** What an expression is. */
    Object value(String expression) throws IOException, InterruptedException {
        Tree body = new Tree(Map.of("script", "return " + expression, "args", List.of()));
        return Optional.ofNullable(
                        post(session + "/execute/sync", body).fields().get("value"))
                .orElse("");
    }

    /** What stands in its console. */
    List<String> console() throws IOException, InterruptedException {
        return log("browser");
    }

    /** The addresses that were asked for since it was asked last. */
    List<String> requests() throws IOException, InterruptedException {
        return log("performance").stream()
                .filter(message -> message.contains("Network.requestWillBeSent\""))
                .map(message -> JsonReader.parse(message).text("message.params.request.url"))
                .toList();
    }

    private List<String> log(String type) throws IOException, InterruptedException {
        return post(session + "/se/log", new Tree(Map.of("type", type))).trees("value").stream()
                .map(entry -> entry.text("message"))
                .toList();
    }

    private void command(String name, Map<String, Object> parameters) throws IOException, InterruptedException {
        post(session + "/goog/cdp/execute", new Tree(Map.of("cmd", name, "params", parameters)));
    }

    private Tree post(String address, Tree body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(Json.indented(body)))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(address + ": " + response.body());
        }
        return JsonReader.parse(response.body());
    }

    @Override
    public void close() throws IOException {
        try {
            http.send(
                    HttpRequest.newBuilder(URI.create(session)).DELETE().build(),
                    HttpResponse.BodyHandlers.discarding());
            driver.destroy();
            driver.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            driver.destroy();
        }
    }
}
