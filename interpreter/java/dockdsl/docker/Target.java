package dockdsl.docker;

import java.nio.charset.StandardCharsets;

/** A path and query of the Engine API, without the version; every part is encoded as it goes in. */
final class Target {
    private static final String PLAIN = "-._~:@";

    private final StringBuilder text;
    private boolean hasQuery;

    private Target(StringBuilder text) {
        this.text = text;
    }

    /** @param steps parts of the path, such as {@code containers}, a name and {@code json} */
    static Target of(String... steps) {
        StringBuilder text = new StringBuilder(64);
        for (String step : steps) {
            text.append('/');
            encode(text, step, "");
        }
        return new Target(text);
    }

    /** As {@link #of}, where the name is that of an image, whose slashes stay. */
    static Target ofImage(String collection, String image) {
        return ofImage(collection, image, "json");
    }

    static Target ofImage(String collection, String image, String verb) {
        StringBuilder text =
                new StringBuilder(64).append('/').append(collection).append('/');
        encode(text, image, "/");
        return new Target(text.append('/').append(verb));
    }

    /** An image of the engine itself, in whose name slashes stay. */
    static Target image(String image) {
        StringBuilder text = new StringBuilder(64).append("/images/");
        encode(text, image, "/");
        return new Target(text);
    }

    Target with(String parameter, String value) {
        text.append(hasQuery ? '&' : '?').append(parameter).append('=');
        encode(text, value, "");
        hasQuery = true;
        return this;
    }

    Target with(String parameter, long value) {
        return with(parameter, String.valueOf(value));
    }

    Target with(String parameter, boolean flag) {
        return with(parameter, flag ? "1" : "0");
    }

    private static void encode(StringBuilder text, String part, String alsoPlain) {
        for (byte b : part.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean alphanumeric = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (alphanumeric || PLAIN.indexOf(c) >= 0 || alsoPlain.indexOf(c) >= 0) {
                text.append(c);
            } else {
                text.append('%')
                        .append(Character.toUpperCase(Character.forDigit(b >> 4 & 0xf, 16)))
                        .append(Character.toUpperCase(Character.forDigit(b & 0xf, 16)));
            }
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
