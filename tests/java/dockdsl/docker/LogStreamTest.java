package dockdsl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.host.LogLine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogStreamTest {
    private static final String STAMP = "2026-11-21T19:05:14.000000007Z ";
    private static final long NANOS = 1_795_287_914_000_000_007L;
    private final ByteArrayOutputStream stream = new ByteArrayOutputStream();

    @Test
    void framesAreTakenApart() throws IOException {
        frame(1, STAMP + "out\n");
        frame(2, STAMP + "err\n");
        assertThat(read(false)).containsExactly(new LogLine(NANOS, false, "out"), new LogLine(NANOS, true, "err"));
    }

    @Test
    void piecesOfALongLineAreJoinedAlsoWhenTheOtherStreamComesBetween() throws IOException {
        String piece = "x".repeat(16 * 1024);
        frame(1, STAMP + piece);
        frame(2, STAMP + "err\n");
        frame(1, STAMP + "rest\n");
        assertThat(read(false)).extracting(LogLine::text).containsExactly("err", piece + "rest");
    }

    @Test
    void piecesOfALongLineOnATerminalAreJoined() throws IOException {
        String piece = "y".repeat(16 * 1024);
        bare(STAMP + piece + STAMP + piece + STAMP + "rest\r\n" + STAMP + "next\r\n");
        assertThat(read(true)).extracting(LogLine::text).containsExactly(piece + piece + "rest", "next");
    }

    @Test
    void aLastLineWithoutBreakIsALine() throws IOException {
        bare(STAMP + "prompt> ");
        assertThat(read(true)).containsExactly(new LogLine(NANOS, false, "prompt> "));
    }

    @Test
    void stampsOfOtherZonesAreTheSameMoment() throws IOException {
        frame(1, "2026-11-21T21:05:14.000000007+02:00 a\n");
        frame(1, "2026-11-21T19:05:14.000000007Z b\n");
        assertThat(read(false)).extracting(LogLine::nanos).containsExactly(NANOS, NANOS);
    }

    @Test
    void aLineThatIsLongerThanAMebibyteIsCut() throws IOException {
        for (int i = 0; i < 70; i++) {
            frame(1, STAMP + "z".repeat(16 * 1024));
        }
        frame(1, STAMP + "end\n");
        assertThat(read(false))
                .singleElement()
                .extracting(line -> line.text().length())
                .isEqualTo(1 << 20);
    }

    @Test
    void anEmptyLineIsALine() throws IOException {
        frame(1, STAMP + "\n");
        assertThat(read(false)).containsExactly(new LogLine(NANOS, false, ""));
    }

    private void frame(int kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        stream.writeBytes(new byte[] {
            (byte) kind, 0, 0, 0, 0, (byte) (bytes.length >> 16), (byte) (bytes.length >> 8), (byte) bytes.length
        });
        stream.writeBytes(bytes);
    }

    private void bare(String text) {
        stream.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<LogLine> read(boolean hasTerminal) throws IOException {
        List<LogLine> lines = new ArrayList<>();
        LogStream.read(new ByteArrayInputStream(stream.toByteArray()), hasTerminal, lines::add);
        return lines;
    }
}
