package dockdsl.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TreeTest {
    private final Tree tree =
            new Tree(Map.of("HostConfig", Map.of("Memory", 5, "Binds", List.of("a:/b"), "Init", true)));

    @Test
    void valuesAreFoundByPath() {
        assertThat(tree.number("HostConfig.Memory")).isEqualTo(5);
        assertThat(tree.texts("HostConfig.Binds")).containsExactly("a:/b");
        assertThat(tree.flag("HostConfig.Init")).isTrue();
    }

    @Test
    void whatIsAbsentIsEmpty() {
        assertThat(tree.text("Config.User")).isEmpty();
        assertThat(tree.number("HostConfig.Memory.Deeper")).isZero();
        assertThat(tree.map("Config.Labels")).isEmpty();
    }

    @Test
    void aValueIsAddedWithoutTouchingTheOriginal() {
        Tree more = tree.with("HostConfig.NanoCpus", 7).with("Config.User", "me");

        assertThat(more.number("HostConfig.NanoCpus")).isEqualTo(7);
        assertThat(more.number("HostConfig.Memory")).isEqualTo(5);
        assertThat(more.text("Config.User")).isEqualTo("me");
        assertThat(tree.has("Config.User")).isFalse();
    }
}
