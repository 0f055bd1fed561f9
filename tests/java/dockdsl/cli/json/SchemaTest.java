package dockdsl.cli.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdsl.cli.line.Command;
import dockdsl.cli.line.Option;
import dockdsl.docker.JsonReader;
import dockdsl.problem.UsageMistake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaTest {
    @ParameterizedTest
    @EnumSource(Schema.class)
    void eachIsASchemaItself(Schema schema) throws IOException {
        try (var meta = getClass().getResourceAsStream("/draft/2020-12/schema")) {
            String text = new String(meta.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(Schemas.mistakes(text, schema.text())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Command.class)
    void everyCommandThatPrintsADocumentHasItsShape(Command command) {
        boolean described =
                JsonReader.parse(Schema.DOCUMENTS.text()).map("$defs").containsKey(command.word());

        assertThat(described).isEqualTo(command.takes(Option.JSON));
    }

    @Test
    void whatIsNotDocumentedIsAMistake() {
        String document = "{\"command\": \"check\", \"site\": \"shop\", \"exitCode\": 0}";

        assertThat(Schemas.mistakes(Schema.DOCUMENTS, document)).isEmpty();
        assertThat(Schemas.mistakes(Schema.DOCUMENTS, document.replace("site", "sight")))
                .hasSize(1);
        assertThat(Schemas.mistakes(Schema.DOCUMENTS, document.replace("exitCode", "code")))
                .isNotEmpty();
    }

    @Test
    void timesAreTimes() {
        String line = "{\"event\": \"begin\", \"at\": \"2026-11-21T15:45:01.250Z\", \"command\": \"plan\"}";

        assertThat(Schemas.mistakes(Schema.EVENTS, line)).isEmpty();
        assertThat(Schemas.mistakes(Schema.EVENTS, line.replace("11-21", "21-11")))
                .isNotEmpty();
    }

    @Test
    void aTopicWithoutOneNamesThoseThatHaveOne() {
        assertThatThrownBy(() -> Schema.about(List.of("plan")))
                .isInstanceOfSatisfying(
                        UsageMistake.class,
                        mistake -> assertThat(mistake.remedy()).contains("dockdsl help events --schema"));
    }
}
