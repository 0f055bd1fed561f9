package dockdsl.docker.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Status and headers of an answer; names of headers in any case. */
record Head(int status, boolean keepsConnection, Map<String, List<String>> headers) {
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    /** The next one that is not merely informational. */
    static Head read(MessageInput connection) throws IOException {
        Head head = readAny(connection);
        while (head.status < 200 && head.status != SWITCHING_PROTOCOLS) {
            head = readAny(connection);
        }
        return head;
    }

    private static Head readAny(MessageInput connection) throws IOException {
        String statusLine = connection.line();
        int status = status(statusLine);
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = connection.line(); !line.isEmpty(); line = connection.line()) {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new IOException("not a header: " + line);
            }
            headers.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>(1))
                    .add(line.substring(colon + 1).strip());
        }
        return new Head(status, keepsConnection(statusLine, headers), headers);
    }

    private static int status(String line) throws IOException {
        try {
            if (line.startsWith("HTTP/1.")) {
                return Integer.parseInt(line.substring(9, 12));
            }
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw notHttp(line, e);
        }
        throw notHttp(line, null);
    }

    private static IOException notHttp(String line, Exception cause) {
        return new IOException("what answers is no engine; it says: " + line, cause);
    }

    private static boolean keepsConnection(String statusLine, Map<String, List<String>> headers) {
        boolean closes = headers.getOrDefault("Connection", List.of()).stream().anyMatch("close"::equalsIgnoreCase);
        return statusLine.startsWith("HTTP/1.1") && !closes;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(List::getFirst);
    }

    /** The body that follows. @param expected whether the request was one that is answered with a body */
    BodyInput body(MessageInput connection, boolean expected) throws IOException {
        if (status == SWITCHING_PROTOCOLS) {
            return new BodyInput.UntilEnd(connection);
        }
        if (!expected || status == NO_CONTENT || status == NOT_MODIFIED) {
            return new BodyInput.Fixed(connection, 0);
        }
        if (header("Transfer-Encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
            return new BodyInput.Chunked(connection);
        }
        Optional<String> length = header("Content-Length");
        return length.isPresent()
                ? new BodyInput.Fixed(connection, length(length.get()))
                : new BodyInput.UntilEnd(connection);
    }

    private static long length(String text) throws IOException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IOException("not a length: " + text, e);
        }
    }
}
