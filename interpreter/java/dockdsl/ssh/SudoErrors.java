package dockdsl.ssh;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/** Standard error of a command behind sudo, read for {@link SudoTalk} until the command begins and left to others from there on. */
final class SudoErrors {
    private final ByteArrayOutputStream readAhead = new ByteArrayOutputStream();
    private final SudoTalk talk = new SudoTalk(readAhead);
    private InputStream errors = InputStream.nullInputStream();
    private Thread listening = Thread.currentThread();

    SudoTalk talk() {
        return talk;
    }

    void listenTo(InputStream channel) {
        errors = channel;
        listening = Thread.startVirtualThread(this::listen);
    }

    private void listen() {
        var bytes = new byte[4096];
        try {
            while (!talk.hasBegun()) {
                var count = errors.read(bytes);
                if (count < 0) {
                    break;
                }
                talk.write(bytes, 0, count);
            }
        } catch (IOException lost) {
            // It has ended then.
        }
        talk.ended();
    }

    /** What the command writes; to be called when it has begun. */
    InputStream ofCommand() throws IOException {
        try {
            listening.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return new SequenceInputStream(new ByteArrayInputStream(readAhead.toByteArray()), errors);
    }
}
