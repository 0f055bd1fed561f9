package dockdsl.docker.http;

import java.io.IOException;
import java.io.InputStream;

/** What a request carries. */
public sealed interface Body {
    Body NONE = new Bytes("", new byte[0]);

    /** @param type the media type, such as {@code application/json}; empty for no body */
    record Bytes(String type, byte[] bytes) implements Body {}

    /** Sent in chunks, as its length is not known before. @param type as above */
    record Stream(String type, Source source) implements Body {}

    /** Where a stream comes from. */
    interface Source {
        InputStream open() throws IOException;
    }

    /** JSON text in UTF-8. */
    static Body json(byte[] json) {
        return new Bytes("application/json", json);
    }
}
