package dockdsl.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CutTest {
    @Test
    void whatFitsIsWhole() {
        assertThat(Cut.end("nginx:1.27", 10)).isEqualTo("nginx:1.27");
        assertThat(Cut.start("nginx:1.27", 10)).isEqualTo("nginx:1.27");
    }

    @Test
    void theRestIsMarked() {
        assertThat(Cut.end("nginx:1.27", 9)).isEqualTo("nginx:...");
        assertThat(Cut.start("nginx:1.27", 9)).isEqualTo("...x:1.27");
    }

    @Test
    void wideCharactersTakeTwoColumnsAndAreNotCutInTwo() {
        assertThat(Cut.end("数据库镜像", 10)).isEqualTo("数据库镜像");
        assertThat(Cut.end("数据库镜像", 9)).isEqualTo("数据库...");
        assertThat(Cut.end("数据库镜像", 8)).isEqualTo("数据...");
        assertThat(Cut.start("数据库镜像", 8)).isEqualTo("...镜像");
        assertThat(Cut.end("🐳🐳🐳🐳", 7)).isEqualTo("🐳🐳...");
        assertThat(Cut.padded("数据", 6)).isEqualTo("数据  ");
    }

    @Test
    void noRoomAtAllIsNoError() {
        assertThat(Cut.end("nginx", 1)).isEqualTo("...");
        assertThat(Cut.start("nginx", 1)).isEqualTo("...");
        assertThat(WaitText.of("connecting to web1", 3, 5).plain()).isEqualTo("connect... (3 s)");
    }
}
