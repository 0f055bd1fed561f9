package dockdsl.docker;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dockdsl.value.Tree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads JSON into plain maps, lists, texts, numbers and flags; a null is left out. Runs keep what thousands of containers are like, so
 * lists are no larger than they have to be, and all empty things are one.
 */
public final class JsonReader implements AutoCloseable {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    private final JsonParser parser;

    /** Reads one object after the other, each as soon as it is there. */
    JsonReader(InputStream input) throws IOException {
        parser = FACTORY.createParser(input);
    }

    /** @throws IllegalArgumentException when the text is not a JSON object */
    public static Tree parse(String text) {
        try {
            Object value = whole(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            if (value instanceof Map<?, ?> map) {
                return Tree.of(map);
            }
            throw new IllegalArgumentException("no JSON object");
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** The one object that the stream has, which is read to its end. */
    static Tree object(InputStream input) throws IOException {
        return whole(input) instanceof Map<?, ?> map ? Tree.of(map) : Tree.EMPTY;
    }

    /** The object that the text is; an empty one when it is none. */
    static Tree object(String text) {
        try {
            return object(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException noObject) {
            return Tree.EMPTY;
        }
    }

    /** The objects of the one list that the stream has, which is read to its end. */
    static List<Tree> list(InputStream input) throws IOException {
        return whole(input) instanceof List<?> list
                ? list.stream().map(Tree::of).toList()
                : List.of();
    }

    private static Object whole(InputStream input) throws IOException {
        try (JsonReader reader = new JsonReader(input)) {
            Object value = reader.parser.nextToken() == null ? null : reader.value();
            input.transferTo(OutputStream.nullOutputStream());
            return value;
        } catch (JsonParseException e) {
            throw new IOException("the engine's answer is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The next object of the stream; empty at its end. */
    Optional<Tree> next() throws IOException {
        return parser.nextToken() == null ? Optional.empty() : Optional.of(Tree.of(value()));
    }

    private Object value() throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> members();
            case START_ARRAY -> items();
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> null;
        };
    }

    private Map<String, Object> members() throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            Object value = value();
            if (value != null) {
                members.put(name, value);
            }
        }
        return members.isEmpty() ? Tree.EMPTY.fields() : Collections.unmodifiableMap(members);
    }

    private List<Object> items() throws IOException {
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Object value = value();
            if (value != null) {
                items.add(value);
            }
        }
        return List.copyOf(items);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
