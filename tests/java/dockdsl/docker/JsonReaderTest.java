package dockdsl.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdsl.value.Tree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonReaderTest {
    @Test
    void readsObjectsAndLeavesOutNulls() throws IOException {
        Tree tree = JsonReader.object(
                json("{\"a\":{\"b\":[1,null,\"x\"],\"c\":null},\"t\":true,\"big\":18446744073709551615,\"r\":1.5} "));
        assertThat(tree.items("a.b")).hasToString("[1, x]");
        assertThat(tree.has("a.c")).isFalse();
        assertThat(tree.flag("t")).isTrue();
        assertThat(tree.find("big")).contains(new BigInteger("18446744073709551615"));
        assertThat(tree.find("r")).contains(1.5);
    }

    @Test
    void readsListsAndTakesNothingForAnEmptyOne() throws IOException {
        assertThat(JsonReader.list(json("[{\"a\":1},{\"a\":2}]")))
                .extracting(tree -> tree.number("a"))
                .containsExactly(1L, 2L);
        assertThat(JsonReader.list(json("null"))).isEmpty();
        assertThat(JsonReader.object(json(""))).isEqualTo(Tree.EMPTY);
    }

    @Test
    void readsOneObjectAfterTheOther() throws IOException {
        try (JsonReader reader = new JsonReader(json("{\"a\":1}\r\n{\"a\":2}\r\n"))) {
            assertThat(reader.next().orElseThrow().number("a")).isEqualTo(1);
            assertThat(reader.next().orElseThrow().number("a")).isEqualTo(2);
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void saysWhatIsNoJson() {
        assertThatThrownBy(() -> JsonReader.object(json("<html>")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the engine's answer is no JSON");
    }

    private static InputStream json(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
