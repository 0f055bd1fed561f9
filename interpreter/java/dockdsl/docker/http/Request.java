package dockdsl.docker.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One question.
 *
 * @param target path and query, encoded
 * @param headers those beside the ones that follow from the body
 */
public record Request(String method, String target, Map<String, String> headers, Body body) {
    private static final String LINE_END = "\r\n";

    public Request {
        headers = Map.copyOf(headers);
    }

    public static Request get(String target) {
        return new Request("GET", target, Map.of(), Body.NONE);
    }

    public static Request post(String target, Body body) {
        return new Request("POST", target, Map.of(), body);
    }

    /** Whether asking twice has the effect of asking once. */
    boolean isRepeatable() {
        return method.equals("GET") || method.equals("HEAD");
    }

    boolean wantsBody() {
        return !method.equals("HEAD");
    }

    /** Everything but a body that is a stream. */
    void writeTo(ByteArrayOutputStream message) {
        StringBuilder head = new StringBuilder(256);
        head.append(method).append(' ').append(target).append(" HTTP/1.1").append(LINE_END);
        append(head, "Host", "docker");
        headers.forEach((name, value) -> append(head, name, value));
        switch (body) {
            case Body.Bytes bytes -> appendFixed(head, bytes);
            case Body.Stream stream -> {
                appendType(head, stream.type());
                append(head, "Transfer-Encoding", "chunked");
            }
        }
        message.writeBytes(head.append(LINE_END).toString().getBytes(StandardCharsets.ISO_8859_1));
        if (body instanceof Body.Bytes bytes) {
            message.writeBytes(bytes.bytes());
        }
    }

    private void appendFixed(StringBuilder head, Body.Bytes body) {
        appendType(head, body.type());
        if (!isRepeatable()) {
            append(head, "Content-Length", String.valueOf(body.bytes().length));
        }
    }

    private static void appendType(StringBuilder head, String type) {
        if (!type.isEmpty()) {
            append(head, "Content-Type", type);
        }
    }

    private static void append(StringBuilder head, String name, String value) {
        if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("a line break in the header " + name);
        }
        head.append(name).append(": ").append(value).append(LINE_END);
    }
}
