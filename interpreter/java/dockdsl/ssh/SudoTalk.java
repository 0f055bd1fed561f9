package dockdsl.ssh;

import dockdsl.host.stream.BulkOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What sudo and the command behind it write to standard error, told apart by words that nobody can guess: the question for
 * the password, and the sign that the command has begun. What comes after that sign is the command's own.
 */
final class SudoTalk extends BulkOutput {
    /** What is heard of sudo. */
    enum Word {
        ASKS,
        BEGINS,
        ENDS,
        NOTHING
    }

    private final String nonce = UUID.randomUUID().toString();
    private final BlockingQueue<Word> words = new LinkedBlockingQueue<>();
    private final OutputStream ofCommand;
    private String heard = "";
    private boolean begun;

    SudoTalk(OutputStream ofCommand) {
        this.ofCommand = ofCommand;
    }

    /** What sudo shall ask; it has no blank and nothing that a shell or sudo would replace. */
    String question() {
        return nonce + "-asks";
    }

    /** What the command shall write before anything else. */
    String sign() {
        return nonce + "-begins";
    }

    /** The next word, or {@code NOTHING} in time. */
    Word next(Deadline deadline) throws IOException {
        try {
            var word = words.poll(deadline.left().toMillis(), TimeUnit.MILLISECONDS);
            return word == null ? Word.NOTHING : word;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** What sudo said besides. */
    synchronized String said() {
        return heard.strip();
    }

    synchronized boolean hasBegun() {
        return begun;
    }

    void ended() {
        words.add(Word.ENDS);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        if (begun) {
            ofCommand.write(bytes, offset, length);
            return;
        }
        heard += new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
        while (cut(question())) {
            words.add(Word.ASKS);
        }
        var end = heard.indexOf(sign() + "\n");
        if (end >= 0) {
            begun = true;
            ofCommand.write(heard.substring(end + sign().length() + 1).getBytes(StandardCharsets.ISO_8859_1));
            heard = heard.substring(0, end);
            words.add(Word.BEGINS);
        }
    }

    private boolean cut(String word) {
        var start = heard.indexOf(word);
        if (start >= 0) {
            heard = heard.substring(0, start) + heard.substring(start + word.length());
        }
        return start >= 0;
    }
}
