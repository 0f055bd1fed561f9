package dockdsl.cli.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/** Holds output to the schema that documents it: what the schema does not name is a mistake. */
public final class Schemas {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Schemas() {}

    public static void check(Schema schema, String json) {
        assertThat(mistakes(schema, json)).as(json).isEmpty();
    }

    static Iterable<String> mistakes(Schema schema, String json) {
        return mistakes(schema.text(), json);
    }

    static Iterable<String> mistakes(String schema, String json) {
        return REGISTRY
                .getSchema(schema)
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }
}
