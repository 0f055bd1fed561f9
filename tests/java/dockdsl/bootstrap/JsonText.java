package dockdsl.bootstrap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dockdsl.value.Tree;
import java.util.Map;

/** Reads JSON for tests, as the program does. */
final class JsonText {
    private JsonText() {}

    static Tree read(String text) {
        try {
            return Tree.of(new ObjectMapper().readValue(text, Map.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }
}
