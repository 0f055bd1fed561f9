package dockdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.cli.screen.Paint;
import dockdsl.cli.screen.Screen;
import dockdsl.value.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LoudLogTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Screen screen = new Screen(new PrintStream(out), new PrintStream(err), Paint.NONE, Paint.NONE);

    private String logged(LogRecord record) {
        new LoudLog(screen).publish(record);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whatLibrariesLogHasItsSecretsCovered() {
        screen.hide(Secret.of("hunter2!"));
        LogRecord record = new LogRecord(Level.FINE, "sent password=hunter2! to {0}");
        record.setParameters(new Object[] {"aHVudGVyMiE="});
        record.setThrown(new IOException("refused hunter2!"));
        assertThat(logged(record))
                .contains("sent password=*** to ***=")
                .contains("java.io.IOException: refused ***")
                .doesNotContain("hunter2!");
    }

    @Test
    void whatHostsPutIntoLogsMovesNoCursor() {
        assertThat(logged(new LogRecord(Level.FINE, "banner \033[2J\033]0;title\007 a\rb")))
                .contains("banner \\u001b[2J\\u001b]0;title\\u0007")
                .doesNotContain("\033")
                .doesNotContain("\007");
    }
}
