package dockdsl.adhoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {
    private static List<String> lines(String text) throws IOException {
        List<String> lines = new ArrayList<>();
        new Lines(lines::add).readAll(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return lines;
    }

    @Test
    void cutsAtLineBreaksOfEitherSort() throws IOException {
        assertThat(lines("one\ntwo\r\n\nfour\n")).containsExactly("one", "two", "", "four");
    }

    @Test
    void tellsTheLastLineWithoutALineBreakToo() throws IOException {
        assertThat(lines("ä\nend")).containsExactly("ä", "end");
        assertThat(lines("")).isEmpty();
    }

    @Test
    void cutsALineThatWouldFillTheMemory() throws IOException {
        assertThat(lines("x".repeat((1 << 20) + 5))).extracting(String::length).containsExactly(1 << 20, 5);
    }
}
