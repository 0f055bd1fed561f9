package dockdsl.cli;

import dockdsl.host.Duplex;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** The other end of a lock: says one thing and stays until it is closed. */
final class PretendLock implements Duplex {
    private final CountDownLatch closed = new CountDownLatch(1);
    private final InputStream input;

    PretendLock(String answer) {
        byte[] line = ("dockdsl-lock " + answer + "\n").getBytes(StandardCharsets.UTF_8);
        input = new SequenceInputStream(new ByteArrayInputStream(line), new UntilClosed());
    }

    @Override
    public InputStream input() {
        return input;
    }

    @Override
    public OutputStream output() {
        return OutputStream.nullOutputStream();
    }

    @Override
    public void closeOutput() {
        close();
    }

    @Override
    public void readTimeout(Duration timeout) {}

    @Override
    public void close() {
        closed.countDown();
    }

    private final class UntilClosed extends InputStream {
        @Override
        public int read() {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return -1;
        }
    }
}
