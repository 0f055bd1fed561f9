package dockdsl.cli.practice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * One HTTP request to the practice engine; what it carries is read and dropped.
 *
 * @param path without the version of the API and without the query
 */
record PracticeRequest(String method, String path) {

    /** @return empty when the client has hung up */
    static Optional<PracticeRequest> read(InputStream in) throws IOException {
        var first = line(in).split(" ");
        if (first.length < 2) {
            return Optional.empty();
        }
        dropBody(in);
        return Optional.of(new PracticeRequest(
                first[0], first[1].replaceFirst("^/v[0-9.]+", "").replaceFirst("\\?.*", "")));
    }

    private static void dropBody(InputStream in) throws IOException {
        var length = 0;
        var chunked = false;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            var words = header.toLowerCase(Locale.ROOT).split(": *", 2);
            switch (words[0]) {
                case "content-length" -> length = Integer.parseInt(words[1]);
                case "transfer-encoding" -> chunked = true;
                default -> {}
            }
        }
        in.skipNBytes(length);
        for (var rest = chunked; rest; ) {
            var size = Integer.parseInt(line(in), 16);
            in.skipNBytes(size);
            line(in);
            rest = size > 0;
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.US_ASCII).stripTrailing();
    }
}
