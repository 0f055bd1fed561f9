package dockdsl.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void theOrderOfKeysDoesNotCount() {
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("b", 2L);
        other.put("a", 1.0);

        assertThat(Json.canonical(other))
                .isEqualTo(Json.canonical(Map.of("a", 1, "b", 2)))
                .isEqualTo("{\"a\":1,\"b\":2}");
    }

    @Test
    void theOrderOfListsCounts() {
        assertThat(Json.canonical(List.of("b", "a"))).isEqualTo("[\"b\",\"a\"]");
    }

    @Test
    void controlCharactersAndQuotesAreEscaped() {
        assertThat(Json.canonical("say \"hi\"\\\n\t\u0001é")).isEqualTo("\"say \\\"hi\\\"\\\\\\n\\t\\u0001é\"");
    }

    @Test
    void largeAndSmallNumbersHaveNoExponent() {
        assertThat(Json.canonical(List.of(1e9, 0.5, 0.0, 100L))).isEqualTo("[1000000000,0.5,0,100]");
    }

    @Test
    void aPersonReadsOneSettingPerLine() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("live-restore", true);
        settings.put("log-opts", Map.of("max-size", "10m"));
        settings.put("registry-mirrors", List.of("https://a", "https://b"));
        settings.put("labels", List.of());

        assertThat(Json.indented(new Tree(settings))).isEqualTo("""
                {
                  "live-restore": true,
                  "log-opts": {
                    "max-size": "10m"
                  },
                  "registry-mirrors": [
                    "https://a",
                    "https://b"
                  ],
                  "labels": []
                }
                """);
    }

    @Test
    void whatATerminalWouldActOnIsSpelledOut() {
        assertThat(Json.canonical("a\033[2J\u009b1m\u202eb\u2028ß🐳"))
                .isEqualTo("\"a\\u001b[2J\\u009b1m\\u202eb\\u2028ß🐳\"");
    }
}
