package dockdsl.docker;

import dockdsl.docker.http.Answer;
import dockdsl.host.Running;
import dockdsl.host.Terminal;
import dockdsl.host.stream.Pieces;
import dockdsl.problem.DockdslException;
import dockdsl.problem.HostFailed;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A process in a container at the other end of an upgraded connection. */
final class Attached implements Running {
    private static final int PIECE = 1 << 15;
    private static final int HEAD = 8;
    private static final int ERRORS = 2;
    private static final int MOST_UNREAD = 64;

    private final Answer answer;
    private final Process process;
    private final Pieces output = new Pieces(MOST_UNREAD);
    private final Pieces errors = new Pieces(MOST_UNREAD);
    private final CountDownLatch read = new CountDownLatch(1);
    private volatile IOException lost;

    /** What can be done with the process beside its streams. */
    interface Process {
        /** Half a sentence for messages: {@code run `ls` in the container web}. */
        String purpose();

        String host();

        /** Of one that has ended, or is about to. */
        int exitCode();

        void signal(String name);

        void resize(Terminal size);

        /** Nobody listens any more. */
        default void closed() {}
    }

    /** @param onTerminal whether it has one: then nothing marks what is error */
    Attached(Answer answer, boolean onTerminal, Process process) {
        this.answer = answer;
        this.process = process;
        Thread.startVirtualThread(() -> pump(onTerminal));
    }

    private void pump(boolean onTerminal) {
        try {
            try {
                if (onTerminal) {
                    pumpBare();
                } else {
                    pumpFrames();
                }
                output.end();
                errors.end();
            } catch (IOException e) {
                lost = e;
                output.fail(e);
                errors.fail(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            read.countDown();
        }
    }

    private void pumpBare() throws IOException, InterruptedException {
        byte[] bytes = new byte[PIECE];
        InputStream body = answer.body();
        for (int count = body.read(bytes); count >= 0; count = body.read(bytes)) {
            output.put(Arrays.copyOf(bytes, count));
        }
    }

    private void pumpFrames() throws IOException, InterruptedException {
        DataInputStream frames = new DataInputStream(answer.body());
        for (byte[] head = frames.readNBytes(HEAD); head.length == HEAD; head = frames.readNBytes(HEAD)) {
            int length = Frames.length(head);
            while (length > 0) {
                byte[] piece = frames.readNBytes(Math.min(length, PIECE));
                if (piece.length == 0) {
                    throw new EOFException("the output ended in the middle");
                }
                (head[0] == ERRORS ? errors : output).put(piece);
                length -= piece.length;
            }
        }
    }

    @Override
    public OutputStream input() {
        OutputStream to = answer.output();
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                to.write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                to.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                answer.closeOutput();
            }
        };
    }

    @Override
    public InputStream output() {
        return output;
    }

    @Override
    public InputStream errors() {
        return errors;
    }

    @Override
    public OptionalInt await(Duration longest) {
        try {
            if (!read.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                return OptionalInt.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HostFailed(process.host(), "could not " + process.purpose() + ": interrupted", "", e);
        }
        if (lost != null) {
            throw new HostFailed(
                    process.host(),
                    "could not " + process.purpose() + " to its end: the connection was lost",
                    "Whether it came to its end is not known.",
                    lost);
        }
        return OptionalInt.of(process.exitCode());
    }

    @Override
    public void signal(String name) {
        try {
            process.signal(name);
        } catch (DockdslException gone) {
            // It has ended, or is out of reach; whoever awaits it is told so.
        }
    }

    @Override
    public void resize(Terminal size) {
        try {
            process.resize(size);
        } catch (DockdslException gone) {
            // As above.
        }
    }

    @Override
    public void close() {
        output.close();
        errors.close();
        answer.close();
        process.closed();
    }
}
