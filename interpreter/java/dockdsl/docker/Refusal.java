package dockdsl.docker;

import dockdsl.docker.http.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * An engine that says no.
 *
 * @param status of HTTP, 400 to 599; 200 when the refusal came in the middle of an answer that had begun well
 * @param message the engine's own words
 */
record Refusal(int status, String message) {
    static final int NOT_FOUND = 404;
    static final int CONFLICT = 409;

    static Refusal of(Answer answer) throws IOException {
        return new Refusal(answer.status(), message(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8)));
    }

    /** What an engine says in JSON, or else what it says. */
    static String message(String body) {
        String message = body.startsWith("{") ? JsonReader.object(body).text("message") : "";
        return once(message.isEmpty() ? body.strip() : message);
    }

    /** Registries say things twice: {@code manifest unknown: manifest unknown}. */
    private static String once(String message) {
        return message.replaceFirst("(?:^|(?<=: ))([^:\\n]+): \\1$", "$1");
    }

    boolean says(String words) {
        return message.contains(words);
    }
}
