package dockdsl.host.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PiecesTest {
    private final Pieces pieces = new Pieces(2);

    @Test
    void givesWhatWasPutInOneAfterTheOther() throws Exception {
        pieces.put(new byte[] {1, 2, 3});
        pieces.put(new byte[] {(byte) 0xff});
        assertThat(pieces.readNBytes(2)).containsExactly(1, 2);
        assertThat(pieces.read()).isEqualTo(3);
        assertThat(pieces.read()).isEqualTo(0xff);
        pieces.end();
        assertThat(pieces.read()).isEqualTo(-1);
        assertThat(pieces.read()).isEqualTo(-1);
    }

    @Test
    void nothingPutInIsNoEnd() throws Exception {
        pieces.put(new byte[0]);
        pieces.put(new byte[] {7});
        assertThat(pieces.read()).isEqualTo(7);
    }

    @Test
    void aFailureComesInPlaceOfTheEnd() throws Exception {
        pieces.put(new byte[] {7});
        pieces.fail(new IOException("the cable was pulled"));
        assertThat(pieces.read()).isEqualTo(7);
        assertThatThrownBy(pieces::read).isInstanceOf(IOException.class).hasMessage("the cable was pulled");
    }

    @Test
    void closingFreesWhoeverWaitsToPutSomethingIn() throws Exception {
        pieces.put(new byte[] {1});
        pieces.put(new byte[] {2});
        Thread writer = Thread.ofVirtual().start(() -> {
            try {
                pieces.put(new byte[] {3});
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        pieces.close();
        assertThat(writer.join(Duration.ofSeconds(30))).isTrue();
    }
}
