package dockdsl.cli.json;

import dockdsl.problem.UsageMistake;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The JSON Schemas (draft 2020-12) of what programs read: the documentation that tests hold the output to. */
public enum Schema {
    /** Of the documents that {@code --json} prints. */
    DOCUMENTS("json"),
    /** Of the lines that {@code --events} writes. */
    EVENTS("events"),
    /** Of what {@code inventory --list} prints. */
    INVENTORY("inventory");

    private final String topic;

    Schema(String topic) {
        this.topic = topic;
    }

    /**
     * @param topics none for that of the documents
     * @throws UsageMistake when there is none about it
     */
    public static Schema about(List<String> topics) {
        String asked = topics.isEmpty() ? DOCUMENTS.topic : topics.getFirst();
        for (Schema schema : values()) {
            if (schema.topic.equals(asked)) {
                return schema;
            }
        }
        throw new UsageMistake(
                "There is no schema of `" + asked + "`.",
                "There are `dockdsl help json --schema`, `dockdsl help events --schema` and `dockdsl help inventory --schema`.");
    }

    public String text() {
        String file = "/dockdsl/schema/" + name().toLowerCase(Locale.ROOT) + ".json";
        try (InputStream text = Schema.class.getResourceAsStream(file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
